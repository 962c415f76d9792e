import type { WrittenDate } from "./dates.js";

/** The stretch of time a written date may mean, in milliseconds since 1970, both ends included. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// Clocks on earth are at most 14 hours ahead of UTC and 12 behind it.
const AHEAD = 14 * HOUR;
const BEHIND = 12 * HOUR;

/** What the clock on the wall shows, as if it were UTC; a date alone is a whole day. */
function wallClock({ year, month, day, time }: WrittenDate): TimeSpan {
  const from = Date.UTC(
    year,
    month - 1,
    day,
    time?.hour ?? 0,
    time?.minute ?? 0,
    time?.second ?? 0,
  );
  return { from, to: time === undefined ? from + DAY - 1 : from };
}

/** Milliseconds by which `Z` or `+08:00` is ahead of UTC. */
function offsetMilliseconds(offset: string): number {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(offset);
  if (match === null) return 0;
  const size = Number(match[2]) * HOUR + Number(match[3]) * MINUTE;
  return match[1] === "-" ? -size : size;
}

/** Milliseconds by which an IANA time zone is ahead of UTC at a moment. */
function zoneOffset(moment: number, timezone: string): number {
  const format = new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
  const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value;
  return offsetMilliseconds((name ?? "").replace("GMT", ""));
}

function fromWall(wall: number, timezone: string): number {
  const guess = wall - zoneOffset(wall, timezone);
  return wall - zoneOffset(guess, timezone);
}

/**
 * The moments a possible date may mean. Without an offset it is read in `timezone` (IANA); without that
 * too, in any zone on earth.
 */
export function spanOf(date: WrittenDate, timezone: string | undefined): TimeSpan {
  const { from, to } = wallClock(date);
  if (date.offset !== undefined) {
    const shift = offsetMilliseconds(date.offset);
    return { from: from - shift, to: to - shift };
  }
  return timezone === undefined
    ? { from: from - AHEAD, to: to + BEHIND }
    : { from: fromWall(from, timezone), to: fromWall(to, timezone) };
}

/** Whether `first` certainly lies before `second`. Two dates without offset are read by the same clock. */
export function isBefore(
  first: WrittenDate,
  second: WrittenDate,
  timezone: string | undefined,
): boolean {
  return first.offset === undefined && second.offset === undefined
    ? wallClock(first).to < wallClock(second).from
    : spanOf(first, timezone).to < spanOf(second, timezone).from;
}

function isoDay(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/**
 * The calendar days (`2022-03-01`) a possible date may fall on: as written where it has no offset, else in
 * `timezone`, else in any zone on earth.
 */
export function calendarDays(date: WrittenDate, timezone: string | undefined): readonly string[] {
  const { from } = wallClock(date);
  if (date.offset === undefined || date.time === undefined) return [isoDay(from)];
  const moment = from - offsetMilliseconds(date.offset);
  if (timezone !== undefined) return [isoDay(moment + zoneOffset(moment, timezone))];
  return [...new Set([moment - BEHIND, from, moment + AHEAD].map(isoDay))];
}
