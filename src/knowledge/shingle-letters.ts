/** From here on a letter is a token of its own: Chinese, Japanese and Korean writing. */
export const WIDE = 0x1_0000;

const UNKNOWN = 0xffff_ffff;
const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30fc]/u;
const LETTER = /^[\p{L}\p{M}\p{N}\p{Cs}]/u;

const known = new Uint32Array(0x1_0000).fill(UNKNOWN);

/** A UTF-16 unit as texts compare, case and width folded; 0 for what is no letter, from `WIDE` on where it is a token of its own. */
export function letterOf(unit: number): number {
  const kept = known[unit] ?? 0;
  if (kept !== UNKNOWN) return kept;
  const letter = fold(String.fromCharCode(unit));
  known[unit] = letter;
  return letter;
}

function fold(character: string): number {
  const folded = character.normalize("NFKC").toLowerCase();
  if (!LETTER.test(folded)) return 0;
  return folded.charCodeAt(0) + (CJK.test(folded) ? WIDE : 0);
}
