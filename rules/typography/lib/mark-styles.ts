import type { ProseText } from "../../../src/rules.js";
import { type MarkPlace, markPlace, withoutCalls } from "./mark-places.js";

/** Two marks of Japanese for one purpose; a text keeps to one of them. */
export interface MarkStyle {
  /** The mark that the article uses most. */
  readonly usual: string;
  /** How often it does. */
  readonly usualCount: number;
  /** The mark that it uses besides. */
  readonly other: string;
  readonly otherCount: number;
}

const PAIRS = [
  ["、", "，"],
  ["。", "．"],
  ["、", ","],
  ["。", "."],
] as const;
/** Marks of Latin writing, which no Japanese text should keep to. */
const LATIN: ReadonlySet<string> = new Set([",", "."]);
/** How many times as often the Japanese mark must appear. */
const CLEARLY_MORE = 3;
const JAPANESE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々」』）\\p{L}]";

/** The pairs of marks that the Japanese texts of an article mix. */
export function mixedStyles(proses: readonly ProseText[]): readonly MarkStyle[] {
  return PAIRS.flatMap(([first, second]) => {
    const count = (mark: string) =>
      proses.reduce((sum, prose) => sum + stylePlaces(prose, mark, mark).length, 0);
    const [firstCount, secondCount] = [count(first), count(second)];
    if (firstCount === 0 || secondCount === 0) return [];
    if (LATIN.has(second) && firstCount < CLEARLY_MORE * secondCount) return [];
    return [
      firstCount >= secondCount
        ? { usual: first, usualCount: firstCount, other: second, otherCount: secondCount }
        : { usual: second, usualCount: secondCount, other: first, otherCount: firstCount },
    ];
  });
}

/** Where a text has a mark, but not between digits or after Latin words, with the one that is meant. */
export function stylePlaces(
  { text }: ProseText,
  mark: string,
  meant: string,
): readonly MarkPlace[] {
  if (!text.includes(mark)) return [];
  const calls = withoutCalls(text);
  return [...calls.matchAll(PATTERNS[mark] ?? /(?!)/g)].map((match) =>
    markPlace(match.index, match[0], meant),
  );
}

const PATTERNS: Readonly<Record<string, RegExp | undefined>> = {
  ...Object.fromEntries(
    PAIRS.flat().map((mark) => [mark, new RegExp(`(?<=${JAPANESE})${mark}(?![\\d０-９])`, "gu")]),
  ),
  ",": /(?<=[ぁ-んァ-ヶー]),(?= ?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
  ".": /(?<=[ぁ-ん]{2})\.(?= |$|[」』）])/gu,
};
