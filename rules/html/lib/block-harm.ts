import { htmlVoidElements } from "html-void-elements";
import type { Article, WrittenTag } from "../../../src/rules.js";
import table from "./kramdown-elements.json" with { type: "json" };
import type { NestingProblem } from "./nesting.js";
import { kramdownRawTest } from "./unrendered-markdown.js";

/** Elements that kramdown has in text, and blocks that it has not (its `HTML_SPAN_ELEMENTS`, `HTML_BLOCK_ELEMENTS`). */
const SPANS: ReadonlySet<string> = new Set(table.spans);
const BLOCKS: ReadonlySet<string> = new Set(table.blocks);
const VOID: ReadonlySet<string> = new Set(htmlVoidElements);
/** What stands before the text of a line: the marks of quotations and items. */
const CONTAINERS = /^[\s>*+\-\d.)]*$/;
const HEADING = /^h[1-6]$/;

/**
 * What readers meet of a block in an element that cannot contain one, as a sentence; undefined where browsers show
 * what was meant, and only the markup is wrong.
 */
export function blockHarm(
  article: Article,
  { tag, around }: NestingProblem,
  isKramdown: boolean,
): string | undefined {
  if (around === undefined) return undefined;
  const { name } = tag;
  const outer = around.name;
  if (isKramdown && SPANS.has(outer)) {
    const shown = shownByKramdown(article, tag, around);
    if (shown === "tags") return tagsShown(name);
    if (shown === "outer") {
      return `kramdown ends the <${outer}> before the <${name}>, so readers see </${outer}> as text.`;
    }
  }
  if (tag.parent === around && HEADING.test(outer) && HEADING.test(name)) {
    return `Browsers end the <${outer}> where the <${name}> begins.`;
  }
  if (article.format === "mdx" || endsWithin(tag, around)) return undefined;
  return `The <${name}> does not end inside the <${outer}>, so browsers let one of them run on.`;
}

/** What readers see of a block that begins in the middle of a paragraph, as a sentence. */
export function harmInText(article: Article, tag: WrittenTag, isKramdown: boolean): string {
  return isKramdown && shownByKramdown(article, tag, tag) === "tags"
    ? tagsShown(tag.name)
    : "The paragraph ends there, and the rest of its text is outside of any paragraph.";
}

function tagsShown(name: string): string {
  return `kramdown has no blocks in text, so readers see the tags of the <${name}>.`;
}

/**
 * Which tags kramdown prints as text where a block begins in its text; none where it reads no Markdown.
 *
 * @param outer the element around the block, or the block itself: where text is read as Markdown
 */
function shownByKramdown(
  article: Article,
  { name, opening }: WrittenTag,
  outer: WrittenTag,
): "tags" | "outer" | undefined {
  if (article.format !== "markdown" || !BLOCKS.has(name)) return undefined;
  if (kramdownRawTest(article)(outer.opening)) return undefined;
  const { line } = article.lines.pointAt(opening.start);
  const before = article.source.slice(article.lines.startOf(line), opening.start);
  return CONTAINERS.test(before) ? "outer" : "tags";
}

function endsWithin({ name, closing }: WrittenTag, around: WrittenTag): boolean {
  if (VOID.has(name)) return true;
  return closing !== undefined && closing.end <= (around.closing?.start ?? 0);
}
