import { remembered } from "../../article/remembered.js";
import { languageOfSegment } from "../prose/article-language.js";

/** What a path says of a page besides its language and version, which its other editions share. */
export interface PageIdentity {
  /** The path without extension, date, and the parts that name a language or a version. */
  readonly page: string;
  /** The parts that name a language or a version. */
  readonly edition: string;
  /** The name without its number, where it has one as the parts of a series have. */
  readonly series: string | undefined;
  /** The name behind a date (`2009-10-05-the-hacker-within`), where it begins with one. */
  readonly dated: string | undefined;
}

const EXTENSION = /\.(?:md|markdown|mdx|html?)$/i;
const INDEX = /^(?:_?index|readme)$/i;
const DATE_BEFORE = /^\d{4}-\d{1,2}-\d{1,2}-/;
/** Folders of engines around the sources of a language or version: `i18n/fr/x-plugin-content-docs/current`. */
const AROUND = /^(?:i18n|_?i18n|l10n|locales?|translations?|current)$/i;
const ENGINE_FOLDER = /^(?:[a-z]+-plugin-content-|versioned_)(docs|blog|pages)(?:-[\w-]+)?$/;
const VERSION =
  /^(?:v\d[\w.-]*|\d+x|\d+(?:\.(?:\d+|x))+|version-.+|latest|next|nightly|stable|legacy)$/i;
const LANGUAGE_AT_END = /^(.+)[._-]([a-z]{2}(?:[-_][a-z]{2,4})?)$/i;
/** What a version has before its last number: `2-4-0-rc1`, `3.0.0-preview2`. */
const BEFORE_RELEASE =
  /\d[-_.]?(?:alpha|beta|dev|pre|preview|rc|p(?=\d))[-_.]?\d{0,4}(?=$|[^a-z\d])/gi;
/** A date or a running number in a name: two digits, `#3`, `vol-2`. */
const NUMBER = /\d{2,}|(?:^|[^a-z\d])\d+(?=$|[^a-z\d])/i;

/** Takes the path of an article apart. */
export const pageIdentity: (path: string) => PageIdentity = remembered(readIdentity, 20_000);

function readIdentity(path: string): PageIdentity {
  const segments = path.replace(EXTENSION, "").split("/");
  const name = segments.pop() ?? "";
  const kept: string[] = [];
  const edition: string[] = [];
  for (const segment of segments) {
    const folder = ENGINE_FOLDER.exec(segment)?.[1];
    if (folder !== undefined) kept.push(folder);
    else if (VERSION.test(segment) || languageOfSegment(segment) !== undefined) {
      edition.push(segment);
    } else if (AROUND.test(segment)) edition.push(segment);
    else kept.push(segment);
  }
  const plain = withoutLanguage(name.replace(DATE_BEFORE, ""), edition);
  const slug = INDEX.test(plain) ? (kept.pop() ?? "") : plain;
  return {
    page: [...kept, slug].join("/"),
    edition: edition.join("/"),
    series: NUMBER.test(slug) ? withoutNumbers(slug) : undefined,
    dated: DATE_BEFORE.test(name) ? slug : undefined,
  };
}

function withoutLanguage(name: string, edition: string[]): string {
  const match = LANGUAGE_AT_END.exec(name);
  const language = match?.[2];
  if (language === undefined || languageOfSegment(language) === undefined) return name;
  edition.push(language);
  return match?.[1] ?? name;
}

function withoutNumbers(slug: string): string {
  return slug
    .toLowerCase()
    .replace(BEFORE_RELEASE, "")
    .replace(/\d+/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether two articles are one page in two languages or versions. */
export function areEditions(left: string, right: string): boolean {
  const one = pageIdentity(left);
  const other = pageIdentity(right);
  return one.page === other.page && one.edition !== other.edition;
}

/** Whether two articles are parts of a series, by the numbers in their names: `weekly-20210409`, `weekly-0430`. */
export function areOfOneSeries(left: string, right: string): boolean {
  const { series } = pageIdentity(left);
  return series !== undefined && series === pageIdentity(right).series;
}
