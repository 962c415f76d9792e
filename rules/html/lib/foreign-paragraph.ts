import {
  type Article,
  certainLanguage,
  isRunningText,
  languageOf,
  type ProseText,
  proseTextsOf,
  type Range,
} from "../../../src/rules.js";
import { isMarked } from "./foreign-run.js";

/** A paragraph in another language than all others of its article. */
export interface ForeignParagraph {
  readonly language: string;
  readonly own: string;
  readonly range: Range;
}

/** So many others must be in one language, and so few in another: an article that is translated in part has more. */
const LEAST_OWN = 6;
const MOST_FOREIGN = 1;

/** The one paragraph of an article that is in another language than the others; where it is quoted, that is meant. */
export function foreignParagraphs(article: Article): readonly ForeignParagraph[] {
  const own = languageOf(article);
  if (own === undefined) return [];
  const proses = proseTextsOf(article);
  let same = 0;
  const found: { readonly language: string; readonly index: number }[] = [];
  for (const [index, { paragraph, text }] of proses.entries()) {
    if (!isRunningText(paragraph) || paragraph.kind !== "paragraph") continue;
    const language = certainLanguage(text);
    if (language === own) same += 1;
    else if (language !== undefined) found.push({ language, index });
    if (found.length > MOST_FOREIGN) return [];
  }
  if (same < LEAST_OWN) return [];
  return found.flatMap(({ language, index }): readonly ForeignParagraph[] => {
    const prose = proses[index];
    if (prose === undefined || isCited(article, prose, proses[index - 1])) return [];
    return [{ language, own, range: prose.paragraph.range }];
  });
}

/** Whether a paragraph is somebody else's words: in a quotation, in marks, or after a colon. */
export function isCited(
  article: Article,
  prose: ProseText,
  before: ProseText | undefined,
): boolean {
  const { text, paragraph } = prose;
  if (/^\p{P}*["'“”„‚«»‘「『《〈]/u.test(text) || isMarked(article, prose)) return true;
  // A notice in another language is set in bold or italics.
  if (/[*_]/.test(article.source[paragraph.range.start - 1] ?? "")) return true;
  if (before !== undefined && /[:：]\s*$/.test(before.text)) {
    // What a colon announces may be the code between.
    const between = article.source.slice(before.paragraph.range.end, paragraph.range.start);
    if (!/^[ \t]*(?:```|~~~)|\{%-? *highlight |<pre\b/m.test(between)) return true;
  }
  for (let at = paragraph.element; at !== undefined; at = article.parentOf(at)) {
    if (/^(?:blockquote|figure|details|aside|li)$/.test(at.tagName)) return true;
  }
  return false;
}
