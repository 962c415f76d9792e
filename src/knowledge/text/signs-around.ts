import { perUnit } from "../../article/per-unit.js";

const SIGN = /^[\p{P}\p{S}\s]$/u;
const SIGNS_AROUND = /^[\p{P}\p{S}\s]+|(?<![\p{P}\p{S}\s])[\p{P}\p{S}\s]+$/gu;
const SURROGATE = /[\ud800-\udfff]/;

const isSign = perUnit((unit) => (SIGN.test(String.fromCharCode(unit)) ? 1 : 0));

/** A text without the punctuation, symbols and white space at its ends. */
export function withoutSignsAround(text: string): string {
  // Emoji take two units; such texts are few.
  if (SURROGATE.test(text)) return text.replace(SIGNS_AROUND, "");
  let start = 0;
  let end = text.length;
  while (start < end && isSign(text.charCodeAt(start)) === 1) start++;
  while (end > start && isSign(text.charCodeAt(end - 1)) === 1) end--;
  return text.slice(start, end);
}
