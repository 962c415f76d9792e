import { hasCjk, type ProseText } from "../../../src/rules.js";
import table from "./dashes.json" with { type: "json" };
import { type MarkPlace, markPlace } from "./mark-places.js";

const HAN = "\\p{Script=Han}";
const CJK = `[${HAN}\\p{Script=Hiragana}\\p{Script=Katakana}ー]`;
const NAME = `[${table.transliteration}]`;
/** After a CJK character or a closing mark, or before one at the start of the text. */
const ELLIPSIS = new RegExp(
  `(?<=${CJK}[”’」』）》]?)(?:\\.{3,}|。{3,}|(?<!…)…(?!…))|^(?:\\.{3,}|。{3,}|…(?!…))(?=${CJK})`,
  "gu",
);
/** Between words of which one is CJK; ` --flag` is an option of a program. */
const DASH = new RegExp(
  [
    `(?<=${CJK}[”’」』）》]?) *(?<!—)—(?!—) *(?=[${HAN}\\p{L}“「『《（])`,
    `(?<=[\\p{L}\\d”’」』）》]) *(?<!—)—(?!—) *(?=${CJK}|[“「『《（])`,
    `(?<=[\\p{L}\\d”’」』）》]|^) *(?<!-)-{2,3}(?!-) *(?=${CJK}|[“「『《（])`,
    `(?<=${CJK}[”’」』）》]?)(?<!-)-{2,3}(?!-)(?=\\p{L})`,
    `(?<=${CJK}[”’」』）》]?) +-{2,3} +(?=\\p{L})`,
  ].join("|"),
  "gu",
);
const INTERPUNCT = new RegExp(
  `(?<=${HAN})[•・‧∙⋅･](?=${HAN})|(?<=${NAME}{2})[.．](?=${NAME}{2})`,
  "gu",
);
/** The sign is between two numbers; the first number may be the end of the previous match. */
const NUMBER = "\\d{1,6}(?:\\.\\d{1,3})?";
const TIMES = new RegExp(
  `(?= ?[xX] ?\\d)(?<=(?<![\\w.\\-/@#])(?!0[xX])(?:${NUMBER} ?[xX] ?){0,3}${NUMBER})(?: [xX] |[xX])(?=${NUMBER}(?: ?[xX] ?${NUMBER}){0,3}(?!\\.?\\w))`,
  "gu",
);
/** Quick tests: most texts contain none of these marks. */
const PERHAPS_ELLIPSIS = /…|\.{3}|。{3}/;
const PERHAPS_DASH = /—|--/;
const PERHAPS_INTERPUNCT = /[•・‧∙⋅･.．]/;
const PERHAPS_TIMES = /\d ?[xX] ?\d/;
const RANGE = /(?<![\w.,:/\-–—])([1-9]\d{0,3})-([1-9]\d{0,3})(?![\w\-–—]|[.,:/]\d)/gu;

/** Three dots, three circles or half an ellipsis where Chinese writes six dots (GB/T 15834-2011, 4.11). */
export function wrongEllipses(prose: ProseText): readonly MarkPlace[] {
  return changes(prose, PERHAPS_ELLIPSIS, ELLIPSIS, () => "……");
}

/** Hyphens or half a dash where Chinese writes a dash of two characters (GB/T 15834-2011, 4.10). */
export function wrongDashes(prose: ProseText): readonly MarkPlace[] {
  return changes(prose, PERHAPS_DASH, DASH, () => "——");
}

/** Bullets and full stops between the parts of a name (GB/T 15834-2011, 4.14). */
export function wrongInterpuncts(prose: ProseText): readonly MarkPlace[] {
  return changes(prose, PERHAPS_INTERPUNCT, INTERPUNCT, () => "·");
}

/** A letter x between two numbers. */
export function lettersForTimes(prose: ProseText): readonly MarkPlace[] {
  return changes(prose, PERHAPS_TIMES, TIMES, (found) => found.replace(/x/i, "×"));
}

function isTelephone(from: string, to: string): boolean {
  return from.length > 2 && to.length > from.length;
}

/** A hyphen in a range of numbers, the second greater than the first. */
export function hyphensInRanges(prose: ProseText): readonly MarkPlace[] {
  const dash = hasCjk(prose.text) ? "～" : "–";
  return [...prose.text.matchAll(RANGE)]
    .filter(([, from = "", to = ""]) => Number(from) < Number(to) && !isTelephone(from, to))
    .map((match) => {
      const at = match.index + (match[1]?.length ?? 0);
      return {
        start: match.index,
        end: match.index + match[0].length,
        changes: [{ start: at, end: at + 1, meant: dash }],
      };
    });
}

function changes(
  { text }: ProseText,
  perhaps: RegExp,
  pattern: RegExp,
  meant: (found: string) => string,
): readonly MarkPlace[] {
  if (!perhaps.test(text)) return [];
  return [...text.matchAll(pattern)].map((match) =>
    markPlace(match.index, match[0], meant(match[0])),
  );
}
