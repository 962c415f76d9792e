import {
  type Article,
  alsoAt,
  type Certainty,
  defineRule,
  type Element,
  insert,
  openingTagOf,
  perArticle,
  rangeOf,
  type Suggestion,
  writtenTagsOf,
} from "../../src/rules.js";
import { equalItemOf } from "./lib/equal-items.js";
import { type FakeItem, fakeListsOf, gluedItemsOf, joinedItemsOf } from "./lib/fake-list.js";
import { halfPairsIn, isInList, type Stranger, strangersIn } from "./lib/list-markup.js";
import { otherMarksOf } from "./lib/other-marks.js";
import { emptyTasksOf, tightItemsOf, tightListsOf } from "./lib/tight-items.js";

/** The elements with a closing tag of their own. */
const closedElements = perArticle(
  (article): ReadonlySet<Element> =>
    new Set(
      writtenTagsOf(article).flatMap(({ element, closing }) =>
        element === undefined || closing === undefined ? [] : [element],
      ),
    ),
);

export default defineRule({
  id: "html/list",
  summary: "Lists are written as lists and contain only items",
  fixes: ["suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/grouping-content.html#the-ul-element",
    "https://www.w3.org/WAI/WCAG22/Techniques/html/H48",
  ],
  messages: {
    outside: {
      severity: "warning",
      what: "<{name}> is not inside a list.",
      why: "Screen readers do not announce how many items there are, and list styles do not apply.",
      help: "Put <{list}> and </{list}> around the items.",
    },
    stranger: {
      severity: "warning",
      what: "<{list}> contains {what} outside of its items.",
      why: "Screen readers leave it out or count the items wrongly.",
      help: "Put it into an item, or before the list.",
    },
    description: {
      severity: "warning",
      what: "This <dd> has no term before it.",
      why: "Readers cannot tell what it describes.",
      help: "Write the term as <dt> before it.",
    },
    term: {
      severity: "warning",
      what: "This <dt> has no description after it.",
      why: "The list says nothing about the term.",
      help: "Write the description as <dd> after it, or change the list to a <ul>.",
    },
    fake: {
      severity: "warning",
      what: "{count} lines look like a list but are plain text.",
      why: "Screen readers do not announce them as a list, and narrow screens break them badly.",
      help: "Write them as a list instead of typing {mark}.",
    },
    joined: {
      severity: "warning",
      what: "This {mark} is within the text of an item of the list.",
      why: "A line break before it is lost: readers see the sign, and two items as one.",
      help: "Begin a new line before it.",
    },
    glued: {
      severity: "warning",
      what: "The typed {mark} does not begin an item of this list.",
      why: "Markdown takes the line for the text of the item above, and readers see the sign within it.",
      help: "Write the mark of the other items instead.",
    },
    tight: {
      severity: "warning",
      what: "These {count} lines have no space after the {mark} that begins them.",
      why: "Markdown makes no list of them: readers see the signs in running text.",
      help: "Add a space after each {mark}.",
    },
    tightItem: {
      severity: "warning",
      what: "This {mark} has no space after it, so it begins no item.",
      why: "Markdown takes the line for the text of the item above, and readers see the sign within it.",
      help: "Add a space after it.",
    },
    again: {
      severity: "warning",
      what: "This item repeats the one before it.",
      why: "Readers look for the difference. Often a line was copied, and not changed.",
      help: "Delete one of the two, or write what is meant.",
    },
    mark: {
      severity: "warning",
      what: 'This item begins with "{mark}", those around it with "{usual}".',
      why: "Markdown begins a new list where the mark changes: readers see several lists, parted by gaps.",
      help: 'Write "{usual}".',
    },
    task: {
      severity: "warning",
      what: "The brackets of this task have no space between them.",
      why: "Readers see the brackets in place of the check box that the other items have.",
      help: "Write [ ].",
    },
  },
  check({ article, engine, settings, report }) {
    const certainty: Certainty = article.templateTags.some(({ kind }) => kind === "tag")
      ? "likely"
      : "certain";
    const isClosed = (list: Element): boolean => closedElements(article).has(list);
    const homeless: Element[] = [];

    const judgeList = (list: Element): void => {
      const equal = equalItemOf(article, list);
      if (equal !== undefined) {
        const related = [{ range: equal.before, message: "the same item" }];
        report({ messageId: "again", range: equal.range, related });
      }
      // An unclosed list includes the text after it; html/parse reports that.
      if (article.originOf(list) === "markdown" || !isClosed(list)) return;
      const [first, ...others] = strangersIn(article, list);
      if (first === undefined) return;
      const suggestions = others.length === 0 ? asItem(article, list, first) : [];
      report({
        messageId: "stranger",
        range: placeOf(article, first),
        data: {
          list: list.tagName,
          what: first.element === undefined ? "text" : `<${first.element.tagName}>`,
        },
        related: alsoAt(others.map((other) => placeOf(article, other))),
        suggestions,
      });
    };
    const judgeItem = (item: Element): void => {
      if (article.format !== "mdx" && !isInList(article, item)) homeless.push(item);
    };

    return {
      ul: judgeList,
      ol: judgeList,
      menu: judgeList,
      dl(list) {
        judgeList(list);
        if (!isClosed(list)) return;
        for (const { name, element } of halfPairsIn(list)) {
          const range = openingTagOf(article, element);
          report({ messageId: name === "dd" ? "description" : "term", range, certainty });
        }
      },
      li: judgeItem,
      dt: judgeItem,
      dd: judgeItem,
      end() {
        for (const group of runsOf(article, homeless)) {
          const [first, ...others] = group;
          if (first === undefined) continue;
          const name = first.tagName;
          const list = name === "li" ? "ul" : "dl";
          const start = rangeOf(first).start;
          const { end } = rangeOf(group.at(-1) ?? first);
          const edits = [insert(start, `<${list}>`), insert(end, `</${list}>`)];
          report({
            messageId: "outside",
            range: openingTagOf(article, first),
            certainty,
            data: { name, list },
            related: alsoAt(others.map((item) => openingTagOf(article, item))),
            suggestions: [{ message: `Put <${list}> around the items`, edits }],
          });
        }
        for (const mark of joinedItemsOf(article)) {
          const sign = article.source.slice(mark.start, mark.end);
          report({ messageId: "joined", range: mark, data: { mark: sign } });
        }
        for (const mark of gluedItemsOf(article)) {
          const sign = article.source.slice(mark.start, mark.end).trim();
          report({ messageId: "glued", range: mark, data: { mark: sign } });
        }
        for (const [first, ...others] of tightListsOf(article)) {
          if (first === undefined) continue;
          const mark = article.source.slice(first.start, first.end);
          report({
            messageId: "tight",
            range: first,
            data: { count: others.length + 1, mark },
            related: alsoAt(others),
          });
        }
        for (const range of tightItemsOf(article)) {
          const mark = article.source.slice(range.start, range.end);
          report({ messageId: "tightItem", range, data: { mark } });
        }
        const isStrict = engine.markdown.hasStrictLists(settings.site);
        const joinsMarks = engine.markdown.renderer === "kramdown" || isStrict;
        for (const { range, mark, usual } of joinsMarks ? [] : otherMarksOf(article)) {
          report({ messageId: "mark", range, data: { mark, usual } });
        }
        for (const range of emptyTasksOf(article)) report({ messageId: "task", range });
        for (const items of fakeListsOf(article)) {
          const [first, ...others] = items;
          if (first === undefined) continue;
          const mark = article.source.slice(first.mark.start, first.mark.end).trim();
          report({
            messageId: "fake",
            range: { start: first.mark.start, end: first.text.end },
            data: { count: items.length, mark: first.ordered ? "numbers" : mark },
            related: alsoAt(others.map(({ mark: { start }, text: { end } }) => ({ start, end }))),
            suggestions: asList(article, items),
          });
        }
      },
    };
  },
});

function placeOf(article: Article, { element, range }: Stranger) {
  return element === undefined ? range : openingTagOf(article, element);
}

const MAXIMUM_END_TAG = 20;

/** Moves a list in a list into the item before it, and puts anything else into its own item. */
function asItem(article: Article, list: Element, { element, range }: Stranger): Suggestion[] {
  const name = element?.tagName;
  if (list.tagName === "dl" || name === "br") return [];
  const isWhole =
    name === undefined ||
    /<\/[^<>]*>$|^<[^<>]*>$/.test(article.source.slice(range.start, range.end));
  if (!isWhole) return [];
  const before = article.source.slice(0, range.start).trimEnd();
  const close = /<\/li\s*>$/i.exec(before.slice(-MAXIMUM_END_TAG));
  if ((name === "ul" || name === "ol") && close !== null) {
    const edits = [
      { start: before.length - close[0].length, end: before.length, text: "" },
      insert(range.end, "</li>"),
    ];
    return [{ message: "Move it into the item before it", edits }];
  }
  const edits = [insert(range.start, "<li>"), insert(range.end, "</li>")];
  return [{ message: "Put it into its own item", edits }];
}

/** Items that follow each other with only white space between them. */
function runsOf(article: Article, items: readonly Element[]): readonly Element[][] {
  const runs: Element[][] = [];
  for (const item of items) {
    const last = runs.at(-1)?.at(-1);
    const between =
      last === undefined ? "x" : article.source.slice(rangeOf(last).end, rangeOf(item).start);
    const isSame = (last?.tagName === "li") === (item.tagName === "li");
    if (isSame && between.trim() === "") runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** Longer lists are tables or data. */
const MAXIMUM_REWRITTEN = 200;

/** The same lines as a list: Markdown markers if each begins a line, `<ul>` for one plain `<p>`. */
function asList(article: Article, items: readonly FakeItem[]): Suggestion[] {
  const { source } = article;
  const element = items[0]?.element;
  if (element === undefined || items.length > MAXIMUM_REWRITTEN) return [];
  const message = "Write them as a list";
  if (article.originOf(element) === "markdown") {
    const beginsLine = items.every(({ mark }) => {
      const { line } = article.lines.pointAt(mark.start);
      return source.slice(article.lines.startOf(line), mark.start).trim() === "";
    });
    const end = items.at(-1)?.text.end;
    if (!beginsLine || end === undefined) return [];
    // All of the lines are rewritten, since they become items.
    const texts = items.map(({ mark, ordered }, index) => {
      const next = items[index + 1]?.mark.start ?? end;
      return (ordered ? `${index + 1}. ` : "- ") + source.slice(mark.end, next);
    });
    const start = items[0]?.mark.start ?? end;
    return [{ message, edits: [{ start, end, text: texts.join("") }] }];
  }
  const { start, end } = rangeOf(element);
  const opening = openingTagOf(article, element);
  const isPlain = /^<p>$/i.test(source.slice(opening.start, opening.end));
  const ordered = items[0]?.ordered === true;
  let rest = source.slice(opening.end, end).replace(/<\/p\s*>$/i, "");
  const texts = items.map(({ mark, text }) => {
    const whole = source.slice(mark.start, text.end);
    rest = rest.replace(whole, "");
    return source.slice(text.start, text.end);
  });
  if (!isPlain || !/^(?:\s|<br\s*\/?>)*$/i.test(rest)) return [];
  const lines = texts.map((text) => `<li>${text}</li>`);
  const tag = ordered ? "ol" : "ul";
  return [
    { message, edits: [{ start, end, text: [`<${tag}>`, ...lines, `</${tag}>`].join("\n") }] },
  ];
}
