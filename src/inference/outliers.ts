import { pathDate } from "../knowledge/date/path-date.js";
import { excerpt } from "../knowledge/text/excerpt.js";
import type { Collection } from "./collections.js";
import { type Condition, isMajority } from "./condition.js";
import type { InferredSchema } from "./infer-schema.js";
import { type Place, placeText } from "./observed-article.js";
import type { Kind, Sample } from "./shape.js";

/** An article that differs from nearly all others, probably by mistake. */
export interface Outlier {
  readonly path: string;
  /** The value that differs, or would be there; an article has one outlier for each. */
  readonly place: Place;
  /** What is written in the article: the value that differs, or what it would be part of. */
  readonly written: Place;
  /** What is different, without a full stop: `"date" is "2016-06-31", not a date`. */
  readonly what: string;
  /** How many of how many are as usual. */
  readonly usual: { readonly holds: number; readonly of: number };
  readonly isRefused: boolean;
}

/** Kinds of values as they are named in sentences. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  text: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  nothing: "empty",
  list: "a list",
  map: "keys and values",
};

/** The exceptions to what nearly all articles of a collection have in common, by path; one for each place. */
export function outliersOf(
  { articles }: Collection,
  { conditions, adopted }: InferredSchema,
): readonly Outlier[] {
  const found = conditions.flatMap((condition) =>
    condition.violations.map((sample) => ({
      path: articles[sample.article]?.path ?? "",
      place: placeOf(condition),
      written: writtenAt(condition),
      what: whatOf(condition, sample),
      usual: { holds: condition.holds, of: condition.of },
      isRefused: adopted.has(condition),
    })),
  );
  return [...oneForEachPlace(found), ...otherDates(articles)];
}

/** A misspelled key is one mistake, not a strange key and a lacking one; of two formats the narrower is told. */
function oneForEachPlace(outliers: readonly Outlier[]): readonly Outlier[] {
  const known = new Set<string>();
  return outliers.filter(({ path, place }) => {
    const key = `${path}\0${placeText(place)}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function placeOf({ shape: { place }, states }: Condition): Place {
  switch (states.kind) {
    case "present":
      return [...place, states.key];
    case "spelling":
      return [...place, states.meant];
    default:
      return place;
  }
}

function writtenAt({ shape: { place }, states }: Condition): Place {
  return states.kind === "spelling" ? [...place, states.key] : place;
}

function whatOf({ shape, states }: Condition, { value }: Sample): string {
  const name = placeText(shape.place);
  const keyName = (key: string): string => placeText([...shape.place, key]);
  switch (states.kind) {
    case "present":
      return `"${keyName(states.key)}" is missing`;
    case "spelling":
      return `"${keyName(states.key)}" is probably a misspelling of "${states.meant}"`;
    case "filled":
      return `"${name}" is empty`;
    case "kind":
      return states.refused === "nothing"
        ? `"${name}" is empty`
        : `"${name}" is ${KIND_WORDS[states.refused]}, not ${KIND_WORDS[states.usual]}`;
    case "format":
      return `"${name}" is ${shown(value)}, not ${states.format.label}`;
    case "values":
      return `"${name}" is ${shown(value)}, not ${oneOf(states.values)}`;
  }
}

function shown(value: unknown): string {
  return JSON.stringify(excerpt(String(value)));
}

function oneOf(values: readonly string[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? JSON.stringify(only)
    : `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
}

/** File names often tell the day on which an article was begun. */
const MOST_DAYS = 7;
const DAY = 86_400_000;

/** Articles with a date far from the one that their file name begins with, where nearly all others have a date near it. */
function otherDates(articles: Collection["articles"]): readonly Outlier[] {
  const dated = articles.flatMap(({ path, data: { date } }) => {
    const named = pathDate(path);
    if (named?.place !== "file name" || typeof date !== "string") return [];
    const days = Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(named.text)) / DAY;
    return Number.isNaN(days) ? [] : [{ path, named: named.text, date, isFar: days > MOST_DAYS }];
  });
  const others = dated.filter(({ isFar }) => isFar);
  const usual = { holds: dated.length - others.length, of: dated.length };
  if (!isMajority(usual.holds, usual.of)) return [];
  return others.map(({ path, named, date }) => ({
    path,
    place: ["date"],
    written: ["date"],
    what: `"date" is ${excerpt(date)}, but the file name says ${named}`,
    usual,
    isRefused: false,
  }));
}
