/** A word of a sentence, and how it follows the one before. */
export interface Word {
  readonly written: string;
  /** In lower case, with a straight apostrophe; empty for a part of a longer word or a name. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether only a blank or a line break is between it and the word before. */
  readonly followsWord: boolean;
  /** Whether a sentence begins with it. */
  readonly isFirst: boolean;
}

/** Words of a sentence before another that are looked at: a text may have no marks at all. */
export const LONGEST_SENTENCE = 100;

const CAPITAL = /^\p{Lu}/u;
/** `I` has a capital anywhere. */
const SPEAKER = /^I(?:['’]\p{L}+)?$/u;
/** Many of what has initials: `APIs`. */
const INITIALS = /^\p{Lu}{2,}s$/u;
const WORD = /[\p{L}\p{N}_]+(?:['’]\p{L}+)*/gu;
const SENTENCE_END = /(?:^|[.!?:]["'”’)]?\s+)["“‘'(]?$/;
const ONE_BLANK = /^(?:[ \t\u00a0]|[ \t]{0,20}\r?\n[ \t]*)$/;
const LONGEST_GAP = 200;
/** What makes a word a part of another or a name: `for-loop`, `a.k.a`, `is/are`. */
const JOINED_BEFORE = /[-_/\\.@#$&*+=<:\uFFFC]/;
const JOINED_AFTER = /^(?:[-_/\\@(=<>*+\uFFFC]|[.:][\p{L}\p{N}])/u;

/** The words of a text, those in quotation marks left out: the text speaks of them, or another wrote them. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  let isQuoted = false;
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const gap = text.slice(last, start);
    const isBlank = gap === " " || (gap.length < LONGEST_GAP && ONE_BLANK.test(gap));
    if (!isBlank) isQuoted = isQuotedAfter(gap, isQuoted);
    const isFirst = last === 0 ? gap.trim() === "" : !isBlank && SENTENCE_END.test(gap.slice(-4));
    last = start + written.length;
    if (isQuoted) continue;
    const lower = isJoined(text, start, last) ? "" : written.toLowerCase().replaceAll("’", "'");
    words.push({ written, lower, start, end: last, followsWord: isBlank, isFirst });
  }
  return words;
}

function isQuotedAfter(gap: string, isQuoted: boolean): boolean {
  let after = isQuoted;
  for (const mark of gap) {
    if (mark === '"') after = !after;
    else if (mark === "“") after = true;
    else if (mark === "”") after = false;
  }
  return after;
}

function isJoined(text: string, start: number, end: number): boolean {
  return (
    (text[start - 1] !== " " && JOINED_BEFORE.test(text[start - 1] ?? "")) ||
    (text[end] !== " " && JOINED_AFTER.test(text.slice(end, end + 2)))
  );
}

/** Whether a word has the capital of a name. */
export function isName({ written }: Word): boolean {
  return CAPITAL.test(written) && !SPEAKER.test(written) && !INITIALS.test(written);
}
