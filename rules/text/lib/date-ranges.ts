import { lazily } from "../../../src/rules.js";
import { type TextDate, textDates } from "./text-dates.js";

/** A period whose end precedes its beginning. */
export interface ReversedRange {
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
}

const BETWEEN =
  /^[ \n]?(?:[-–—−~〜～]|to|until|through|till|bis|au|al|から|至|到|부터)[ \n]?(?:the |le |el |zum |den )?$/;
const DASH = "[-–—−]";
const MONTH_NAME = "\\p{Lu}\\p{Ll}{2,8}\\.?";
const END = "(?=\\s*$|[.,;!?)）\\]](?!\\d)|,? \\d{4}(?![\\p{N}:]))";
/** `June 18 - 14, 2026`, `June 18–14`, `from June 18 to 14`. */
const daysAfterMonth = lazily(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?<month>${MONTH_NAME}) (?<from>\\d{1,2})(?:st|nd|rd|th)?(?: ?${DASH} ?| to | through )(?<to>\\d{1,2})(?:st|nd|rd|th)?${END}`,
      "gu",
    ),
);
/** `18–14 June 2026`, `18.–14. Juni`, `du 18 au 14 juin`, `del 18 al 14 de junio`. */
const daysBeforeMonth = lazily(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}./:#-])(?:(?<opening>[Ff]rom|[Vv]om|[Dd]u|[Dd]el|[Dd]al) )?(?<from>\\d{1,2})\\.?(?:${DASH}| (?:to|bis|au|al|tot) | ?[–—] ?)(?<to>\\d{1,2})(?<tail>\\.? (?:de )?\\p{L}{3,10}(?:\\.?,? (?:de )?\\d{4}(?![\\p{N}:-]))?)(?![\\p{L}\\p{N}])`,
      "gu",
    ),
);
/** `6月18日〜14日`, `2015年6月18～14日`. */
const CJK_DAYS =
  /(?<!\d)(?<month>\d{1,2}) ?[月월] ?(?<from>\d{1,2}) ?(?:[日号號일] ?(?:[(（][^()（）]{1,5}[)）])?)?(?:[-–—−~〜～]|から|至|到)(?<to>\d{1,2}) ?[日号號일](?![間间の前後后目数數])/gu;
const YEAR = "(?:19|20)\\d\\d";
const years = lazily(
  () =>
    new RegExp(
      `(?<before>[(（]|^(?=\\d{4}.\\d{4} \\p{L})|(?<![\\p{L}])(?:from|between|in|during|for|years?|period|copyright|von|zwischen|de|entre|depuis)[ ]|[©] ?)(?<from>${YEAR}) ?(?:${DASH}|to|and|bis|und|à|et|a|y) ?(?<to>${YEAR})(?![\\p{L}\\p{N}_/:-]|[.,]\\d| ?(?:BC|v\\. ?Chr|av\\.))|(?<![\\p{L}\\p{N}.-]|前)(?<cjkFrom>${YEAR})年?[-–—−~〜～至到](?<cjkTo>${YEAR})年(?![代前])`,
      "giu",
    ),
);

/** Quick looks: two numbers, and what may be between the two days or the two years of a period. */
const PERHAPS_DAYS = /\d(?:st|nd|rd|th|\.)? ?(?:[-–—−]|to|through|bis|au|al|tot) ?\d|[月월]/;
const PERHAPS_YEARS = /(?:19|20)\d\d\D{1,5}(?:19|20)\d\d/;

/** The periods of a text that end before they begin, as far as the text tells for certain. */
export function reversedRanges(text: string, dates: readonly TextDate[]): readonly ReversedRange[] {
  const found = [...betweenDates(text, dates), ...ofDays(text), ...ofYears(text)];
  return found.sort((left, right) => left.start - right.start);
}

/** `June 18, 2026 – June 14, 2026`, `2026-06-18 to 2026-06-14`. */
function betweenDates(text: string, dates: readonly TextDate[]): readonly ReversedRange[] {
  return dates.flatMap((from, index) => {
    const to = dates[index + 1];
    if (to === undefined || !BETWEEN.test(text.slice(from.end, to.start))) return [];
    if (from.swapped !== undefined || to.swapped !== undefined) return [];
    const isOneYear = from.month === to.month || from.year !== undefined;
    const toYear = to.year ?? (isOneYear && from.month === to.month ? from.year : undefined);
    const fromYear = from.year ?? (from.month === to.month ? to.year : undefined);
    if (from.month !== to.month && (fromYear === undefined || toYear === undefined)) return [];
    const order = (fromYear ?? 0) - (toYear ?? 0) || from.month - to.month || from.day - to.day;
    return order > 0 ? [{ start: from.start, end: to.end }] : [];
  });
}

function ofDays(text: string): readonly ReversedRange[] {
  if (!PERHAPS_DAYS.test(text)) return [];
  const found: ReversedRange[] = [];
  for (const match of text.matchAll(daysAfterMonth())) {
    const { month = "", from = "", to = "" } = match.groups ?? {};
    if (!isReversed(from, to) || !isDate(`${month} ${to}, 2024`)) continue;
    const end = match.index + match[0].length;
    // `June 18 - 1` may be a date and its part.
    if (!/[–—]| to | through /.test(match[0]) && !/^,? \d{4}/.test(text.slice(end))) continue;
    found.push({ start: match.index, end });
  }
  for (const match of text.matchAll(daysBeforeMonth())) {
    const { from = "", to = "", tail = "", opening } = match.groups ?? {};
    if (!isReversed(from, to) || !isDate(`${to}${tail}`)) continue;
    // `Part 18 – 14 June` has a number and a date.
    if (opening === undefined && / [–—]|[–—] /.test(match[0])) continue;
    const start = match.index + (opening === undefined ? 0 : opening.length + 1);
    found.push({ start, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(CJK_DAYS)) {
    const { from = "", to = "" } = match.groups ?? {};
    if (isReversed(from, to))
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function ofYears(text: string): readonly ReversedRange[] {
  if (!text.includes("19") && !text.includes("20")) return [];
  if (!PERHAPS_YEARS.test(text)) return [];
  return [...text.matchAll(years())].flatMap((match) => {
    const { before = "", from, to, cjkFrom, cjkTo } = match.groups ?? {};
    if (Number(from ?? cjkFrom) <= Number(to ?? cjkTo)) return [];
    const isFirst = match.index === 0 && before === "" && from !== undefined;
    // At the beginning of a line of a life: `2016-2013 Master`. Else it may be the number of something.
    if (isFirst && !/^ \p{Lu}/u.test(text.slice(match[0].length))) return [];
    const start = match.index + before.length;
    return [{ start, end: match.index + match[0].length }];
  });
}

function isReversed(from: string, to: string): boolean {
  const [first, last] = [Number(from), Number(to)];
  return first > last && first <= 31 && last >= 1;
}

function isDate(text: string): boolean {
  return textDates(text)[0]?.start === 0;
}
