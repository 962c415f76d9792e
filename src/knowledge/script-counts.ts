import table from "./article-language.json" with { type: "json" };

/** How many letters of which writing a text holds. */
export interface ScriptCounts {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Letters of every other script. */
  readonly other: number;
}

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HANGUL = /\p{Script=Hangul}/gu;
const LETTER = /\p{L}/gu;
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
  const han = count(text, HAN);
  const kana = count(text, KANA);
  const hangul = count(text, HANGUL);
  return { han, kana, hangul, other: count(text, LETTER) - han - kana - hangul };
}

/** The language whose own script most letters of a text are in: Greek, Thai, Hebrew. */
export function languageOfScript(text: string, letters: number): string | undefined {
  if (!BEYOND_LATIN_AND_CYRILLIC.test(text)) return undefined;
  return SOLE_SCRIPTS.find(({ letter }) => count(text, letter) * 2 > letters)?.language;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
