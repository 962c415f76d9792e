import type { Article } from "../article/article.js";
import type { Problem } from "../article/problem.js";
import { compare } from "../lint/make-finding.js";
import type { Edit } from "../rule/index.js";
import { touchedAfter, touchedBefore } from "./touched.js";
import { touchedTags, untouchedParts, type Value, valuesOf } from "./untouched.js";

/** A problem of the text, or lost front matter, that an article did not have before a change; in words, or undefined. */
export function worseParsed(before: Article, after: Article): string | undefined {
  const known = before.problems.map(nameOf);
  for (const name of after.problems.map(nameOf)) {
    const index = known.indexOf(name);
    if (index === -1) return `parse problem: ${name}`;
    known.splice(index, 1);
  }
  if (before.frontMatter !== undefined && after.frontMatter?.format !== before.frontMatter.format) {
    return "the front matter is lost";
  }
  return undefined;
}

function nameOf(problem: Problem): string {
  return JSON.stringify({ ...problem, range: undefined, related: undefined, first: undefined });
}

/** A node or a front-matter value that differs though no edit changes it; in words, or undefined. */
export function otherChanges(
  before: Article,
  after: Article,
  edits: readonly Edit[],
): string | undefined {
  const [was, is] = [touchedBefore(edits), touchedAfter(edits)];
  const tags = new Set([...touchedTags(before, was), ...touchedTags(after, is)]);
  const [valuesWere, valuesAre] = [
    valuesOf(before.frontMatter, was),
    valuesOf(after.frontMatter, is),
  ];
  const all = [...valuesWere, ...valuesAre];
  const ways = new Set([
    ...all.filter(({ way, isTouched }) => isTouched && !way.endsWith("[]")).map(({ way }) => way),
    // One of two keys of the same name may be gone, and the other be a list.
    ...all.filter(({ isWhole }) => isWhole).map(({ way }) => way.replace(/\.\[\].*/s, "")),
  ]);
  const body = difference(untouchedParts(before, was, tags), untouchedParts(after, is, tags));
  if (body !== undefined) return `body changed elsewhere: ${body}`;
  const values = difference(untouchedValues(valuesWere, ways), untouchedValues(valuesAre, ways));
  return values === undefined ? undefined : `front matter changed elsewhere: ${values}`;
}

/** Values that no edit changes, by key, so that the order of keys is free; lists keep theirs. */
function untouchedValues(
  values: readonly Value[],
  without: ReadonlySet<string>,
): readonly string[] {
  return values
    .filter(({ way, isTouched }) => !isTouched && !without.has(way))
    .map(({ way, text }) => ({ way, text }))
    .sort((left, right) => compare(left.way, right.way))
    .map(({ way, text }) => `${way}: ${text}`);
}

function difference(before: readonly string[], after: readonly string[]): string | undefined {
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index++) {
    if (before[index] === after[index]) continue;
    const show = (parts: readonly string[]): string =>
      JSON.stringify(parts.slice(index, index + 4).map((part) => part.slice(0, 80)));
    return `${show(before)} became ${show(after)}`;
  }
  return undefined;
}
