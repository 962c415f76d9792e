import { htmlTagNames } from "html-tag-names";
import { htmlVoidElements } from "html-void-elements";
import {
  type Article,
  overlapTest,
  patternAround,
  perArticle,
  type Range,
  writtenTagsOf,
} from "../../../src/rules.js";
import type { HtmlProblem } from "./html-problems.js";

const NAMES: ReadonlySet<string> = new Set(htmlTagNames);
const CODE = /^(?:pre|code|kbd|samp|var|textarea)$/;
/** How far above an end tag its opening tag is looked for, in characters. */
const LOOK_BACK = 5000;

/** What kramdown prints as text: an end tag without a partner, or a start tag that it cannot read; undefined for other tags. */
export function printedByKramdown(
  article: Article,
  { code, range }: HtmlProblem,
): "end" | "start" | undefined {
  if (code === "printed-start-tag") return "start";
  if (code === "printed-end-tag") return "end";
  const isAlone = code === "stray-end-tag" && !endTagsWithPartner(article).has(range.start);
  return isAlone && article.format === "markdown" ? "end" : undefined;
}

/** Whether readers are meant to see a tag that kramdown prints: it is code, or the end of what is shown as a tag before it. */
export function isMeantAsText(article: Article, { code, range }: HtmlProblem): boolean {
  const name = /^<\/?([^\s/>]+)/.exec(article.source.slice(range.start, range.end))?.[1] ?? "";
  if (code === "printed-start-tag")
    return !NAMES.has(name.toLowerCase()) || isInCode(article)(range);
  const before = article.source.slice(Math.max(0, range.start - LOOK_BACK), range.start);
  const tags = [...before.matchAll(patternAround("gi")`(?:&lt;|<)/?${name}(?=[\s/>&])`)];
  return /^&lt;[^/]/.test(tags.at(-1)?.[0] ?? "");
}

const endTagsWithPartner = perArticle(
  (article): ReadonlySet<number> =>
    new Set(writtenTagsOf(article).flatMap(({ closing }) => closing?.start ?? [])),
);

const isInCode = perArticle((article) =>
  overlapTest(
    writtenTagsOf(article).flatMap(({ name, opening, closing }) =>
      CODE.test(name) && closing !== undefined ? [{ start: opening.end, end: closing.start }] : [],
    ),
  ),
);

/** Elements that writers set within a sentence: an open one lost its end. */
const IN_SENTENCES =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|p|q|s|samp|small|span|strike|strong|sub|summary|sup|time|tt|u|var)$/;
/** Most of a line that is looked at on either side of a tag. */
const REACH = 80;
const WORD_BEFORE = /[\p{L}\p{N}][^<>\n]*$/u;
const WORD_AFTER = /^[^<>\n]*[\p{L}\p{N}]/u;

/**
 * Whether a tag that nothing closes is named in a sentence (`the <section> element`) rather than used: it has no
 * attributes, and words on either side.
 */
export function isNamedInSentence({ source, format }: Article, { start, end }: Range): boolean {
  const name = /^<([a-z][a-z\d]*)>$/i.exec(source.slice(start, end))?.[1];
  if (name === undefined || format === "mdx" || IN_SENTENCES.test(name.toLowerCase())) return false;
  if (htmlVoidElements.includes(name.toLowerCase())) return false;
  // What stands between backticks is meant as code, whatever block it is in.
  if (source[start - 1] === "`" && source[end] === "`") return true;
  return (
    format === "markdown" &&
    WORD_BEFORE.test(withoutTags(source.slice(Math.max(0, start - REACH), start))) &&
    WORD_AFTER.test(withoutTags(source.slice(end, end + REACH)))
  );
}

/** A text without code and other tags that are named in it. */
function withoutTags(text: string): string {
  return text.replace(/`[^`\n]*`/g, "x").replace(/<\/?[a-z][a-z\d]*>/gi, " x ");
}
