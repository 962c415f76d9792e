import { htmlTagNames } from "html-tag-names";
import {
  type Article,
  overlapTest,
  patternAround,
  perArticle,
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
