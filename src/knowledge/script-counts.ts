import table from "./article-language.json" with { type: "json" };

/** How many letters of which writing a text holds. */
export interface ScriptCounts {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Letters of every other script. */
  readonly other: number;
}

const HAN = /^\p{Script=Han}$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const HANGUL = /^\p{Script=Hangul}$/u;
const LETTER = /^\p{L}$/u;
const CJK =
  /[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u9fff\uac00-\ud7ff\uf900-\ufaff\ud840-\ud88f]/;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_LETTER = /[a-z]/gi;
const BEYOND_LATIN_AND_CYRILLIC = /[\u0370-\u03ff\u0530-\u1fff]/;
const SOLE_SCRIPTS = Object.entries(table.scripts).map(([script, language]) => ({
  language,
  letter: new RegExp(`\\p{Script=${script}}`, "gu"),
}));

/** Whether a text holds a character of Chinese, Japanese or Korean writing; a quick look by blocks. */
export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

/** Counts the letters of a text by script (Unicode Standard Annex 24). */
export function countScripts(text: string): ScriptCounts {
  if (ASCII.test(text)) {
    return { han: 0, kana: 0, hangul: 0, other: count(text, ASCII_LETTER) };
  }
  const counts = { han: 0, kana: 0, hangul: 0, other: 0, none: 0 };
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    counts[scriptOfCodePoint(codePoint)]++;
    if (codePoint > 0xffff) index++;
  }
  const { han, kana, hangul, other } = counts;
  return { han, kana, hangul, other };
}

/** The blocks that hold nearly all of a text are told by their bounds, the rest by Unicode's properties. */
function scriptOfCodePoint(codePoint: number): keyof ScriptCounts | "none" {
  if (codePoint < 0x80) return isAsciiLetter(codePoint) ? "other" : "none";
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return "han";
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return "hangul";
  if (isCommonPunctuation(codePoint)) return "none";
  const character = String.fromCodePoint(codePoint);
  if (HAN.test(character)) return "han";
  if (KANA.test(character)) return "kana";
  if (HANGUL.test(character)) return "hangul";
  return LETTER.test(character) ? "other" : "none";
}

function isAsciiLetter(codePoint: number): boolean {
  return (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
}

/** General, CJK and full-width punctuation and digits, without the letters among them. */
function isCommonPunctuation(codePoint: number): boolean {
  return (
    (codePoint >= 0x2000 && codePoint <= 0x206f) ||
    (codePoint >= 0x3000 && codePoint <= 0x3004) ||
    (codePoint >= 0x3008 && codePoint <= 0x3020) ||
    (codePoint >= 0xff01 && codePoint <= 0xff20)
  );
}

/** The language whose own script most letters of a text are in: Greek, Thai, Hebrew. */
export function languageOfScript(text: string, letters: number): string | undefined {
  if (!BEYOND_LATIN_AND_CYRILLIC.test(text)) return undefined;
  return SOLE_SCRIPTS.find(({ letter }) => count(text, letter) * 2 > letters)?.language;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
