import { eastAsianWidth } from "get-east-asian-width";

const ASCII = /^[\0-\x7f]*$/;
const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30fc\uff70]/u;

/**
 * Length of a text as an editor weighs it: a wide or full-width character counts 2, every other 1
 * (Unicode Standard Annex 11; ambiguous characters count 1).
 */
export function weightedLength(text: string): number {
  if (ASCII.test(text)) return text.length;
  let weight = 0;
  for (const char of text) {
    const codePoint = char.codePointAt(0) ?? 0;
    weight += codePoint < 0x1100 ? 1 : eastAsianWidth(codePoint);
  }
  return weight;
}

/** Whether the first character of `char` is a letter of Chinese, Japanese or Korean writing. */
export function isCjk(char: string): boolean {
  return CJK.test(char);
}
