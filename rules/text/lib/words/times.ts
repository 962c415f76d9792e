import type { Range } from "../../../../src/rules.js";

/** A time with what makes it one. */
const TIME = /(?<![\d:.,])(\d{1,2}):(\d{2})[ \u00a0]?([ap]\.?m\b\.?|Uhr\b|o['’]clock\b)/giu;

/** Times of day that no clock shows: `25:10 pm`, `9:75 am`, `26:00 Uhr`. */
export function impossibleTimes(text: string): readonly Range[] {
  if (!/\d:\d\d/.test(text)) return [];
  return [...text.matchAll(TIME)].flatMap(
    ({ 0: whole, 1: hours, 2: minutes, 3: word = "", index }) => {
      const most = /^[ap]/i.test(word) ? 12 : 24;
      const exists = Number(hours) <= most && Number(minutes) < 60;
      return exists ? [] : [{ start: index, end: index + whole.length }];
    },
  );
}
