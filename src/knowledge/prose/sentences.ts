import { lazily } from "../../article/lazily.js";
import abbreviations from "./abbreviations.json" with { type: "json" };

/** A sentence of a text, in UTF-16 offsets of that text, without blanks at either end. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  abbreviations.map((abbreviation) => abbreviation.toLowerCase()),
);
const LAST_WORD = /(?<![\p{L}\p{N}.])([\p{L}\p{N}.]+)\.\s*$/u;
const INITIAL = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u;
/** An ellipsis ends a sentence for writing without spaces, where Unicode's rules let it run on. */
const WIDE_ELLIPSIS =
  /(?<![…⋯])[…⋯]{2,}["'”’」』）)》]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;
/** A bracket or quote that Unicode's rules count to the sentence before it, though it opens the next. */
const OPENERS = /(?<![“‘«「『【〈《（([])[“‘«「『【〈《（([]+$/u;
/** Without one of these, the rules of Unicode end no sentence within a line. */
const MAY_END = /\p{Sentence_Terminal}/u;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/g;

const segmenter = lazily(() => new Intl.Segmenter("en", { granularity: "sentence" }));
/** The segmenter's time grows with the square of its text, so it is given windows of this length. */
const WINDOW = 2048;

/**
 * Splits a text into sentences (Unicode Standard Annex 29), with what it leaves to others: line breaks
 * inside a paragraph do not end a sentence, neither do abbreviations and initials, and `……` does in CJK.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of boundariesOf(text)) {
    const sentence = trimmed(text, start, end);
    if (sentence !== undefined) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

/** Offsets after which a new sentence begins, the text's end included. */
function* boundariesOf(text: string): Generator<number> {
  const flat = text.replace(LINE_BREAK, " ");
  const hasEllipsis = /[…⋯]{2}/.test(flat);
  for (const segment of segmentsOf(flat)) {
    const piece = flat.slice(segment.start, segment.end);
    for (const ellipsis of hasEllipsis ? piece.matchAll(WIDE_ELLIPSIS) : []) {
      yield segment.start + ellipsis.index + ellipsis[0].length;
    }
    if (segment.end === flat.length) break;
    if (runsOn(piece.slice(-40))) continue;
    yield segment.end - (OPENERS.exec(piece)?.[0].length ?? 0);
  }
  yield flat.length;
}

/** The segmenter's sentences; each window begins where the last whole sentence ended. */
function* segmentsOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  // The segmenter takes long, and half of all paragraphs are one sentence.
  if (!MAY_END.test(text.trimEnd().slice(0, -1))) {
    if (text !== "") yield { start: 0, end: text.length };
    return;
  }
  let start = 0;
  let width = WINDOW;
  while (start < text.length) {
    const slice = text.slice(start, start + width);
    const ends: number[] = [];
    for (const { index } of segmenter().segment(slice)) if (index > 0) ends.push(index);
    ends.push(slice.length);
    const isLast = start + width >= text.length;
    // A window may cut its last sentence short: leave that to the next one.
    if (!isLast) ends.pop();
    if (ends.length === 0) {
      width *= 2;
      continue;
    }
    let from = start;
    for (const end of ends) {
      yield { start: from, end: start + end };
      from = start + end;
    }
    start = from;
    width = WINDOW;
  }
}

/** Whether the full stop a piece ends with belongs to an abbreviation or an initial. */
function runsOn(piece: string): boolean {
  // Most sentences in CJK end otherwise.
  if (!piece.trimEnd().endsWith(".")) return false;
  const word = LAST_WORD.exec(piece)?.[1];
  if (word === undefined) return false;
  return ABBREVIATIONS.has(word.toLowerCase()) || INITIAL.test(word);
}

function trimmed(text: string, start: number, end: number): Sentence | undefined {
  const piece = text.slice(start, end);
  const body = piece.trim();
  if (body === "") return undefined;
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: from + body.length, text: body };
}

const FINAL_MARK = /[.!?。！？．｡…‥‼⁇⁈⁉।॥؟۔]["'”’»›」』】〉》）)\]*_]*$/u;
const QUESTION = /[?？]["'”’»)）\]*_]*$/u;
const INNER_MARK = /[.!。！](?:\s|\p{Script=Han}|$)/u;

/** Whether a text ends as a sentence does: with a final mark, closing quotes and brackets allowed after it. */
export function endsAsSentence(text: string): boolean {
  return FINAL_MARK.test(text.slice(-12));
}

/** Whether a text is one question and nothing else: lists of questions come again over their answers. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text.slice(-12)) && !INNER_MARK.test(text.slice(0, -12));
}
