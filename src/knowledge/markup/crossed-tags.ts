import type { Article } from "../../article/article.js";
import { visitTags } from "../../article/html-tags.js";
import type { Range } from "../../article/range.js";

/** Elements that browsers split where they cross (HTML §13.2.4.3). */
const FORMATTING: ReadonlySet<string> = new Set(
  ["a", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q"].concat([
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "tt",
    "u",
    "var",
  ]),
);

/** Deeper than this nobody nests them; the search for an opening tag stays short. */
const MAXIMUM_OPEN = 50;

interface NamedTag extends Range {
  readonly name: string;
}

/** An element that begins inside another one and ends outside of it. */
export interface Crossing {
  readonly inner: NamedTag;
  readonly outer: NamedTag;
  /** The end tag of the outer element, which comes too early. */
  readonly outerEnd: Range;
  readonly innerEnd: Range;
}

/** The inline elements of raw HTML whose tags cross, such as `<b><i></b></i>`, in the order of their last tags. */
export function crossingsIn({ markup, format }: Article): readonly Crossing[] {
  if (format === "mdx") return [];
  const found: Crossing[] = [];
  let open: NamedTag[] = [];
  let left: { readonly inner: NamedTag; readonly outer: NamedTag; readonly outerEnd: Range }[] = [];
  let last = 0;
  visitTags(markup, ({ name, start, end, closing, selfClosing, foreign }) => {
    const isBreak = format === "markdown" && /\n[ \t>]*\n/.test(markup.slice(last, start));
    last = end;
    if (isBreak || (!FORMATTING.has(name) && name !== "br" && name !== "img")) {
      open = [];
      left = [];
    }
    if (foreign || selfClosing || !FORMATTING.has(name)) return undefined;
    if (!closing) {
      if (open.length < MAXIMUM_OPEN) open.push({ name, start, end });
      return undefined;
    }
    const at = open.findLastIndex((tag) => tag.name === name);
    const [outer, ...inside] = at === -1 ? [] : open.splice(at);
    if (outer !== undefined) {
      for (const inner of inside) left.push({ inner, outer, outerEnd: { start, end } });
      return undefined;
    }
    const crossed = left.findLastIndex(({ inner }) => inner.name === name);
    const [crossing] = crossed === -1 ? [] : left.splice(crossed, 1);
    if (crossing !== undefined) found.push({ ...crossing, innerEnd: { start, end } });
    return undefined;
  });
  return found;
}
