import { BINS, readMinima, sharedPart } from "./minhash.js";

/** How many members of a bucket a later one is compared with: the first ones, which are more likely originals. */
const MOST_COMPARED = 16;

/** A text that is nearly the same as an earlier one. Both are indexes into the list that was searched. */
export interface NearDuplicate {
  readonly copy: number;
  readonly original: number;
  /** The estimated share of all their shingles that both have. */
  readonly share: number;
}

/** What a search found, and how many pairs it looked at. */
export interface NearDuplicates {
  readonly found: readonly NearDuplicate[];
  readonly comparisons: number;
}

export interface NearDuplicateSearch {
  /** The sketches, originals before their copies. */
  readonly sketches: readonly string[];
  /** Smallest share at which the text at an index counts as a copy. */
  thresholdOf(copy: number): number;
  /** Whether two texts may have this much in common: translations, versions of one page, parts of a series. */
  mayBeAlike(copy: number, original: number, share: number): boolean;
}

/**
 * Finds texts that are nearly the same by banding (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, §3.4):
 * only texts that agree in all bins of some band are compared, each with a fixed number of earlier ones at most, so
 * that the work grows with the number of texts and not of pairs. Each copy points to the first text it is like.
 */
export function nearDuplicates(search: NearDuplicateSearch): NearDuplicates {
  const { sketches, thresholdOf, mayBeAlike } = search;
  const values = new Int32Array(sketches.length * BINS);
  for (const [index, sketch] of sketches.entries()) readMinima(sketch, values, index * BINS);
  const dense = densified(values);
  let lowest = 1;
  for (let index = 0; index < sketches.length; index++) {
    lowest = Math.min(lowest, thresholdOf(index));
  }
  const rows = rowsFor(lowest);

  const best = new Map<number, NearDuplicate>();
  let comparisons = 0;
  const compare = (copy: number, original: number): boolean => {
    comparisons++;
    const share = sharedPart(values, copy * BINS, original * BINS);
    if (share < thresholdOf(copy) || mayBeAlike(copy, original, share)) return false;
    const known = best.get(copy);
    if (known === undefined || original < known.original) best.set(copy, { copy, original, share });
    return true;
  };

  for (let start = 0; start < BINS; start += rows) {
    const buckets = new Map<number, number[]>();
    for (let index = 0; index < sketches.length; index++) {
      const key = bandKey(dense, index * BINS + start, rows);
      const bucket = buckets.get(key);
      if (bucket === undefined) {
        buckets.set(key, [index]);
        continue;
      }
      let isCopy = false;
      for (const original of bucket) {
        if (compare(index, original)) {
          isCopy = true;
          break;
        }
      }
      // A later text that is like this one is also like its original.
      if (!isCopy && bucket.length < MOST_COMPARED) bucket.push(index);
    }
  }
  const found = [...best.values()].sort((left, right) => left.copy - right.copy);
  return { found, comparisons };
}

/**
 * Rows of a band: as many as still let 99 of 100 pairs at the threshold meet in some band, since more rows mean
 * fewer pairs compared in vain.
 */
export function rowsFor(threshold: number): number {
  for (const rows of [16, 8, 4, 2]) {
    if ((1 - threshold ** rows) ** (BINS / rows) <= 0.01) return rows;
  }
  return 1;
}

/**
 * The minima with empty bins filled from the next filled one (Shrivastava, Li: Densifying One Permutation Hashing,
 * ICML 2014), so that short texts meet in bands as long ones do.
 */
function densified(values: Int32Array): Int32Array {
  const dense = values.slice();
  for (let text = 0; text < values.length; text += BINS) {
    let from = -1;
    let distance = 0;
    // Two rounds, so that the last bins borrow from the first.
    for (let step = 2 * BINS - 1; step >= 0; step--) {
      const at = text + (step % BINS);
      const value = values[at] ?? -1;
      if (value >= 0) {
        from = value;
        distance = 0;
      } else if (from >= 0) {
        distance++;
        dense[at] = from + distance * 0x40000;
      }
    }
  }
  return dense;
}

/** A 32-bit hash of one band (FNV-1a over its rows). */
function bandKey(values: Int32Array, start: number, rows: number): number {
  let hash = 0x811c9dc5;
  for (let row = 0; row < rows; row++) {
    hash = Math.imul(hash ^ (values[start + row] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash | 0;
}
