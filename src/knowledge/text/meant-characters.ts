/** Scripts whose letters take ZWJ and ZWNJ (Unicode Standard, 23.2) and joining marks. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Balinese}\p{Script=Javanese}]/u;
/** Scripts written without spaces, where ZWSP marks where a line may break. */
const SPACELESS =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3)$/u;
const EMOJI_AFTER = /^[\p{Extended_Pictographic}]/u;
const TAGGED_FLAG = /^[\u{e0020}-\u{e007e}]+\u{e007f}$/u;
const WORD_BEFORE = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u;
const WORD_AFTER = /^[\p{L}\p{M}]+/u;
const LIST_OR_HEADING = /^\ufeff?[ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)])$/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Words shorter than this are bound to their neighbour on purpose: `в`, `Mr`, `à`. */
const LONG_WORD = 4;
/** How far a line is looked at, so that a line of many megabytes costs no squared time. */
const LINE_REACH = 400;

/** Whether an invisible character belongs where it stands: in emoji and flags, in Arabic and Indic words. */
export function isMeantJoiner(text: string, start: number, end: number): boolean {
  const run = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  if (run === "\u200d" && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) return true;
  if (TAGGED_FLAG.test(run) && before.endsWith("\u{1f3f4}")) return true;
  const neighbours = (lastOf(before) ?? "") + (firstOf(after) ?? "");
  if (/^[\u200c\u200d]+$/.test(run)) return JOINING.test(neighbours);
  if (run === "\u200b") return SPACELESS.test(neighbours);
  if (/^[\u200e\u200f\u061c]+$/.test(run)) return RIGHT_TO_LEFT.test(lineAround(text, start));
  return run === "\u180e" && /\p{Script=Mongolian}/u.test(neighbours);
}

/**
 * Whether a no-break space binds what should not part: numbers and units, punctuation of French, initials
 * and short words. It is residue where plain words, CJK text or another space stand beside it, and it
 * breaks Markdown after a list or heading mark.
 */
export function isMeantNoBreakSpace(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (LIST_OR_HEADING.test(lineBefore(text, start))) return false;
  if (/(?:^|[\n\r>])[^\S\n\r]*$/.test(before) || /^\s*(?:$|[\n\r<])/.test(after)) return true;
  if (/[ \t]$/.test(before) || /^[ \t]/.test(after)) return false;
  if (/\p{N}$/u.test(before)) return true;
  if (CJK.test(lastOf(before) ?? "") || CJK.test(firstOf(after) ?? "")) return false;
  const left = WORD_BEFORE.exec(before)?.[0] ?? "";
  const right = WORD_AFTER.exec(after)?.[0] ?? "";
  if (left.length < LONG_WORD || right.length < LONG_WORD) return true;
  // The parts of a name are kept together on purpose: `Media Queries`.
  return /^\p{Lu}/u.test(left) && /^\p{Lu}/u.test(right);
}

/** Whether a private-use character is shown by fonts everywhere the text goes: only the ones CSS icon names give. */
export function isMeantPrivate(text: string, start: number): boolean {
  // An icon font's glyph is text of its own: `<i class="icon">…</i>`.
  return /<i\b[^<>]*>\s*$/.test(text.slice(Math.max(0, start - 120), start));
}

function lastOf(text: string): string | undefined {
  return [...text].at(-1);
}

function firstOf(text: string): string | undefined {
  return [...text][0];
}

function lineBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - LINE_REACH);
  const before = text.slice(from, offset);
  const start = before.lastIndexOf("\n") + 1;
  // A line that begins further off has no mark right before the offset.
  return start === 0 && from > 0 ? "…" : before.slice(start);
}

/** The line an offset lies in, as far as it reaches to either side of it. */
export function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - LINE_REACH), offset);
  const after = text.slice(offset, offset + LINE_REACH);
  const to = after.indexOf("\n");
  return before.slice(before.lastIndexOf("\n") + 1) + after.slice(0, to === -1 ? undefined : to);
}
