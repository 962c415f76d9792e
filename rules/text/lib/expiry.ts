import { type Article, type Range, rangeOf } from "../../../src/rules.js";
import table from "./relative-days.json" with { type: "json" };

/** A mark that sets the expiry date of a passage: `<!-- expires 2026-01-31 -->`. */
export interface ExpiryMark {
  readonly range: Range;
  readonly date: string;
  /** The end of that day in the last time zone to reach it, in milliseconds since 1970; undefined for a date that does not exist. */
  readonly end: number | undefined;
}

const MARK = /^\s*(?:\/\*\s*)?expir(?:es|y|ed)(?:\s+on)?\s*[:=]?\s*(\d{4}-\d{1,2}-\d{1,2})\b/i;
const DAY = 86_400_000;
/** The last time zone to end a day is UTC-12. */
const LAST_ZONE = 12 * 3_600_000;

const WORDS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(table.words).map(([language, words]) => [
    language,
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "giu"),
  ]),
);
const CJK_WORDS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(table.cjk).map(([language, words]) => [
    language,
    new RegExp(words.join("|"), "g"),
  ]),
);

/** The marks of an article, in comments and MDX expressions. */
export function expiryMarks(article: Article): readonly ExpiryMark[] {
  const places = [
    ...article.comments.map((comment) => ({ range: rangeOf(comment), text: comment.value })),
    ...article.expressions.map(({ range, text }) => ({ range, text })),
  ];
  return places.flatMap(({ range, text }) => {
    const date = MARK.exec(text)?.[1];
    return date === undefined ? [] : [{ range, date, end: endOfDay(date) }];
  });
}

function endOfDay(date: string): number | undefined {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const start = Date.UTC(year, month - 1, day);
  const isReal =
    new Date(start).getUTCMonth() === month - 1 && new Date(start).getUTCDate() === day;
  return isReal ? start + DAY + LAST_ZONE : undefined;
}

/** The words of a text whose meaning depends on the day of reading. */
export function relativeDays(
  text: string,
  language: string | undefined,
): readonly { readonly index: number; readonly word: string }[] {
  const pattern = WORDS.get(language ?? "") ?? CJK_WORDS.get(language ?? "");
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].map((match) => ({ index: match.index, word: match[0] }));
}
