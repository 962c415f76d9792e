import { remembered } from "../../article/remembered.js";
import { readDate } from "../../knowledge/date/dates.js";
import { literally } from "../../patterns/around.js";
import { usablePattern } from "../../patterns/linear.js";
import { clockIn, utcMoment, type WallClock } from "../read/wall-clock.js";
import { slugize as plainSlug } from "../sluggers.js";

/** A part of a pattern: `:title`, `:i_month`; an underscore at its end belongs to what follows. */
const VARIABLE = /:(\w*[^_\W])/g;

/** What a variable of `new_post_name` may match; the others match anything, as little as they can. */
const SEGMENTS: Readonly<Record<string, string>> = {
  year: "(\\d{4})",
  month: "(\\d{2})",
  day: "(\\d{2})",
  i_month: "(\\d{1,2})",
  i_day: "(\\d{1,2})",
  hash: "([0-9a-f]{12})",
};

/** A text as Hexo writes it in addresses: runs of special characters and spaces are one hyphen, case stays. */
export function slugize(text: string, letterCase = 0): string {
  const slug = plainSlug(text);
  if (letterCase === 1) return slug.toLowerCase();
  return letterCase === 2 ? slug.toUpperCase() : slug;
}

/** What a pattern became, and the variables in it that nobody knew. */
export interface Expansion {
  readonly path: string;
  readonly missing: readonly string[];
}

/** Puts values into a pattern; Hexo writes `undefined` for those it does not have, and so does this. */
export function expand(pattern: string, lookUp: (name: string) => string | undefined): Expansion {
  const missing: string[] = [];
  const path = pattern.replace(VARIABLE, (_, name: string) => {
    const value = lookUp(name);
    if (value === undefined) missing.push(name);
    return value ?? "undefined";
  });
  return { path, missing };
}

/** Takes a file name apart by `new_post_name`; names that do not fit are titles as a whole. */
export function parseName(pattern: string, path: string): Readonly<Record<string, string>> {
  const { names, source } = namePattern(pattern);
  const bare = withoutExtension(path);
  const match = source.exec(bare);
  if (match === undefined) return { title: slugize(bare) };
  const values = Object.fromEntries(
    names.map((name, index) => [name, match.groups[index + 1] ?? ""]),
  );
  return values.title === undefined ? { ...values, title: slugize(bare) } : values;
}

const namePattern = remembered((pattern: string) => {
  const names: string[] = [];
  const parts = withoutExtension(pattern).split(VARIABLE);
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return literally(part);
    names.push(part);
    return SEGMENTS[part] ?? "(.+?)";
  });
  return { names, source: usablePattern(`^${source.join("")}$`) };
});

export function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]*$/, "");
}

/**
 * The moment that Hexo takes a written date for. YAML timestamps with an offset count in UTC and stand for
 * that time in the site's zone; other texts with an offset depend on the machine that builds, so they are unknown.
 */
export function wallClock(text: string): WallClock | undefined {
  const date = readDate(text);
  if (date === undefined) return undefined;
  const { form, year, month, day, time, offset } = date;
  const isTimestamp = form === "iso-datetime" && /:\d{2}:\d{2}/.test(text);
  if (["cjk", "day-month", "ambiguous", "rfc822"].includes(form)) return undefined;
  if (offset !== undefined && !isTimestamp) return undefined;
  const [hours = 0, minutes = 0] = offset === undefined ? [] : offsetParts(offset);
  const { hour = 0, minute = 0, second = 0 } = time ?? {};
  const clock = { year, month, day, hour: hour - hours, minute: minute - minutes, second };
  return clockIn(utcMoment(clock), "UTC");
}

function offsetParts(offset: string): readonly number[] {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(offset);
  const sign = match?.[1] === "-" ? -1 : 1;
  return match === null ? [] : [sign * Number(match[2]), sign * Number(match[3])];
}

/**
 * A moment by the clocks that Hexo may print it by. Addresses follow the clock of the machine that builds: the
 * writers' own, which is the site's zone, or that of a build server, which is UTC.
 */
export function buildClocks(clock: WallClock, timezone: string | undefined): readonly WallClock[] {
  if (timezone === undefined) return [clock];
  const asUtc = utcMoment(clock);
  const ahead = utcMoment(clockIn(asUtc, timezone)) - asUtc;
  return Number.isNaN(ahead) ? [clock] : [clock, clockIn(asUtc - ahead, "UTC")];
}

/** The variables of a pattern that a date fills in. */
export function dateVariables(clock: WallClock): Readonly<Record<string, string>> {
  const two = (number: number): string => String(number).padStart(2, "0");
  return {
    year: String(clock.year).padStart(4, "0"),
    month: two(clock.month),
    day: two(clock.day),
    hour: two(clock.hour),
    minute: two(clock.minute),
    second: two(clock.second),
    i_month: String(clock.month),
    i_day: String(clock.day),
  };
}
