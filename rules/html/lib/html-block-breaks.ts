import {
  type Article,
  contentModel,
  type Element,
  type Range,
  rangeOf,
  type WrittenTag,
  writtenTagsOf,
} from "../../../src/rules.js";
import { innermostOf } from "./innermost.js";

/** HTML in Markdown that a blank line, an indent or the end of an item breaks (CommonMark §4.4, §4.6). */
export type BlockBreak =
  /** HTML indented by four spaces after a blank line, shown as code. */
  | { readonly kind: "code"; readonly range: Range; readonly tag: WrittenTag }
  /** Text after a blank line inside an element that cannot contain blocks. */
  | { readonly kind: "blank"; readonly range: Range; readonly tag: WrittenTag }
  /** An element that begins in an item, quotation or cell and ends outside of it. */
  | {
      readonly kind: "split";
      readonly range: Range;
      readonly tag: WrittenTag;
      readonly closing: Range;
    };

const HOLDS_NO_BLOCKS = contentModel.phrasingOnly;
const BLOCKS = contentModel.blocks;
const CONTAINERS: ReadonlySet<string> = new Set(["li", "blockquote", "td", "th"]);

/** Where Markdown breaks HTML apart, in source order. */
export function blockBreaksOf(article: Article): readonly BlockBreak[] {
  if (article.format !== "markdown") return [];
  const tags = writtenTagsOf(article).filter(({ closing }) => closing !== undefined);
  if (tags.length === 0) return [];
  const markdown = article.elements.filter((one) => article.originOf(one) === "markdown");
  const found: BlockBreak[] = [];
  const tagAt = innermostOf(tags, ({ opening, closing }) => ({
    start: opening.end,
    end: closing?.start ?? opening.end,
  }));
  for (const element of markdown) {
    const range = rangeOf(element);
    const tag = tagAt(range.start);
    if (tag === undefined) continue;
    if (element.tagName === "pre" && isIndentedHtml(article, range)) {
      found.push({ kind: "code", range, tag });
    } else if (BLOCKS.has(element.tagName) && HOLDS_NO_BLOCKS.has(tag.name)) {
      found.push({ kind: "blank", range, tag });
    }
  }
  const containers = markdown.filter(({ tagName }) => CONTAINERS.has(tagName));
  const containerAt = containersAt(
    containers,
    tags.flatMap(({ opening, closing }) => [opening.start, closing?.start ?? opening.start]),
  );
  for (const tag of tags) {
    const { opening, closing } = tag;
    if (closing === undefined) continue;
    if (containerAt.get(opening.start) !== containerAt.get(closing.start)) {
      found.push({ kind: "split", range: opening, tag, closing });
    }
  }
  return found.sort((left, right) => left.range.start - right.range.start);
}

function isIndentedHtml(article: Article, { start, end }: Range): boolean {
  return (
    /^\s*<(?:[a-z/]|!--)/i.test(article.source.slice(start, end)) &&
    !/^\s*<https?:/i.test(article.source.slice(start, end))
  );
}

/** The innermost container around each of some offsets. */
function containersAt(
  containers: readonly Element[],
  offsets: readonly number[],
): ReadonlyMap<number, Element | undefined> {
  const at = innermostOf(containers, rangeOf);
  const sorted = [...offsets].sort((left, right) => left - right);
  return new Map(sorted.map((offset) => [offset, at(offset)]));
}
