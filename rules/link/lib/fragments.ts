import {
  type Article,
  attributeOf,
  overlapTest,
  type Range,
  rangeOf,
  type TemplateTag,
} from "../../../src/rules.js";

/** Tags that include text from elsewhere, and ids with it. */
const INCLUDES =
  /^(?:include|include_relative|import|render|partial|includes?_cached|embed|macro|call|block|for|renderTemplate|snippet|content|toc|md|markdown|readfile|component)/i;

/**
 * Lines that Markdown extensions put a file or the documentation of code in place of: `--8<-- "a.md"`,
 * `::: package.name`, and `::: name` with options below.
 */
const INCLUDING_LINE =
  /^[ \t]*(?:-+8<-+|:::[ \t]+(?:[\w-]+\.[\w.-]+|[\w-]+[ \t]*\r?\n[ \t]+:[\w-]+:))/m;

/** Whether an article includes text from elsewhere (includes, components), so that not all of its ids are known. */
export function bringsInText(article: Article): boolean {
  const isInHeading = headingTest(article);
  return (
    article.templateTags.some((tag) =>
      tag.kind === "expression"
        ? printsMarkup(article, tag, isInHeading)
        : tag.kind === "tag" && INCLUDES.test(tag.name),
    ) ||
    article.elements.some((element) => attributeOf(article, element, "id")?.unknown === true) ||
    article.comments.some(({ value }) => /^\s*@include:/.test(value)) ||
    INCLUDING_LINE.test(article.source)
  );
}

/**
 * Fragments that the front matter sends to another place, as a script of the site reads them:
 * `anchorRedirects: { old: "/guide/#new" }`.
 */
export function redirectedFragments({ frontMatter }: Article): readonly string[] {
  return Object.values(frontMatter?.data ?? {}).flatMap((value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([fragment, to]) =>
          typeof to === "string" && to.includes("#") ? [fragment.replace(/^#/, "")] : [],
        )
      : [],
  );
}

/** Tells what lies in headings, whose ids the site index knows as far as they can be known. */
function headingTest(article: Article): (range: Range) => boolean {
  const headings = article.elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  return overlapTest(headings.map(rangeOf));
}

/** Filters whose result is markup, and the name that engines give a page's body. */
const MARKUP = /\|\s*(?:markdown|markdownify|safe|raw|render\w*)\b|\bcontent\b/i;

/** Whether what an expression prints may hold elements: it is alone on its line, or says so. A word of a line holds none. */
function printsMarkup(
  { source }: Article,
  { range }: TemplateTag,
  isInHeading: (range: Range) => boolean,
): boolean {
  const isAlone = isAloneOnLine(source, range);
  return (isAlone && !isInHeading(range)) || MARKUP.test(source.slice(range.start, range.end));
}

/** Looks no further than to the next text: lines may be long, and hold many tags. */
function isAloneOnLine(source: string, { start, end }: Range): boolean {
  const isBlank = (at: number): boolean => /[^\S\n]/.test(source.charAt(at));
  let before = start - 1;
  while (isBlank(before)) before -= 1;
  if (before >= 0 && source.charAt(before) !== "\n") return false;
  let after = end;
  while (isBlank(after)) after += 1;
  return after >= source.length || source.charAt(after) === "\n";
}
