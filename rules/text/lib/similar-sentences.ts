import type { Element, Paragraph, Range } from "../../../src/rules.js";
import { shinglesOf, similarity, tokensOf } from "./shingles.js";

/** A sentence with what comparing it takes. */
export interface SentenceInArticle {
  readonly text: string;
  readonly hash: string;
  readonly weight: number;
  readonly range: Range;
  readonly paragraph: number;
  readonly list: Element | undefined;
  readonly kind: Paragraph["kind"];
  readonly paragraphHash: string;
}

/** A shingle shared by more sentences than this is a common phrase; comparing all of them would take quadratic time. */
const MOST_CANDIDATES = 4;

/**
 * Pairs of sentences that are almost the same, the later one first. Sets whose Jaccard index reaches the
 * threshold share one of their rarest few shingles (prefix filtering, Chaudhuri et al. 2006), so only those
 * are looked up. Sentences with different numbers differ on purpose and are never paired.
 */
export function similarSentences(
  sentences: readonly SentenceInArticle[],
  threshold: number,
): readonly (readonly [SentenceInArticle, SentenceInArticle])[] {
  const sets = sentences.map(({ text }) => shinglesOf(text));
  const frequency = new Map<number, number>();
  for (const set of sets) {
    for (const shingle of set) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  }
  const holders = new Map<number, number[]>();
  const pairs: (readonly [SentenceInArticle, SentenceInArticle])[] = [];

  for (const [index, set] of sets.entries()) {
    const again = sentences[index];
    if (again === undefined || set.size === 0) continue;
    // A sentence that shares too few shingles cannot be nearly the same as another.
    if (sharedCount(set, frequency) < threshold * set.size) continue;
    const rarest = rarestOf(set, frequency, set.size - Math.ceil(threshold * set.size) + 1);
    const candidates = new Set(rarest.flatMap((shingle) => holders.get(shingle) ?? []));
    for (const candidate of candidates) {
      const first = sentences[candidate];
      const other = sets[candidate];
      if (first === undefined || other === undefined) continue;
      if (similarity(set, other) < threshold || !sameNumbers(first.text, again.text)) continue;
      pairs.push([again, first]);
      break;
    }
    for (const shingle of rarest) {
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [index]);
      else if (known.length < MOST_CANDIDATES) known.push(index);
    }
  }
  return pairs;
}

function sharedCount(set: ReadonlySet<number>, frequency: ReadonlyMap<number, number>): number {
  let shared = 0;
  for (const shingle of set) if ((frequency.get(shingle) ?? 0) > 1) shared++;
  return shared;
}

function rarestOf(
  set: ReadonlySet<number>,
  frequency: ReadonlyMap<number, number>,
  count: number,
): readonly number[] {
  // Equal frequencies are ordered by value, so that all sets have the same order.
  return [...set]
    .sort((left, right) => (frequency.get(left) ?? 0) - (frequency.get(right) ?? 0) || left - right)
    .slice(0, count);
}

function sameNumbers(left: string, right: string): boolean {
  return numbersOf(left) === numbersOf(right);
}

function numbersOf(text: string): string {
  return tokensOf(text)
    .filter((token) => /\p{N}/u.test(token))
    .join(" ");
}
