import type { ProseText } from "../../../src/rules.js";
import { largest } from "../../../src/rules.js";
import words from "./cjk-spacing.json" with { type: "json" };

/** A place where a CJK character and a Latin word or number meet, in offsets of a prose text. */
export interface Meeting {
  /** Where the space is or would be; empty (start = end) without one. */
  readonly start: number;
  readonly end: number;
  readonly spaced: boolean;
  /** The two characters that meet, and what is between them. */
  readonly from: number;
  readonly to: number;
}

export interface MeetingOptions {
  /** Whether numbers count as Latin words. */
  readonly numbers: boolean;
  /** Units that may always follow a number without a space. */
  readonly units: readonly string[];
}

const CJK = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]";
/** A single letter belongs to the word next to it: T恤, A股, B站. */
const LETTERS = "[A-Za-z][A-Za-z\\d.+#-]{0,60}[A-Za-z\\d+#]";
const NUMBER = "\\d{1,20}(?:[.,]\\d{1,20}){0,5}";
/** Zero-width or one-space places between CJK and a word of one of the two forms, on either side of it. */
const [MEETS_LETTERS = /$^/g, MEETS_NUMBER = /$^/g] = [LETTERS, NUMBER].map(
  (word) =>
    // The text after it is tested first: a lookbehind is slow in long runs of letters.
    new RegExp(`(?<=${CJK}) ?(?=${word})|(?= ?${CJK})(?<=(?<![A-Za-z\\d])${word}) ?`, "gu"),
);
/** Quick tests. */
const LETTER = /[A-Za-z]/;
const DIGIT = /\d/;
const JOINED_TERM = new RegExp(`(?:${words.joinedTerms.join("|")})`, "gu");
/** How long the longest joined term is. */
const TERM_REACH = largest(words.joinedTerms.map((term) => term.length));

/** Places where CJK and Latin writing meet within one text node, with at most one space between them. */
export function meetingsOf(prose: ProseText, options: MeetingOptions): readonly Meeting[] {
  const { text } = prose;
  const beside = LETTER.test(text) ? text.matchAll(MEETS_LETTERS) : [];
  const besideNumbers = options.numbers && DIGIT.test(text) ? text.matchAll(MEETS_NUMBER) : [];
  return [...beside, ...besideNumbers]
    .map((match) => {
      const start = match.index;
      const end = start + match[0].length;
      // A character beyond the BMP is two units.
      const from = start - (/[\udc00-\udfff]/.test(prose.text[start - 1] ?? "") ? 2 : 1);
      const to = end + (/[\ud800-\udbff]/.test(prose.text[end] ?? "") ? 2 : 1);
      return { start, end, spaced: end > start, from, to };
    })
    .filter((place) => isJudged(prose, place, options))
    .sort((left, right) => left.start - right.start);
}

function isJudged({ text, isPlain }: ProseText, place: Meeting, options: MeetingOptions): boolean {
  const { start, end, from: first, to } = place;
  if (!isPlain(first, to)) return false;
  if (/\d/.test(text[start - 1] ?? "")) {
    const next = text.slice(end, end + 4);
    if (options.units.some((unit) => next.startsWith(unit))) return false;
  }
  if (text[start - 1] === "第" && /\d/.test(text[end] ?? "")) return false;
  const from = Math.max(0, start - TERM_REACH);
  const around = text.slice(from, end + TERM_REACH);
  return ![...around.matchAll(JOINED_TERM)].some(
    (term) => from + term.index <= start && from + term.index + term[0].length >= end,
  );
}
