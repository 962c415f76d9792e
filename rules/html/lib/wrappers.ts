import {
  type Article,
  contentModel,
  type Edit,
  type Element,
  openingTagOf,
  type Range,
  type RootContent,
  rangeOf,
  replace,
} from "../../../src/rules.js";

const BLOCKS = contentModel.blocks;
/** White space, no-break and zero-width spaces: readers see only a gap. */
const BLANK = /^[\s\u00a0\u200b\u3000\ufeff]*$/u;

/** Whether a text shows nothing. */
export function isBlankText(text: string): boolean {
  return BLANK.test(text);
}

/**
 * The edits that delete the tags of an element, if the page stays the same without them: always for a `<span>`,
 * for a `<div>` only if it contains only blocks. In Markdown, tags also decide where HTML ends, so there are none.
 */
export function unwrapEdits(
  article: Article,
  element: Element,
  opening: Range,
  closing: Range,
): readonly Edit[] {
  if (article.format !== "html" && element.tagName !== "span") return [];
  if (element.tagName === "div" && !holdsBlocksOnly(element)) return [];
  return [lineOf(article, opening), lineOf(article, closing)].map((range) => replace(range, ""));
}

function holdsBlocksOnly(element: Element): boolean {
  return element.children.every(
    (child) =>
      child.type === "comment" ||
      (child.type === "text" && /^\s*$/.test(child.value)) ||
      (child.type === "element" && BLOCKS.has(child.tagName)),
  );
}

/** A tag with its line, if nothing else is on it. */
function lineOf({ lines, source }: Article, range: Range): Range {
  const { line } = lines.pointAt(range.start);
  const start = lines.startOf(line);
  const end = line < lines.lineCount ? lines.startOf(line + 1) : source.length;
  const rest = source.slice(start, range.start) + source.slice(range.end, end);
  return rest.trim() === "" && range.end <= end ? { start, end } : range;
}

/** A run of two or more `<br>`, with the edits that make paragraphs of the texts around it. */
export interface BreakRun {
  readonly range: Range;
  readonly edits: readonly Edit[];
}

/** Runs of `<br>` between texts, used like the end of a paragraph. */
export function breakRunsOf(article: Article): readonly BreakRun[] {
  const seen = new Set<Element | undefined>();
  return article.elements.flatMap((element) => {
    if (element.tagName !== "br" || article.originOf(element) !== "html") return [];
    const parent = article.parentOf(element);
    if (seen.has(parent)) return [];
    seen.add(parent);
    return runsIn(article, parent);
  });
}

/** The runs among the children of one element, or of the tree. */
function runsIn(article: Article, parent: Element | undefined): readonly BreakRun[] {
  const children: readonly RootContent[] = (parent ?? article.tree).children;
  const firstText = children.findIndex(isText);
  const lastText = children.findLastIndex(isText);
  const runs: BreakRun[] = [];
  let breaks: Element[] = [];
  children.forEach((child, index) => {
    if (child.type === "text" && isBlankText(child.value)) return;
    if (child.type === "element" && child.tagName === "br") {
      if (index > firstText && index < lastText) breaks.push(child);
      return;
    }
    const [first] = breaks;
    const last = breaks.at(-1);
    if (firstText !== -1 && first !== undefined && last !== undefined && last !== first) {
      const range = { start: rangeOf(first).start, end: rangeOf(last).end };
      runs.push({ range, edits: partsOf(article, parent, range) });
    }
    breaks = [];
  });
  return runs;
}

function isText(node: RootContent): boolean {
  return node.type === "text" && !isBlankText(node.value);
}

/** In a plain HTML `<p>`, the line breaks become the end of one paragraph and the beginning of the next. */
function partsOf(article: Article, parent: Element | undefined, range: Range): readonly Edit[] {
  if (parent?.tagName !== "p" || article.format !== "html") return [];
  const { start, end } = openingTagOf(article, parent);
  return /^<p>$/i.test(article.source.slice(start, end)) ? [replace(range, "</p>\n<p>")] : [];
}
