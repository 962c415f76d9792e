import { type ProseText, perUnit, sentencesOf } from "../../../src/rules.js";
import table from "./han-scripts.json" with { type: "json" };

/** The way of writing Chinese characters that an article keeps to. */
export type HanScript = "simplified" | "traditional" | "Japanese";

/** A sentence that is written in another script than its article. */
export interface ForeignSentence {
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** Some of the characters that tell. */
  readonly examples: string;
}

const ONLY_SIMPLIFIED = new Set([...table.simplified, ...table.simplifiedAndJapanese]);
const NOT_JAPANESE = new Set(table.simplified);
const ONLY_TRADITIONAL = new Set(table.traditional);
/** Quoted words and titles may be in the script of their source. */
const QUOTED =
  /「[^「」]{0,200}」|『[^『』]{0,200}』|“[^“”]{0,200}”|"[^"]{0,200}"|《[^《》]{0,100}》/g;
const HAN_RUN = /[\p{Script=Han}々]+/gu;
/** A run this long is no name. */
const LONG_RUN = 8;
const LEAST_FOREIGN = 3;
/** A sentence with names in another script has as many characters of its own. */
const FOREIGN_TO_OWN = 4;
/** How much text tells the script of an article, and by how much it must prevail. */
const LEAST_OWN = 20;
const CLEARLY_MORE = 2;

/** The script of a Chinese article; undefined where it mixes both, or has too little text. */
export function chineseScript(
  proses: readonly ProseText[],
  declared: HanScript | undefined,
): HanScript | undefined {
  let simplified = 0;
  let traditional = 0;
  for (const { text } of proses) {
    for (let index = 0; index < text.length; index++) {
      const scripts = scriptsOf(text.charCodeAt(index));
      if ((scripts & TELLS.traditional) !== 0) simplified++;
      else if ((scripts & TELLS.simplified) !== 0) traditional++;
    }
  }
  const [most, other] = [Math.max(simplified, traditional), Math.min(simplified, traditional)];
  const observed = simplified > traditional ? "simplified" : "traditional";
  if (declared !== undefined) return declared === observed && most > other ? declared : undefined;
  return most >= LEAST_OWN && most >= CLEARLY_MORE * other ? observed : undefined;
}

/** The script that a language tag or a folder names: `zh-TW`, `zh_Hans_CN`. */
export function scriptOfTag(tag: string): HanScript | undefined {
  if (!/^(?:zh|cmn)[-_]/i.test(tag)) return undefined;
  if (/[-_](?:hant|tw|hk|mo)(?![a-z])/i.test(tag)) return "traditional";
  return /[-_](?:hans|cn|sg)(?![a-z])/i.test(tag) ? "simplified" : undefined;
}

/** The sentences of a text that are written in another script. */
export function foreignSentences(text: string, script: HanScript): readonly ForeignSentence[] {
  if (!holdsForeign(text, script)) return [];
  const plain = text.replace(QUOTED, (quoted) => " ".repeat(quoted.length));
  return sentencesOf(plain).flatMap(({ start, text: sentence }) => {
    const whole = foreignPart(sentence, script);
    const parts = whole === undefined ? clausesOf(sentence) : [{ start: 0, text: sentence }];
    return parts.flatMap((part) => {
      const examples = whole ?? foreignPart(part.text, script, 0);
      const from = start + part.start;
      return examples === undefined
        ? []
        : [{ start: from, end: from + part.text.length, examples }];
    });
  });
}

/** Whether a character is written in the other script only. */
export function isForeignTo(script: HanScript): (sign: string) => boolean {
  return (sign) => FOREIGN[script].has(sign);
}

/** Whether a character is written in this script only. */
export function isOnlyOf(script: HanScript): (sign: string) => boolean {
  const own = script === "traditional" ? ONLY_TRADITIONAL : ONLY_SIMPLIFIED;
  return (sign) => own.has(sign);
}

/** The characters that show a text to be in another script; undefined where it is not. */
function foreignPart(text: string, script: HanScript, mostOwn?: number): string | undefined {
  const found = [...new Set([...text].filter((sign) => FOREIGN[script].has(sign)))];
  const isOther = found.length > 0 && isForeign(text, found, script, mostOwn);
  return isOther ? found.slice(0, 5).join("") : undefined;
}

/** The clauses of a sentence, without the marks between them. */
function clausesOf(sentence: string): readonly { readonly start: number; readonly text: string }[] {
  return [...sentence.matchAll(/[^，；：,;:]+/g)].map(({ 0: text, index }) => ({
    start: index,
    text,
  }));
}

const FOREIGN: Readonly<Record<HanScript, ReadonlySet<string>>> = {
  simplified: ONLY_TRADITIONAL,
  traditional: ONLY_SIMPLIFIED,
  Japanese: NOT_JAPANESE,
};

/** The scripts that a character is foreign to, as bits; none in the tables takes two units. */
const TELLS: Readonly<Record<HanScript, number>> = { simplified: 1, traditional: 2, Japanese: 4 };

const scriptsOf = perUnit((unit) => {
  const sign = String.fromCharCode(unit);
  let scripts = 0;
  if (ONLY_TRADITIONAL.has(sign)) scripts |= TELLS.simplified;
  if (ONLY_SIMPLIFIED.has(sign)) scripts |= TELLS.traditional;
  if (NOT_JAPANESE.has(sign)) scripts |= TELLS.Japanese;
  return scripts;
});

function holdsForeign(text: string, script: HanScript): boolean {
  const bit = TELLS[script];
  for (let index = 0; index < text.length; index++) {
    if ((scriptsOf(text.charCodeAt(index)) & bit) !== 0) return true;
  }
  return false;
}

/** @param mostOwn how many characters of the article's own script the text may have; by their share when absent */
function isForeign(
  sentence: string,
  found: readonly string[],
  script: HanScript,
  mostOwn?: number,
): boolean {
  const runs = [...sentence.matchAll(HAN_RUN)].filter(([run]) =>
    found.some((sign) => run.includes(sign)),
  );
  if (script === "Japanese") {
    // Names of Chinese firms and people are short; a verb with its Japanese ending is none.
    const isVerb = runs.some(([run], index) => {
      const after = sentence.slice((runs[index]?.index ?? 0) + run.length);
      return /^(?:する|しま|した|して|され|させ|しな|でき)/.test(after);
    });
    return /[ぁ-ん]/.test(sentence) && (isVerb || (found.length > 1 && runs.length > 1));
  }
  const count = (signs: ReadonlySet<string>) =>
    [...sentence].filter((sign) => signs.has(sign)).length;
  const own = count(script === "traditional" ? ONLY_TRADITIONAL : ONLY_SIMPLIFIED);
  const isLong = runs.some(([run]) => run.length >= LONG_RUN);
  if (!isLong || found.length < LEAST_FOREIGN) return false;
  return mostOwn === undefined ? count(FOREIGN[script]) >= FOREIGN_TO_OWN * own : own <= mostOwn;
}
