import { htmlVoidElements } from "html-void-elements";
import {
  type Article,
  contentModel,
  kramdownElements,
  type WrittenTag,
} from "../../../src/rules.js";
import type { NestingProblem } from "./nesting.js";
import { kramdownRawTest } from "./raw-content.js";

const { spans: SPANS, blocks: BLOCKS } = kramdownElements;
const VOID: ReadonlySet<string> = new Set(htmlVoidElements);
const INLINE: ReadonlySet<string> = new Set(
  [...contentModel.phrasingOnly, "a"].filter((name) => !contentModel.blocks.has(name)),
);
/** Characters beside an element in which a tag is looked for. */
const LONGEST_TAG = 200;
const BLANK_LINE = /\n[ \t]*\r?\n/;
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
  if (article.format !== "mdx" && !endsWithin(tag, around)) {
    return `The <${name}> does not end inside the <${outer}>, so browsers let one of them run on.`;
  }
  return isInLine(article, around)
    ? `The <${name}> breaks the line of text that the <${outer}> is in.`
    : undefined;
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

/** Whether text or an inline element stands right beside an inline element, or beside those around it. */
function isInLine({ source }: Article, around: WrittenTag): boolean {
  if (!INLINE.has(around.name)) return false;
  let top = around;
  while (top.parent !== undefined && INLINE.has(top.parent.name)) top = top.parent;
  const { start } = top.opening;
  const end = top.closing?.end ?? top.opening.end;
  const [before = ""] = source
    .slice(Math.max(0, start - LONGEST_TAG), start)
    .split(BLANK_LINE)
    .slice(-1);
  const [after = ""] = source.slice(end, end + LONGEST_TAG).split(BLANK_LINE);
  return endsInText(before) || beginsWithText(after);
}

/** Whether the last thing in some HTML, tags of inline elements left out, is text. */
function endsInText(markup: string): boolean {
  let rest = markup.trimEnd();
  for (;;) {
    const name = /<\/([^<>\s]+)\s*>$/.exec(rest)?.[1];
    if (name === undefined || !INLINE.has(name.toLowerCase())) return /[^>]$/.test(rest);
    rest = rest.slice(0, rest.lastIndexOf("<")).trimEnd();
  }
}

/** Whether the first thing in some HTML, tags of inline elements left out, is text. */
function beginsWithText(markup: string): boolean {
  let rest = markup.trimStart();
  for (;;) {
    const [tag, name] = /^<([^<>\s/]+)[^<>]*>/.exec(rest) ?? [];
    if (tag === undefined || name === undefined || !INLINE.has(name.toLowerCase()))
      return /^[^<]/.test(rest);
    rest = rest.slice(tag.length).trimStart();
  }
}

function endsWithin({ name, closing }: WrittenTag, around: WrittenTag): boolean {
  if (VOID.has(name)) return true;
  return closing !== undefined && closing.end <= (around.closing?.start ?? 0);
}
