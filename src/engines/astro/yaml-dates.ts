import type { FrontMatter } from "../../article/front-matter/front-matter.js";

/** Timestamps of YAML 1.1 (https://yaml.org/type/timestamp.html), as js-yaml 4 reads them for Astro. */
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(?:Z|([-+])(\d\d?)(?::(\d\d))?))?$/;

/** The moment an unquoted value means; undefined where it stays text. What has no offset is UTC. */
function dateOf(text: string): Date | undefined {
  if (DATE.test(text)) return new Date(`${text}T00:00:00Z`);
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const fraction = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  const sign = match[8] === "-" ? -1 : 1;
  const offset = sign * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0));
  const moment = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, fraction);
  return new Date(moment - offset * 60_000);
}

/** The values of front matter as Astro's parsers give them: unquoted dates of YAML and TOML are dates, not texts. */
export function withDates(frontMatter: FrontMatter): Readonly<Record<string, unknown>> {
  const dates = new Map<string, Date>();
  for (const { path, value, style } of frontMatter.entries) {
    if (style !== "plain" || typeof value !== "string") continue;
    const date = dateOf(value);
    if (date !== undefined) dates.set(JSON.stringify(path), date);
  }
  if (dates.size === 0) return frontMatter.data;
  const copy = (value: unknown, path: readonly (string | number)[]): unknown => {
    const date = dates.get(JSON.stringify(path));
    if (date !== undefined) return date;
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index]));
    return typeof value === "object" && value !== null ? members(value, path) : value;
  };
  const members = (value: object, path: readonly (string | number)[]) =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, copy(inner, [...path, key])]),
    );
  return members(frontMatter.data, []);
}
