import {
  type Article,
  attributeOf,
  overlapTest,
  perArticle,
  type Range,
  type RawBlocks,
  rangeOf,
  type WrittenTag,
  writtenTagsOf,
} from "../../../src/rules.js";
import { innermostOf } from "./innermost.js";
import { TEXT_BLOCKS, type Unrendered } from "./unrendered-markdown.js";

/** What kramdown leaves as typed inside a block of HTML. */
const MARKDOWN = /^(?:a|img|strong|em|code|h[1-6]|ul|ol|blockquote|del|table)$/;

/** The blocks of HTML whose content kramdown does not read as Markdown. */
export const KRAMDOWN_RAW: RawBlocks = {
  names: TEXT_BLOCKS,
  readsAttribute: true,
  remedy: 'add markdown="1" to the tag around it',
  nested: false,
};

/** Blocks of HTML in one article whose Markdown is printed as it is typed, whether or not blank lines are around it. */
export interface RawContent {
  /** The Markdown in them. */
  readonly unrendered: readonly Unrendered[];
  /** Whether a range touches one of them. */
  touches(range: Range): boolean;
}

/** Tells whether a range touches a block whose Markdown kramdown prints as it is typed. */
export const kramdownRawTest = perArticle((article) => rawContentOf(article, KRAMDOWN_RAW).touches);

/** Finds the blocks whose content a renderer prints as typed. */
export function rawContentOf(article: Article, raw: RawBlocks): RawContent {
  const regions = article.format === "mdx" ? [] : rawRegions(article, raw);
  const touches = overlapTest(
    regions.map(({ opening, closing }) => ({
      start: opening.start,
      end: closing?.end ?? opening.end,
    })),
  );
  return { unrendered: regions.length === 0 ? [] : unrenderedIn(article, regions), touches };
}

function unrenderedIn(article: Article, regions: readonly WrittenTag[]): readonly Unrendered[] {
  if (article.format !== "markdown") return [];
  const regionAt = innermostOf(regions, ({ opening, closing }) => ({
    start: opening.end,
    end: closing?.start ?? opening.end,
  }));
  return article.elements.flatMap((element): Unrendered[] => {
    if (!MARKDOWN.test(element.tagName) || article.originOf(element) !== "markdown") return [];
    const range = rangeOf(element);
    const parent = article.parentOf(element);
    const isNested =
      parent !== undefined &&
      article.originOf(parent) === "markdown" &&
      parent.tagName !== "p" &&
      parent.tagName !== "li";
    if (isNested || article.source.startsWith("http", range.start)) return [];
    const holder = regionAt(range.start);
    return holder === undefined ? [] : [{ range, block: holder.element, html: undefined }];
  });
}

/** The outermost raw blocks, and those inside of rendered ones where these are raw again. */
function rawRegions(article: Article, raw: RawBlocks): readonly WrittenTag[] {
  const found: WrittenTag[] = [];
  let reached = 0;
  /** Where the last block ends whose content is read, blocks inside it left aside. */
  let entered = 0;
  for (const tag of writtenTagsOf(article)) {
    if (tag.closing === undefined || tag.opening.start < reached || !raw.names.has(tag.name))
      continue;
    const { line } = article.lines.pointAt(tag.opening.start);
    const before = article.source.slice(article.lines.startOf(line), tag.opening.start);
    if (before.trim() !== "") continue;
    // Further in, or in a list, the tag is a part of a paragraph.
    const isIndented = !/^\uFEFF? {0,3}$/.test(before);
    if (raw.nested && (isIndented || isInMarkdown(article, tag))) continue;
    if (isIndented && tag.opening.start < entered) continue;
    if (raw.readsAttribute && readsMarkdown(article, tag, raw)) {
      const isEntered = (raw.nested || isSwitchedOn(article, tag)) && !isSpan(article, tag);
      if (isEntered) entered = Math.max(entered, tag.closing.end);
      reached = isEntered ? tag.opening.end : tag.closing.end;
      continue;
    }
    found.push(tag);
    reached = tag.closing.end;
  }
  return found;
}

/** Whether a tag is in an item of a list or a quotation of Markdown. */
function isInMarkdown(article: Article, { element }: WrittenTag): boolean {
  let at = element;
  while (
    at !== undefined &&
    !(MARKDOWN_BLOCK.test(at.tagName) && article.originOf(at) === "markdown")
  )
    at = article.parentOf(at);
  return at !== undefined;
}

const MARKDOWN_BLOCK = /^(?:li|blockquote|dd|td)$/;

function readsMarkdown(
  article: Article,
  { element, closing, opening }: WrittenTag,
  { nested }: RawBlocks,
): boolean {
  if (element === undefined) return true;
  const attribute = attributeOf(article, element, "markdown");
  if (attribute?.unknown === true) return true;
  // An element inside may turn Markdown on again; only the renderer itself can tell then.
  const inside =
    !nested && /\smarkdown\s*=/i.test(article.markup.slice(opening.end, closing?.start));
  return inside || (attribute?.value ?? "0") !== "0";
}

/** Whether the attribute of a tag says that its content is Markdown. */
function isSwitchedOn(article: Article, { element }: WrittenTag): boolean {
  const attribute = element && attributeOf(article, element, "markdown");
  return attribute !== undefined && !attribute.unknown && attribute.value !== "0";
}

function isSpan(article: Article, { element }: WrittenTag): boolean {
  return element !== undefined && attributeOf(article, element, "markdown")?.value === "span";
}
