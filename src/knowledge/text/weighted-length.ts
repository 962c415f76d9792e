import { eastAsianWidth } from "get-east-asian-width";
import { perUnit } from "../../article/per-unit.js";

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
    const codePoint = unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(index) ?? unit) : unit;
    if (codePoint <= 0xffff) weight += unitWidth(codePoint);
    else {
      weight += eastAsianWidth(codePoint);
      index++;
    }
  }
  return weight;
}

const unitWidth = perUnit((unit) => eastAsianWidth(unit));

/** Whether the first character of `char` is a letter of Chinese, Japanese or Korean writing. */
export function isCjk(char: string): boolean {
  return CJK.test(char);
}
