import { perUnit } from "../../article/per-unit.js";
import table from "../language/article-language.json" with { type: "json" };

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
const KANA_OR_HANGUL =
  /[\u1100-\u11ff\u302e-\u30ff\u3130-\u318f\u31f0-\u33ff\ua960-\ua97f\uac00-\udfff\uff65-\uffdc]/;
const ASCII = /^[\0-\x7f]*$/;
const BEYOND_LATIN_AND_CYRILLIC = /[\u0370-\u03ff\u0530-\u1fff]/;
const SOLE_SCRIPTS = Object.entries(table.scripts).map(([script, language]) => ({
  language,
  letter: new RegExp(`\\p{Script=${script}}`, "gu"),
}));

/** Whether a text holds a character of Chinese, Japanese or Korean writing; a quick look by blocks. */
export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

/** Whether a text may hold Japanese syllables or Korean writing; a quick look by blocks. */
export function perhapsKanaOrHangul(text: string): boolean {
  return KANA_OR_HANGUL.test(text);
}

/** Counts the letters of a text by script (Unicode Standard Annex 24). */
export function countScripts(text: string): ScriptCounts {
  if (ASCII.test(text)) {
    return { han: 0, kana: 0, hangul: 0, other: asciiLetters(text) };
  }
  const counts = [0, 0, 0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const codePoint = isHighSurrogate(unit) ? (text.codePointAt(index) ?? unit) : unit;
    const script = codePoint > 0xffff ? scriptOfCodePoint(codePoint) : scriptOfUnit(codePoint);
    counts[script] = (counts[script] ?? 0) + 1;
    if (codePoint > 0xffff) index++;
  }
  const [han = 0, kana = 0, hangul = 0, other = 0] = counts;
  return { han, kana, hangul, other };
}

/** Positions in the counts. */
const SCRIPT = { han: 0, kana: 1, hangul: 2, other: 3, none: 4 } as const;

const scriptOfUnit = perUnit(scriptOfCodePoint);

function scriptOfCodePoint(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (HAN.test(character)) return SCRIPT.han;
  if (KANA.test(character)) return SCRIPT.kana;
  if (HANGUL.test(character)) return SCRIPT.hangul;
  return LETTER.test(character) ? SCRIPT.other : SCRIPT.none;
}

function asciiLetters(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    // Upper case differs from lower case in this one bit.
    const unit = text.charCodeAt(index) | 0x20;
    if (unit >= 0x61 && unit <= 0x7a) letters++;
  }
  return letters;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The language whose own script most letters of a text are in: Greek, Thai, Hebrew. */
export function languageOfScript(text: string, letters: number): string | undefined {
  if (!BEYOND_LATIN_AND_CYRILLIC.test(text)) return undefined;
  return SOLE_SCRIPTS.find(({ letter }) => count(text, letter) * 2 > letters)?.language;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
