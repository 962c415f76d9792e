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
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x1100) weight++;
    // The unified ideographs, nearly all of what a Chinese text holds, need no look into the tables.
    else if (unit >= 0x4e00 && unit <= 0x9fff) weight += 2;
    else {
      const codePoint = text.codePointAt(index) ?? unit;
      weight += eastAsianWidth(codePoint);
      if (codePoint > 0xffff) index++;
    }
  }
  return weight;
}

/** Whether the first character of `char` is a letter of Chinese, Japanese or Korean writing. */
export function isCjk(char: string): boolean {
  return CJK.test(char);
}
