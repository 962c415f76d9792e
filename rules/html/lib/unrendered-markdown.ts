import {
  type Article,
  attributeOf,
  contentModel,
  type Element,
  overlapTest,
  type Range,
  rangeOf,
  type TemplateTag,
  type Text,
} from "../../../src/rules.js";

/** Markdown that readers see as it was typed. */
export interface Unrendered {
  readonly range: Range;
  /** The nearest block around it; each block has one finding. */
  readonly block: Element | undefined;
  /** The same as HTML, where that is certain. */
  readonly html: string | undefined;
}

/** A link or image whose URL looks like one, bold text, code. */
const INLINE =
  /(?<![\w!\]\\])(!?)\[([^[\]]{1,300})\]\(((?:[^()\s]|\([^()\s]*\))+)(?:\s+"([^"\n]*)")?\)|(?<![*\w\\])\*\*(?=\S)([^*\n]{1,200}?)(?<=\S)\*\*(?![*\w])|(?<![`\\])`([^`\n]{1,100})`(?!`)/g;
const HEADING = /(?<=^|\n)[ \t]{0,3}#{2,6}[ \t]+\S[^\n]*/g;
/** The first line of a fenced block whose last fence is there, too; the row of hyphens of a table. */
const BLOCK =
  /(?<=^|\n)[ \t]{0,3}(?:(`{3,}|~{3,})[^\n`]{0,200}(?=\n(?:[^\n]*\n){0,200}?[ \t]*\1[ \t]*(?:\r?\n|$))|\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*-{3}[-:| \t]*(?=\r?\n|$))/g;
/** A quick check. */
const PERHAPS_MARKDOWN = /[\]*`#]|~~~|-[ \t]*\|/;
const ADDRESS = /[./#:@]|^\{\{/;
/** Elements that begin a block of text. */
export const TEXT_BLOCKS: ReadonlySet<string> = new Set([
  ...contentModel.blocks,
  "li",
  "td",
  "th",
  "dt",
  "dd",
  "figcaption",
]);
const VERBATIM =
  /^(?:pre|code|kbd|samp|tt|script|style|textarea|xmp|svg|math|template|listing|plaintext|title)$/;

/**
 * Markdown in the text of raw HTML, where renderers do not look for it.
 *
 * @param readsAttribute whether an attribute `markdown` may change that
 */
export function unrenderedMarkdown(
  article: Article,
  readsAttribute: boolean,
): readonly Unrendered[] {
  if (article.format === "mdx") return [];
  // A template block may render its content: `{% capture %}`, `{% filter markdown %}`, `{% note %}`.
  const isTemplated = overlapTest(pairedTags(article));
  return article.texts.flatMap((text) => {
    const { start, end } = rangeOf(text);
    // The text of Markdown is replaced with spaces in the markup.
    const raw = article.markup.slice(start, end);
    if (!PERHAPS_MARKDOWN.test(raw) || isVerbatim(article, text, readsAttribute)) return [];
    const block = blockOf(article, text);
    const found: Unrendered[] = [];
    for (const match of raw.matchAll(INLINE)) {
      const at = start + match.index;
      const range = { start: at, end: at + match[0].length };
      if (isTemplated(range)) continue;
      if (match[3] !== undefined && !ADDRESS.test(match[3])) continue;
      found.push({ range, block, html: htmlOf(match) });
    }
    if (article.format === "markdown") {
      for (const pattern of [HEADING, BLOCK]) {
        for (const match of raw.matchAll(pattern)) {
          const at = start + match.index;
          const range = { start: at, end: at + match[0].trimEnd().length };
          if (!isTemplated(range)) found.push({ range, block, html: undefined });
        }
      }
    }
    return found;
  });
}

/** From template tags to their closing tags. */
function pairedTags(article: Article): readonly Range[] {
  const ranges: Range[] = [];
  const open: TemplateTag[] = [];
  for (const tag of article.templateTags) {
    if (!tag.name.startsWith("end")) {
      open.push(tag);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === tag.name.slice(3));
    const first = open[at];
    if (first === undefined) continue;
    ranges.push({ start: first.range.start, end: tag.range.end });
    open.length = at;
  }
  return ranges.sort((left, right) => left.start - right.start);
}

function isVerbatim(article: Article, text: Text, readsAttribute: boolean): boolean {
  for (let at = article.parentOf(text); at !== undefined; at = article.parentOf(at)) {
    if (VERBATIM.test(at.tagName)) return true;
    if (!readsAttribute || article.originOf(at) !== "html") continue;
    if (attributeOf(article, at, "markdown") !== undefined) return true;
  }
  return false;
}

function blockOf(article: Article, text: Text): Element | undefined {
  let at = article.parentOf(text);
  while (at !== undefined && !TEXT_BLOCKS.has(at.tagName)) at = article.parentOf(at);
  return at;
}

function htmlOf(match: RegExpMatchArray): string | undefined {
  const [, image, label, address, title, bold, code] = match;
  if (bold !== undefined) return `<strong>${bold}</strong>`;
  if (code !== undefined) return `<code>${code}</code>`;
  if (label === undefined || address === undefined || /"/.test(address + label)) return undefined;
  const tooltip = title === undefined ? "" : ` title="${title}"`;
  return image === "!"
    ? `<img src="${address}" alt="${label}"${tooltip}>`
    : `<a href="${address}"${tooltip}>${label}</a>`;
}
