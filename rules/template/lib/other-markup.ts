import {
  type Article,
  overlapTest,
  paragraphsOf,
  type Range,
  verbatimRangesOf,
} from "../../../src/rules.js";
import table from "./other-markup.json" with { type: "json" };

/** Markup of another program that readers see. */
export interface OtherMarkup {
  readonly program: string;
  readonly text: string;
  readonly range: Range;
  /** Whether plugins know it: then a site that has them uses it often. */
  readonly plugin: boolean;
}

const MARKS = table.marks.map(({ program, needs, pattern, ...mark }) => ({
  program,
  needs,
  pattern: new RegExp(pattern, "gu"),
  subject:
    "subject" in mark && mark.subject !== undefined ? new RegExp(mark.subject, "i") : undefined,
  plugin: "plugin" in mark,
}));
/** A quick look: what any of the marks needs. */
const PERHAPS = /[[{<!%\\]|'''|\.\. |h[1-6]\. |":http|#\+|crwdn/;

/** The marks of other programs in the text of an article, in source order of each paragraph. */
export function otherMarkup(article: Article): readonly OtherMarkup[] {
  const found: OtherMarkup[] = [];
  const isCode = overlapTest(verbatimRangesOf(article));
  for (const paragraph of paragraphsOf(article)) {
    const { text } = paragraph;
    if (paragraph.onlyCode || !PERHAPS.test(text)) continue;
    for (const { program, needs, pattern, subject, plugin } of MARKS) {
      if (!text.includes(needs)) continue;
      for (const { 0: written, index } of text.matchAll(pattern)) {
        const range = paragraph.rangeOf(index, index + written.length);
        if (isCode(range) || subject?.test(article.source) === true) continue;
        found.push({ program, text: written, range, plugin });
      }
    }
    const comment = documentComment(article, text);
    if (comment !== undefined)
      found.push({
        program: "Google Docs",
        text: comment,
        range: paragraph.rangeOf(0, comment.length),
        plugin: false,
      });
  }
  return found;
}

/** `[a]Is this right?`: a comment of a shared document, whose letter is also in the text before it. */
function documentComment({ source }: Article, text: string): string | undefined {
  const mark = /^\[[a-z]{1,2}\](?=\p{Lu})/u.exec(text)?.[0];
  if (mark === undefined) return undefined;
  const first = source.indexOf(mark);
  return /[\p{L}\p{N}.,;:!?"”)]/u.test(source[first - 1] ?? "") ? mark : undefined;
}
