/** From here on a letter is a token of its own: Chinese, Japanese and Korean writing. */
export const WIDE = 0x1_0000;
/** The values in the table for a unit that is not a letter, and for one that was not looked up yet. */
const NONE = 0;
const UNKNOWN = -1;

const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30fc]/u;
const LETTER = /^[\p{L}\p{M}\p{N}\p{Cs}]/u;

/**
 * UTF-16 units as they are compared, case and width folded: 0 for what is not a letter, `WIDE` or more for a token of
 * its own, and below 0 where `letterOf` was not called yet.
 */
export const LETTERS: Int32Array = new Int32Array(0x1_0000).fill(UNKNOWN);

/** Looks up a unit that is not in the table yet. */
export function letterOf(unit: number): number {
  const folded = String.fromCharCode(unit).normalize("NFKC").toLowerCase();
  const value = folded.charCodeAt(0) + (CJK.test(folded) ? WIDE : 0);
  const letter = LETTER.test(folded) ? value : NONE;
  LETTERS[unit] = letter;
  return letter;
}
