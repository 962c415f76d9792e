import type { Element, Nodes } from "hast";
import type { Article } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import type { Range } from "../../article/range.js";
import { siblingsOf } from "../../article/siblings.js";
import { textContentOf } from "../../article/text.js";
import type { Paragraph } from "../prose/paragraphs.js";

const MEDIA: ReadonlySet<string> = new Set([
  "img",
  "video",
  "audio",
  "iframe",
  "object",
  "svg",
  "input",
]);
/** What may stand before bare text for it to be a paragraph of its own: a line break or a block's tag. */
const BEFORE_RUN =
  /(?:^|\n|<br[^<>]*>|<\/?(?:article|blockquote|body|center|div|hr|main|p|section|td|ul|ol|table)(?:\s[^<>]*)?>)\s*$/i;
const BREAKS_AFTER = /^\s*(?:<br[^<>]*>\s*)+/i;
const BREAKS_BEFORE = /(?:\s*<br[^<>]*>)+\s*$/i;
const TAG = /<(\/?)([a-z][a-z\d-]*)(?:\s[^<>]*)?>/gi;
const LOOK_BACK = 300;

/** What to delete so that a paragraph is gone and nothing else; undefined when that cannot be told. */
export function paragraphRemoval(article: Article, paragraph: Paragraph): Range | undefined {
  const { element } = paragraph;
  if (element !== undefined && holdsOnly(article, element, paragraph.text)) {
    return elementRemoval(article, element);
  }
  return runRemoval(article, paragraph.range);
}

/**
 * The place of an element with its lines: whole lines, where nothing else stands on them, and in
 * Markdown the blank lines before it. Undefined when a list marker or the like would be left behind.
 */
export function elementRemoval(article: Article, element: Element): Range | undefined {
  const start = element.position?.start.offset;
  const end = element.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const { lines, source } = article;
  const firstLine = lines.pointAt(start).line;
  const lastLine = lines.pointAt(end).line;
  const lineStart = lines.startOf(firstLine);
  const before = source.slice(lineStart, start);
  const after = source.slice(end, lines.endOf(lastLine));
  const markdown = article.originOf(element) === "markdown";
  if (!/^\s*$/.test(before) || !/^\s*$/.test(after)) return markdown ? undefined : { start, end };
  let first = firstLine;
  let next = lastLine + 1;
  if (markdown) {
    const bodyLine = lines.pointAt(article.bodyStart).line;
    while (first > bodyLine && isBlank(article, first - 1)) first--;
    // At the top of the body there is nothing to keep apart, so what follows moves up.
    if (first === bodyLine) while (next <= lines.lineCount && isBlank(article, next)) next++;
  }
  return {
    start: Math.max(lines.startOf(first), article.bodyStart),
    end: next <= lines.lineCount ? lines.startOf(next) : source.length,
  };
}

/**
 * The edit that takes an element out and leaves everything around it as it was: where it kept two lists of
 * Markdown apart, a comment does so in its place.
 */
export function elementDeletion(
  article: Article,
  element: Element,
): Range & { readonly text: string } {
  const keepsApart = article.format === "markdown" && isBetweenLists(article, element);
  return { ...rangeOf(element), text: keepsApart ? "<!-- -->" : "" };
}

function isBetweenLists(article: Article, element: Element): boolean {
  const { siblings, placeOf } = siblingsOf(article, element);
  const at = placeOf.get(element) ?? -1;
  return isList(siblings[at - 1]) && isList(siblings[at + 1]);
}

function isList(node: Nodes | undefined): boolean {
  return node?.type === "element" && (node.tagName === "ul" || node.tagName === "ol");
}

function isBlank(article: Article, line: number): boolean {
  const { lines, source } = article;
  return /^\s*$/.test(source.slice(lines.startOf(line), lines.endOf(line)));
}

/** Bare text with the `<br>` that set it off. */
function runRemoval(article: Article, range: Range): Range | undefined {
  const { source } = article;
  const back = Math.max(article.bodyStart, range.start - LOOK_BACK);
  const before = source.slice(back, range.start);
  if (!BEFORE_RUN.test(before) || !isBalanced(source.slice(range.start, range.end)))
    return undefined;
  const following = BREAKS_AFTER.exec(source.slice(range.end, range.end + LOOK_BACK));
  if (following !== null) return { start: range.start, end: range.end + following[0].length };
  const preceding = BREAKS_BEFORE.exec(before);
  if (preceding === null) return undefined;
  return { start: back + preceding.index, end: range.end };
}

/** Whether every tag in a piece of HTML is closed in it, as far as counting tells. */
function isBalanced(html: string): boolean {
  let open = 0;
  for (const [, slash, name] of html.matchAll(TAG)) {
    if (/^(?:br|img|wbr)$/i.test(name ?? "")) continue;
    open += slash === "/" ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

function holdsOnly(article: Article, element: Element, text: string): boolean {
  return textContentOf(article, element).text.trim() === text && !hasMedia(element);
}

function hasMedia(node: Nodes): boolean {
  if (node.type === "element" && MEDIA.has(node.tagName)) return true;
  return "children" in node && node.children.some(hasMedia);
}
