import type { Article } from "../article/article.js";
import { parseArticle } from "../article/parse-article.js";
import { applyEdits } from "../fix/apply-edits.js";
import { otherChanges, worseParsed } from "../fix/same-article.js";
import { moved } from "../fix/touched.js";
import type { Edit, Finding } from "../rule/index.js";

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
