import {
  type Article,
  alsoAt,
  defineRule,
  type Element,
  excerpt,
  rangeOf,
} from "../../src/rules.js";
import { wrongCounts } from "./lib/lists/announced.js";
import { oddSteps } from "./lib/lists/parted-lists.js";

/** Fewer words, such as those of a menu or a step, may well appear twice. */
const LEAST_WORDS = 4;
/** More copies than this are a pattern, not a mistake. */
const MOST_COPIES = 2;
/** Shorter lists of numbers tell nothing. */
const LEAST_NUMBERS = 3;
/** How many numbers a message has. */
const MOST_SHOWN = 5;

/** Lists whose items repeat, or whose written numbers are not those that readers see. */
export default defineRule({
  id: "text/list-items",
  summary: "A list says each thing once and counts right",
  messages: {
    repeated: {
      severity: "warning",
      what: 'The item "{text}" appears twice in this list.',
      why: "Readers take the second copy for a mistake, or look for a difference.",
      help: "Delete one of the two, or write what the second was meant to say.",
    },
    numbers: {
      severity: "info",
      what: "The items are numbered {written} in the source; readers see {shown}.",
      why: "Renderers count on from the first number, so a step is missing or a number in the text is wrong.",
      help: "Number the items in order, and look whether one was lost.",
    },
    announced: {
      severity: "warning",
      what: 'The text announces "{text}", but the list has {items} items.',
      why: "Readers look for a missing item, or wonder which one is extra.",
      help: "Correct the number, or the list.",
    },
    lacking: {
      severity: "warning",
      what: "Step {number} is lacking before this one.",
      why: "The lists before count on from one to the next, so a step is lost or a number is wrong.",
      help: "Number the steps in order, and look whether one was lost.",
    },
    again: {
      severity: "warning",
      what: "There is a step {number} before this one already.",
      why: "The lists before and after count on from one to the next, so a number is wrong.",
      help: "Number the steps in order.",
    },
  },
  check({ article, report }) {
    const isMarkdown = (list: Element): boolean => article.originOf(list) === "markdown";
    for (const { kind, range, number } of oddSteps(article)) {
      report({ messageId: kind, range, data: { number } });
    }
    for (const { range, text, items, list } of wrongCounts(article)) {
      const related = [{ range: rangeOf(list), message: "the list" }];
      report({
        messageId: "announced",
        range,
        certainty: "likely",
        data: { text: excerpt(text), items },
        related,
      });
    }
    return {
      ul(list) {
        if (!isMarkdown(list)) return;
        const byText = new Map<string, Element[]>();
        for (const item of itemsOf(list)) {
          const text = writtenText(article, item);
          if (text === undefined) continue;
          const known = byText.get(text);
          if (known === undefined) byText.set(text, [item]);
          else known.push(item);
        }
        const pairs = [...byText].filter(([text, items]) => items.length > 1 && isLong(text));
        // Several pairs are a list that goes through the same things again.
        const [pair, ...others] = pairs;
        if (pair === undefined || others.length > 0) return;
        const [text, [first, again, ...more]] = pair;
        if (first === undefined || again === undefined || more.length > MOST_COPIES - 2) return;
        if (isMeant(article, itemsOf(list), first, again)) return;
        report({
          messageId: "repeated",
          range: rangeOf(again),
          data: { text: excerpt(text) },
          related: [{ range: rangeOf(first), message: "first copy" }],
        });
      },
      ol(list) {
        if (!isMarkdown(list)) return;
        const marks = itemsOf(list).flatMap((item) => {
          const { start } = rangeOf(item);
          const mark = /^\d{1,9}(?=[.)])/.exec(article.source.slice(start, start + 12))?.[0];
          return mark === undefined
            ? []
            : [{ number: Number(mark), range: { start, end: start + mark.length } }];
        });
        const numbers = marks.map(({ number }) => number);
        const [first] = numbers;
        if (first === undefined || marks.length < LEAST_NUMBERS) return;
        if (marks.length !== itemsOf(list).length) return;
        // Who writes one number again and again lets the renderer count.
        const repeats = numbers.filter((number, index) => number === numbers[index - 1]).length;
        if (repeats * 3 >= numbers.length) return;
        const wrong = marks.filter(({ number }, index) => {
          const before = numbers[index - 1];
          return before !== undefined && number !== before + 1;
        });
        const [place, ...others] = wrong;
        if (place === undefined) return;
        const from = numbers.length > MOST_SHOWN ? Math.max(0, marks.indexOf(place) - 2) : 0;
        const shown = numbers.map((_, index) => first + index);
        report({
          messageId: "numbers",
          range: place.range,
          data: { written: listed(numbers, from), shown: listed(shown, from) },
          related: alsoAt(others),
        });
      },
    };
  },
});

function itemsOf(list: Element): readonly Element[] {
  return list.children.filter(
    (child): child is Element => child.type === "element" && child.tagName === "li",
  );
}

/** A mark of what goes on in the same way. */
const ELLIPSIS = /^(?:…|\.{3}|⋮)$/;
/** How many items may be between two of a sequence such as "a, then a space, then b, then a space". */
const NEAR = 2;

/**
 * Whether the second of two equal items is meant: the list leaves items out, or says a step between others again. One right after
 * the first is left to html/list.
 */
function isMeant(
  article: Article,
  items: readonly Element[],
  first: Element,
  again: Element,
): boolean {
  const texts = items.map((item) => writtenText(article, item));
  if (texts.some((text) => text !== undefined && ELLIPSIS.test(text))) return true;
  const [from, to] = [items.indexOf(first), items.indexOf(again)];
  if (to === from + 1) return items.length > 2 && !/[<>{}]/.test(texts[from] ?? "");
  const word = firstWord(texts[from]);
  const alike = texts.filter((text) => firstWord(text) === word).length;
  return to === from + NEAR && to < items.length - 1 && word !== "" && alike > NEAR;
}

function firstWord(text: string | undefined): string {
  return /^\p{L}+/u.exec(text ?? "")?.[0] ?? "";
}

/** What an item says, as written; undefined for what is long, or made by a template. */
function writtenText({ source }: Article, item: Element): string | undefined {
  const { start, end } = rangeOf(item);
  if (end - start > 500) return undefined;
  const text = source
    .slice(start, end)
    .replace(/^[-*+]\s+/, "")
    .trim();
  return /\n|\{\{|\{%|\{[a-z]/.test(text) ? undefined : text;
}

function isLong(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words >= LEAST_WORDS || /[\p{Script=Han}\p{Script=Hiragana}]{8}/u.test(text);
}

/** Some of the numbers, from an index on. */
function listed(numbers: readonly number[], from: number): string {
  const end = from + MOST_SHOWN;
  const text = numbers.slice(from, end).join(", ");
  return `${from > 0 ? "… " : ""}${text}${end < numbers.length ? " …" : ""}`;
}
