import { readDate } from "../../knowledge/date/dates.js";
import { clockIn, utcMoment, type WallClock } from "../read/wall-clock.js";

/** The patterns behind the names of styles. */
const STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** The pattern of posts for `permalink` of the config: a style's, or the pattern itself. */
export function postPattern(permalink: string): string {
  return STYLES[permalink] ?? permalink;
}

/** The pattern of pages and collections: it ends as the posts' style does. */
export function withStyle(pattern: string, permalink: string): string {
  if (permalink === "pretty") return `${pattern}/`;
  if (["date", "ordinal", "none"].includes(permalink)) return `${pattern}:output_ext`;
  if (permalink.endsWith("/")) return `${pattern}/`;
  return permalink.endsWith(":output_ext") ? `${pattern}:output_ext` : pattern;
}

/** A text as Jekyll writes it in addresses. `pretty` keeps case and `._~!$&'()+,;=@`. */
export function slugify(text: string, mode: "default" | "pretty" = "default"): string {
  const others =
    mode === "pretty" ? /[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu : /[^\p{L}\p{M}\p{N}]+/gu;
  const slug = text.replace(others, "-").replace(/^-|-$/g, "");
  return mode === "pretty" ? slug : slug.toLowerCase();
}

/** What a pattern became, and the placeholders in it that nobody knew. */
export interface Expansion {
  readonly path: string;
  readonly missing: readonly string[];
}

/** Puts values into a pattern; placeholders that no table has stay, as Jekyll leaves them. */
export function expandPermalink(
  pattern: string,
  ...tables: readonly Readonly<Record<string, string | undefined>>[]
): Expansion {
  const missing: string[] = [];
  const path = pattern.replace(/:([a-z_]+)/g, (whole, word: string) => {
    // The longest name wins: `:title_x` is `:title` with something behind it unless there is such a name.
    for (let end = word.length; end > 0; end--) {
      const name = word.slice(0, end);
      const table = tables.find((one) => Object.hasOwn(one, name));
      if (table === undefined) continue;
      const value = table[name];
      if (value === undefined) missing.push(name);
      return (value ?? `:${name}`) + word.slice(end);
    }
    missing.push(word);
    return whole;
  });
  return { path: sanitise(path), missing };
}

/** From `/`, slashes single, steps of dots left out. */
function sanitise(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && !/^\.+$/.test(part));
  const isFolder = path.endsWith("/") && parts.length > 0;
  return `/${parts.join("/")}${isFolder ? "/" : ""}`;
}

/**
 * The moments a written date may be printed as: by the site's zone (UTC where none is set, as build servers have
 * it), and as written, by the writer's own machine. None when the text is no date.
 */
export function dateClocks(text: string, timezone: string | undefined): readonly WallClock[] {
  const date = readDate(text);
  if (date === undefined) return [];
  const { year, month, day, time, offset } = date;
  const { hour = 0, minute = 0, second = 0 } = time ?? {};
  const written = { year, month, day, hour, minute, second };
  if (time === undefined) return [written];
  const sign = offset?.startsWith("-") === true ? -1 : 1;
  const [hours = 0, minutes = 0] =
    offset?.match(/\d{2}/g)?.map((part) => sign * Number(part)) ?? [];
  const moment = utcMoment({ ...written, hour: hour - hours, minute: minute - minutes });
  return Number.isNaN(moment) ? [written] : [clockIn(moment, timezone ?? "UTC"), written];
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const DAY = 86_400_000;

/** The placeholders that a date fills in. */
export function datePlaceholders(clock: WallClock): Readonly<Record<string, string>> {
  const { year, month, day } = clock;
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = Date.UTC(year, month - 1, day);
  const weekday = new Date(date).getUTCDay();
  // ISO 8601: a week belongs to the year of its Thursday.
  const thursday = new Date(date + (4 - (weekday || 7)) * DAY);
  const weekYear = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(weekYear, 0, 1)) / (7 * DAY)) + 1;
  const monthName = MONTHS[month - 1] ?? "";
  const dayName = DAYS[weekday] ?? "";
  return {
    year: String(year).padStart(4, "0"),
    short_year: two(year % 100),
    month: two(month),
    i_month: String(month),
    short_month: monthName.slice(0, 3),
    long_month: monthName,
    day: two(day),
    i_day: String(day),
    y_day: String(Math.round((date - Date.UTC(year, 0, 1)) / DAY) + 1).padStart(3, "0"),
    short_day: dayName.slice(0, 3),
    long_day: dayName,
    w_year: String(weekYear),
    week: two(week),
    w_day: String(weekday || 7),
    hour: two(clock.hour),
    minute: two(clock.minute),
    second: two(clock.second),
  };
}
