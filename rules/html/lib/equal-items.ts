import {
  type Article,
  type Element,
  type Range,
  rangeOf,
  weightedLength,
} from "../../../src/rules.js";

/** An item that says the same as the one before it. */
export interface EqualItem {
  readonly range: Range;
  readonly before: Range;
}

/** Shorter items are words that a list may well count: `yes`, `–`, `n/a`. */
const LEAST_WEIGHT = 12;
const LEAST_ITEMS = 3;
const MARK = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
/** The one item of a list of Markdown that repeats the item before it, word for word. */
export function equalItemOf(article: Article, list: Element): EqualItem | undefined {
  if (article.originOf(list) !== "markdown") return undefined;
  const items = list.children.filter(
    (child): child is Element => child.type === "element" && child.tagName === "li",
  );
  if (items.length < LEAST_ITEMS) return undefined;
  const texts = items.map((item) => writtenIn(article, item));
  const twice = texts.flatMap((text, index) =>
    text !== undefined && text === texts[index - 1] ? [index] : [],
  );
  const [index = 0, ...more] = twice;
  const [item, before] = [items[index], items[index - 1]];
  if (item === undefined || before === undefined || more.length > 0) return undefined;
  const isElsewhere = texts.filter((text) => text === texts[index]).length > 2;
  return isElsewhere ? undefined : { range: rangeOf(item), before: rangeOf(before) };
}

/** The source of an item of one line, without its mark; undefined for any other, and for a text that says little. */
function writtenIn({ source }: Article, item: Element): string | undefined {
  const { start, end } = rangeOf(item);
  const written = source.slice(start, end).trimEnd().replace(MARK, "");
  // What goes on and on is said again on purpose.
  const isText = !/[\n{}<>]|(?:…|\.\.\.)$/.test(written) && /\p{L}{3}/u.test(written);
  return isText && weightedLength(written) >= LEAST_WEIGHT ? written : undefined;
}
