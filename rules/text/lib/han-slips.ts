import type { Range } from "../../../src/rules.js";
import type { HanScript } from "./han-scripts.js";
import table from "./han-slips.json" with { type: "json" };

/** A character of one script among those of the other. */
export interface HanSlip extends Range {
  readonly written: string;
  readonly meant: string;
}

const SIMPLIFIED = [...table.simplified];
const TRADITIONAL = [...table.traditional];
const MEANT: Readonly<Record<"simplified" | "traditional", ReadonlyMap<string, string>>> = {
  simplified: new Map(TRADITIONAL.map((sign, at) => [sign, SIMPLIFIED[at] ?? sign])),
  traditional: new Map(SIMPLIFIED.map((sign, at) => [sign, TRADITIONAL[at] ?? sign])),
};
/** How much text around a character tells that it is alone. */
const AROUND = 12;
const QUOTED =
  /「[^「」]{0,200}」|『[^『』]{0,200}』|“[^“”]{0,200}”|"[^"]{0,200}"|《[^《》]{0,100}》|[(（][^()（）]{0,100}[)）]|日本語/g;
const HAN = /\p{Script=Han}/u;
const HANS = /\p{Script=Han}/gu;

/** A Japanese name has kana in it, also behind a Latin word: 日本Rubyの会. */
const KANA = /[ぁ-んァ-ヶ]/;
const NAME_BEFORE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\w]{0,12}$/u;
const NAME_AFTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\w]{0,12}/u;

function isNextToKana(text: string, at: number): boolean {
  const before = NAME_BEFORE.exec(text.slice(Math.max(0, at - AROUND), at))?.[0] ?? "";
  const after = NAME_AFTER.exec(text.slice(at + 1, at + 1 + AROUND))?.[0] ?? "";
  return KANA.test(before + after);
}

/** How many characters on each side may show its own script, and how far Latin words may part them from it. */
const OWN_AROUND = 24;
const WITHIN = 60;

/** The Chinese characters next to a place, with the Latin words between them left out. */
function hanAround(text: string, at: number): readonly string[] {
  const before = text.slice(Math.max(0, at - WITHIN), at).match(HANS) ?? [];
  const after = text.slice(at + 1, at + 1 + WITHIN).match(HANS) ?? [];
  return [...before.slice(-OWN_AROUND), ...after.slice(0, OWN_AROUND)];
}

/** Signs of plain text: a sentence without one may have a name or a title. */
const PLAIN: ReadonlySet<string> = new Set(table.plain);
const SENTENCES = /[^。！？!?\n]+/g;

/**
 * Common characters of the other script in a text, each alone among characters of its own, or a few in a sentence that has
 * both: names, titles and quotations have rare ones besides, or none of plain text.
 */
export function hanSlips(
  text: string,
  script: HanScript,
  isForeign: (sign: string) => boolean,
  isOwn: (sign: string) => boolean,
): readonly HanSlip[] {
  if (script === "Japanese") return [];
  const meant = MEANT[script];
  const plain = text.replace(QUOTED, (quoted) => " ".repeat(quoted.length));
  const found: HanSlip[] = [];
  for (const { index, 0: sentence } of plain.matchAll(SENTENCES)) {
    const places: number[] = [];
    for (let at = 0; at < sentence.length; at++)
      if (isForeign(sentence.charAt(at))) places.push(index + at);
    const slips = places.flatMap((start) => {
      const written = plain.charAt(start);
      const right = meant.get(written);
      const isWithin = [start - 1, start + 1].some((place) => HAN.test(plain.charAt(place)));
      if (right === undefined || !isWithin || isNextToKana(plain, start)) return [];
      return [{ start, end: start + 1, written, meant: right }];
    });
    const isText =
      slips.length === places.length &&
      slips.some(({ written }) => PLAIN.has(written)) &&
      [...sentence].some(isOwn);
    for (const slip of slips) {
      const { start, end } = slip;
      const around =
        plain.slice(Math.max(0, start - AROUND), start) + plain.slice(end, end + AROUND);
      const isAlone = ![...around].some(isForeign);
      const own = hanAround(plain, start).filter(isOwn).length;
      if (isText || (isAlone && own >= 2)) found.push(slip);
    }
  }
  return found;
}
