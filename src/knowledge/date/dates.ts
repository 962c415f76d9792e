import { remembered } from "../../article/remembered.js";
import words from "./date-words.json" with { type: "json" };

/** How a date is written. */
export type DateForm =
  /** `2022-03-01`, RFC 3339 full-date. */
  | "iso-date"
  /** `2022-03-01T08:20:30Z`, also with a blank for the `T`, without seconds or offset. */
  | "iso-datetime"
  /** `Tue, 01 Mar 2022 08:20:30 GMT`, RFC 822 and its successors. */
  | "rfc822"
  /** `2022-3-1`. */
  | "short"
  /** `2022/03/01`, `2022.03.01`. */
  | "slashes"
  /** `2022年3月1日`. */
  | "cjk"
  /** `25/03/2022`, `03/25/2022`: day and month can be told apart. */
  | "day-month"
  /** `03/04/2022`. */
  | "ambiguous"
  /** `March 1, 2022`, `1 March 2022`. */
  | "month-name";

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits after the decimal point, as written. */
  readonly fraction: string;
  /** True when written with AM or PM. */
  readonly isTwelveHour: boolean;
}

/** A date as written, taken apart but not judged: month 13 comes back as 13. */
export interface WrittenDate {
  readonly form: DateForm;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: TimeOfDay | undefined;
  /** `Z` or `+08:00`; undefined when none is written. */
  readonly offset: string | undefined;
  /** 0 for Sunday, as written; undefined when none is written. */
  readonly weekday: number | undefined;
  /** Where the weekday stands in the text. */
  readonly weekdayText: string | undefined;
}

const TIME =
  /^(?:[T\s]\s*)(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?\s*(?<zone>Z|z|[A-Za-z]{2,4}|[+-]\d{1,2}(?::?\d{2})?)?$/;
const CJK_TIME =
  /^\s*(?<hour>\d{1,2})[时時点點](?:(?<minute>\d{1,2})分)?(?:(?<second>\d{1,2})秒)?$/;
const WEEKDAY =
  /^(?<weekday>(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?)(?:day)?),?\s+/i;

const FORMS: readonly { readonly form: DateForm; readonly pattern: RegExp }[] = [
  { form: "iso-date", pattern: /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/ },
  { form: "short", pattern: /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/ },
  { form: "slashes", pattern: /^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})(?!\d)/ },
  {
    form: "cjk",
    pattern: /^(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日号號일]/,
  },
  {
    form: "rfc822",
    pattern: /^(?<day>\d{1,2})\s+(?<name>[A-Z][a-z]{2})\s+(?<year>\d{4})(?=\s+\d{1,2}:)/,
  },
  {
    form: "month-name",
    pattern:
      /^(?<name>[A-Za-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/,
  },
  {
    form: "month-name",
    pattern:
      /^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-](?<name>[A-Za-z]{3,9})\.?,?[\s-](?<year>\d{4})(?!\d)/,
  },
  {
    form: "ambiguous",
    pattern: /^(?<first>\d{1,2})[/.-](?<second>\d{1,2})[/.-](?<year>\d{4})(?!\d)/,
  },
];

function monthOf(name: string): number {
  return words.months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const zones: Readonly<Record<string, string>> = words.zones;
  const named = zones[zone.toLowerCase()];
  if (named !== undefined) return named;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) return undefined;
  return `${match[1]}${(match[2] ?? "").padStart(2, "0")}:${match[3] ?? "00"}`;
}

interface Tail {
  readonly time: TimeOfDay | undefined;
  readonly offset: string | undefined;
}

/** The time behind a date; undefined when what stands there is none. */
function readTail(text: string): Tail | undefined {
  if (text.trim() === "") return { time: undefined, offset: undefined };
  const groups = (TIME.exec(text) ?? CJK_TIME.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const half = groups.half?.toLowerCase();
  const hour = Number(groups.hour);
  const shifted = half === undefined ? hour : (hour % 12) + (half.startsWith("p") ? 12 : 0);
  const offset = offsetOf(groups.zone);
  if (groups.zone !== undefined && offset === undefined) return undefined;
  return {
    time: {
      // 13 PM stays 13, to be judged as impossible only when it is.
      hour: half === undefined || hour > 12 ? hour : shifted,
      minute: Number(groups.minute ?? 0),
      second: Number(groups.second ?? 0),
      fraction: groups.fraction ?? "",
      isTwelveHour: half !== undefined,
    },
    offset,
  };
}

/**
 * Takes a written date apart, in the forms writers and feeds use. Undefined when the text is no date.
 * Nothing is judged here: see `impossibility`.
 */
export function readDate(text: string): WrittenDate | undefined {
  // A quick look: every form has a year of four digits.
  return /\d{4}/.test(text) ? readForms(text) : undefined;
}

const readForms = remembered((text): WrittenDate | undefined => {
  const trimmed = text.trim();
  const weekdayMatch = WEEKDAY.exec(trimmed);
  const rest = weekdayMatch === null ? trimmed : trimmed.slice(weekdayMatch[0].length);
  const weekdayText = weekdayMatch?.groups?.weekday;
  for (const { form, pattern } of FORMS) {
    const match = pattern.exec(rest);
    if (match?.groups === undefined) continue;
    const { groups } = match;
    const tail = readTail(rest.slice(match[0].length));
    if (tail === undefined) continue;
    const month = groups.name === undefined ? Number(groups.month) : monthOf(groups.name);
    if (groups.name !== undefined && month === 0) continue;
    const shared = {
      ...tail,
      year: Number(groups.year),
      weekday: weekdayText === undefined ? undefined : weekdayNumber(weekdayText),
      weekdayText,
    };
    if (form === "ambiguous")
      return dayAndMonth(Number(groups.first), Number(groups.second), shared);
    const isTime = form === "iso-date" && tail.time !== undefined;
    return { ...shared, form: isTime ? "iso-datetime" : form, month, day: Number(groups.day) };
  }
  return undefined;
});

function dayAndMonth(
  first: number,
  second: number,
  shared: Omit<WrittenDate, "form" | "month" | "day">,
): WrittenDate {
  if (first > 12) return { ...shared, form: "day-month", day: first, month: second };
  if (second > 12) return { ...shared, form: "day-month", day: second, month: first };
  return {
    ...shared,
    form: first === second ? "day-month" : "ambiguous",
    day: first,
    month: second,
  };
}

function weekdayNumber(text: string): number {
  return words.weekdays.findIndex((name) => text.slice(0, 3).toLowerCase() === name.toLowerCase());
}

/** Days of a month, Gregorian. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Day of the week, 0 for Sunday. */
export function weekdayOf(date: Pick<WrittenDate, "year" | "month" | "day">): number {
  return new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
}

/** Why a written date cannot be; undefined for a real one. A leap second (RFC 3339 §5.7) is real. */
export function impossibility(date: WrittenDate): "month" | "day" | "time" | "offset" | undefined {
  if (date.month < 1 || date.month > 12) return "month";
  if (date.day < 1 || date.day > daysInMonth(date.year, date.month)) return "day";
  const { time, offset } = date;
  if (time !== undefined) {
    const { hour, minute, second, isTwelveHour } = time;
    if (hour > 23 || minute > 59 || second > 60 || (isTwelveHour && hour > 23)) return "time";
  }
  if (offset !== undefined && offset !== "Z") {
    const [hours = "0", minutes = "0"] = offset.slice(1).split(":");
    if (Number(hours) > 14 || Number(minutes) > 59) return "offset";
  }
  return undefined;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/** The date in ISO 8601; `time` and offset only where they are written. Needs a possible date. */
export function toIso(date: WrittenDate): string {
  const day = `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}`;
  const { time, offset } = date;
  if (time === undefined) return day;
  const fraction = time.fraction === "" ? "" : `.${time.fraction}`;
  const clock = `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}${fraction}`;
  return offset === undefined ? `${day} ${clock}` : `${day}T${clock}${offset}`;
}

/** English name of a month (from 1), for messages. */
export function monthName(month: number): string {
  return words.monthNames[month - 1] ?? String(month);
}

/** English name of a day of the week (0 is Sunday), for messages. */
export function weekdayName(weekday: number): string {
  return words.weekdayNames[weekday] ?? String(weekday);
}

/** Weekday in the length it was written in: `Tue` for `Wed`, `Tuesday` for `Wednesday`. */
export function weekdayLike(written: string, weekday: number): string {
  const name = weekdayName(weekday);
  return written.length > 4 ? name : name.slice(0, 3);
}
