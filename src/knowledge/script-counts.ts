import table from "./article-language.json" with { type: "json" };

/** How many letters of which writing a text holds. */
export interface ScriptCounts {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Letters of every other script. */
  readonly other: number;
  /** Letters of scripts that one language alone uses, by Unicode script name. */
  readonly named: ReadonlyMap<string, number>;
}

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HANGUL = /\p{Script=Hangul}/gu;
const LETTER = /\p{L}/gu;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_LETTER = /[a-z]/gi;
const NAMED = Object.keys(table.scripts).map((script) => ({
  script,
  letters: new RegExp(`\\p{Script=${script}}`, "gu"),
}));

/** Counts the letters of a text by script (Unicode Standard Annex 24). */
export function countScripts(text: string): ScriptCounts {
  if (ASCII.test(text)) {
    return { han: 0, kana: 0, hangul: 0, other: count(text, ASCII_LETTER), named: new Map() };
  }
  const han = count(text, HAN);
  const kana = count(text, KANA);
  const hangul = count(text, HANGUL);
  const named = new Map(NAMED.map(({ script, letters }) => [script, count(text, letters)]));
  return { han, kana, hangul, other: count(text, LETTER) - han - kana - hangul, named };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
