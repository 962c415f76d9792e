import type { Element, RootContent } from "hast";
import type { Article } from "../article/article.js";
import { openingTagOf } from "../article/attributes.js";
import { rangeOf } from "../article/node-range.js";
import type { Range } from "../article/range.js";
import model from "./content-model.json" with { type: "json" };

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BLOCKS: ReadonlySet<string> = new Set(model.blocks);
/** White space, no-break and zero-width spaces: what readers see of it is a gap. */
const BLANK = /^[\s\u00a0\u200b\u3000\ufeff]*$/u;

/** Whether a text shows nothing. */
export function isBlankText(text: string): boolean {
  return BLANK.test(text);
}

/**
 * The edits that take an element's tags away, if the page stays the same without them: always for a `<span>`,
 * for a `<div>` only where it holds blocks alone. In Markdown tags also decide where HTML ends, so none there.
 */
export function unwrapEdits(
  article: Article,
  element: Element,
  opening: Range,
  closing: Range,
): readonly TextEdit[] {
  if (article.format !== "html" && element.tagName !== "span") return [];
  if (element.tagName === "div" && !holdsBlocksOnly(element)) return [];
  return [lineOf(article, opening), lineOf(article, closing)].map((range) => ({
    ...range,
    text: "",
  }));
}

function holdsBlocksOnly(element: Element): boolean {
  return element.children.every(
    (child) =>
      child.type === "comment" ||
      (child.type === "text" && /^\s*$/.test(child.value)) ||
      (child.type === "element" && BLOCKS.has(child.tagName)),
  );
}

/** A tag with its line, if nothing else stands on it. */
function lineOf({ lines, source }: Article, range: Range): Range {
  const { line } = lines.pointAt(range.start);
  const start = lines.startOf(line);
  const end = line < lines.lineCount ? lines.startOf(line + 1) : source.length;
  const rest = source.slice(start, range.start) + source.slice(range.end, end);
  return rest.trim() === "" && range.end <= end ? { start, end } : range;
}

/** A run of two or more `<br>`, with the edits that make paragraphs of what it parts. */
export interface BreakRun {
  readonly range: Range;
  readonly edits: readonly TextEdit[];
}

/** Runs of `<br>` that part text from text, as the end of a paragraph would. */
export function breakRunsOf(article: Article): readonly BreakRun[] {
  const runs: BreakRun[] = [];
  const seen = new Set<Element>();
  for (const element of article.elements) {
    if (element.tagName !== "br" || seen.has(element) || article.originOf(element) !== "html")
      continue;
    const parent = article.parentOf(element);
    const siblings: readonly RootContent[] = (parent ?? article.tree).children;
    const index = siblings.indexOf(element);
    let last = index;
    for (let at = index + 1; at < siblings.length; at++) {
      const node = siblings[at];
      if (node?.type === "text" && isBlankText(node.value)) continue;
      if (node?.type !== "element" || node.tagName !== "br") break;
      seen.add(node);
      last = at;
    }
    const lastBreak = siblings[last];
    if (last === index || lastBreak === undefined) continue;
    const before = siblings.slice(0, index).some(isText);
    const after = siblings.slice(last + 1).some(isText);
    if (!before || !after) continue;
    const range = { start: rangeOf(element).start, end: rangeOf(lastBreak).end };
    runs.push({ range, edits: partsOf(article, parent, range) });
  }
  return runs;
}

function isText(node: RootContent): boolean {
  return node.type === "text" && !isBlankText(node.value);
}

/** In a plain `<p>` of HTML the breaks become the end of one paragraph and the beginning of the next. */
function partsOf(article: Article, parent: Element | undefined, range: Range): readonly TextEdit[] {
  if (parent?.tagName !== "p" || article.format !== "html") return [];
  const { start, end } = openingTagOf(article, parent);
  return /^<p>$/i.test(article.source.slice(start, end)) ? [{ ...range, text: "</p>\n<p>" }] : [];
}
