import * as z from "zod";
import {
  type Article,
  defineRule,
  proseTextsOf,
  type Range,
  type Suggestion,
} from "../../src/rules.js";
import { balanceOf, blocksOf, type LoneMark, type Mark } from "./lib/quote-balance.js";
import { inOneBlock, isQuote, oneStyle, turnedRound } from "./lib/quote-repairs.js";

/** More lone marks than this make one finding with all places. */
const MOST_SINGLE = 3;

interface Place {
  readonly range: Range;
  readonly mark: string;
  readonly suggestions: readonly Suggestion[];
}

export default defineRule({
  id: "typography/quotes",
  summary: "Quotes and brackets come in pairs of one style",
  fixes: ["suggestion"],
  references: ["GB/T 15834-2011, 4.8 and 4.9", "https://www.w3.org/TR/clreq/"],
  options: z.strictObject({
    style: z
      .enum(["consistent", "straight", "curly", "ignore"])
      .default("consistent")
      .describe(
        "Double quotes: one style in an article, always straight, always curly, or not judged.",
      ),
  }),
  messages: {
    unclosed: {
      severity: "warning",
      what: "What {mark} opens here never closes, so readers cannot tell where it ends.",
      why: "",
      help: "Add the closing mark, or delete this one.",
    },
    unopened: {
      severity: "warning",
      what: "What {mark} closes here nothing has opened, so readers cannot tell where it began.",
      why: "",
      help: "Add the opening mark, or delete this one.",
    },
    several: {
      severity: "warning",
      what: "{count} quotes and brackets from {mark} on have no counterpart, so readers cannot tell what they enclose.",
      why: "",
      help: "Complete or delete each of them.",
    },
    mismatched: {
      severity: "warning",
      what: "A quotation opens with one style of quotes and closes with another, which search and reading aloud do not take for a pair.",
      why: "",
      help: "Write both marks in one style.",
    },
    "wrong-way": {
      severity: "warning",
      what: "Curly quotes of this paragraph face the wrong way, so what opens looks as if it closed.",
      why: "",
      help: "Write “ before and ” after what is quoted.",
    },
    nested: {
      severity: "warning",
      what: "Double quotes stand inside single ones, while Chinese puts single inside double.",
      why: "",
      help: "Write “ ” outside and ‘ ’ inside.",
    },
    mixed: {
      severity: "info",
      what: "Quotations are marked with {minority} quotes here, but with {majority} ones elsewhere ({count} against {rest}).",
      why: "",
      help: "Use one style throughout the article.",
    },
    style: {
      severity: "warning",
      what: "Quotations are marked with {minority} quotes, though this site uses {majority} ones{places}.",
      why: "",
      help: "Write the quotes of the house style.",
    },
  },
  check({ article, engine, options, report }) {
    const blocks = blocksOf(proseTextsOf(article));
    const { lone, pairs, turned } = balanceOf(blocks);
    const single: LoneMark[] = [];
    for (const group of inOneBlock(lone)) {
      const quotes = group.filter(isQuote);
      single.push(...group.filter((mark) => !isQuote(mark)));
      const [first, ...others] = quotes;
      if (first === undefined) continue;
      if (others.length === 0) {
        single.push(first);
        continue;
      }
      const block = blocks[first.block] ?? [];
      const edits = turnedRound(block, quotes);
      report({
        messageId: block.some(({ text }) => text.includes('"')) ? "mismatched" : "wrong-way",
        range: rangeOf(first),
        related: others.map((mark) => ({ range: rangeOf(mark), message: "and this mark" })),
        suggestions: edits.length > 0 ? [{ message: "Turn the quotes the right way", edits }] : [],
      });
    }

    const places = single
      .map((mark) => ({ ...placeOf(article, mark), side: mark.side }))
      .sort((left, right) => left.range.start - right.range.start);
    const [first, ...others] = places;
    if (first !== undefined && places.length > MOST_SINGLE) {
      report({
        messageId: "several",
        range: first.range,
        data: { mark: first.mark, count: places.length },
        related: others.map(({ range, mark }) => ({ range, message: `${mark} alone` })),
      });
    } else {
      for (const { range, mark, side, suggestions } of places) {
        const messageId = side === "opening" ? "unclosed" : "unopened";
        report({ messageId, range, data: { mark }, suggestions });
      }
    }
    for (const { outer, inner } of turned) {
      report({
        messageId: "nested",
        range: rangeOf(outer),
        related: [{ range: rangeOf(inner), message: "the double quotes inside" }],
      });
    }

    if (options.style === "ignore") return;
    if (
      options.style === "consistent" &&
      article.format !== "html" &&
      engine.markdown.curlsQuotes
    ) {
      return;
    }
    // Where a mark is missing nobody can tell what the others enclose.
    const broken = new Set(lone.filter(isQuote).map(({ block }) => block));
    const whole = pairs.filter(({ block }) => !broken.has(block));
    const mixture = oneStyle(whole, options.style);
    if (mixture === undefined) return;
    const [start, ...rest] = mixture.marks;
    if (start === undefined) return;
    const [minority, majority] = mixture.curly ? ["curly", "straight"] : ["straight", "curly"];
    const shared = {
      range: start.range,
      related: rest.map(({ range }) => ({ range, message: "here too" })),
      suggestions: [
        {
          message: mixture.curly ? "Write straight quotes" : "Write curly quotes",
          edits: mixture.edits,
        },
      ],
    };
    if (options.style === "consistent") {
      const { count, rest: others } = mixture;
      report({ messageId: "mixed", ...shared, data: { minority, majority, count, rest: others } });
    } else {
      const places = mixture.count > 1 ? ` (${mixture.count} places)` : "";
      report({ messageId: "style", ...shared, data: { minority, majority, places } });
    }
  },
});

function rangeOf({ prose, index }: Mark): Range {
  return prose.paragraph.rangeOf(index, index + 1);
}

function placeOf(article: Article, mark: Mark): Place {
  const range = rangeOf(mark);
  const suggestions = [{ message: "Delete this mark", edits: [{ ...range, text: "" }] }];
  return {
    range,
    mark: mark.character,
    suggestions: partsLinks(article, range) ? [] : suggestions,
  };
}

/** Whether Markdown would read the text around a mark as a link or an image, were the mark not there. */
function partsLinks({ source, format }: Article, { start, end }: Range): boolean {
  if (format === "html") return false;
  const before = source.slice(Math.max(0, start - 8), start);
  const mark = source[start];
  const after = source[end] ?? "";
  if (mark === "(" && /\]\(*$/.test(before)) return true;
  if (/[([:]/.test(after) && (mark === "]" || before.endsWith("]"))) return true;
  return before.endsWith("!") && after === "[";
}
