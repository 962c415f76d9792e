import type { Article } from "../article/article.js";
import { parseArticle } from "../article/parse-article.js";
import type { Problem } from "../article/problem.js";
import { applyEdits } from "../fix/apply-edits.js";
import { compare } from "../lint/make-finding.js";
import type { Edit, Finding } from "../rule/index.js";
import { moved, touchedAfter, touchedBefore } from "./touched.js";
import { touchedTags, untouchedParts, type Value, valuesOf } from "./untouched.js";

/** One change a finding offers: its safe fix or one of its suggestions. */
export interface Offer {
  readonly finding: Finding;
  /** `fix`, or the number of the suggestion from 1. */
  readonly kind: string;
  readonly edits: readonly Edit[];
  /** Further findings of the same rule and message in the same article. */
  readonly others: readonly Finding[];
}

/** Every change that findings offer. */
export function offersOf(findings: readonly Finding[]): readonly Offer[] {
  return findings.flatMap((finding) => {
    const { fix, suggestions } = finding;
    const others = findings.filter(
      (other) =>
        other !== finding &&
        other.path === finding.path &&
        other.rule === finding.rule &&
        other.messageId === finding.messageId,
    );
    return [
      ...(fix === undefined ? [] : [{ finding, kind: "fix", edits: fix, others }]),
      ...suggestions.map(({ edits }, at) => ({ finding, kind: `${at + 1}`, edits, others })),
    ];
  });
}

/**
 * Makes one change alone and judges the article it leaves: it parses no worse, the finding is gone, and no
 * node or front-matter value outside the change differs.
 *
 * @param check finds what the finding's own rule says of the changed text
 * @returns what is wrong, or undefined
 */
export function checkOffer(
  before: Article,
  { finding, edits, others }: Offer,
  check: (text: string) => readonly Finding[],
): string | undefined {
  const text = applyEdits(before.source, edits);
  if (text === before.source) return "changes nothing";
  const after = parseArticle({ path: before.path, source: text, syntaxOf: () => before.syntax });
  return (
    worseParsed(before, after) ??
    stillFound(finding, edits, notOf(others, edits, check(text))) ??
    otherChanges(before, after, edits)
  );
}

function worseParsed(before: Article, after: Article): string | undefined {
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
  const { range, ...rest } = problem;
  return JSON.stringify({ ...rest, related: undefined });
}

/** Findings without those that were there besides the one to repair: at the same place, with the same words. */
function notOf(
  others: readonly Finding[],
  edits: readonly Edit[],
  again: readonly Finding[],
): readonly Finding[] {
  const names = others.map(({ message, range }) => {
    const { start, end } = moved(range, edits);
    return `${start} ${end} ${message}`;
  });
  return again.filter(
    ({ message, range }) => !names.includes(`${range.start} ${range.end} ${message}`),
  );
}

/** A grouped finding is found again when one of its further places is what the rule now reports. */
function stillFound(
  { messageId, range, related, path }: Finding,
  edits: readonly Edit[],
  again: readonly Finding[],
): string | undefined {
  const places = [
    range,
    ...related.filter((one) => (one.path ?? path) === path).map((one) => one.range),
  ];
  for (const place of places) {
    const { start, end } = moved(place, edits);
    const wasEmpty = place.start === place.end;
    const same = again.find((other) => {
      if (other.messageId !== messageId) return false;
      if (wasEmpty && other.range.start <= end && start <= other.range.end) return true;
      const isSame = other.range.start === start && other.range.end === end;
      return isSame || (other.range.start < end && start < other.range.end);
    });
    if (same !== undefined) return `still found: ${same.message}`;
  }
  return undefined;
}

function otherChanges(before: Article, after: Article, edits: readonly Edit[]): string | undefined {
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
