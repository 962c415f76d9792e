import { lettersOf } from "./letters.js";

const LENGTH = 8;
const BASE = 31;
/** BASE to the power of LENGTH, in 32 bits: the weight of the character that leaves the window. */
const LEAVING = leaving();

/** How many stretches of a text were examined, and how many in a row appear more than once in all texts together. */
export interface SharedStretches {
  readonly all: number;
  readonly inARow: number;
}

/**
 * Finds out quickly which texts share stretches of eight letters, in any position: a rolling hash
 * (Rabin and Karp) over letters and digits alone, letter case folded. Hashes may collide, which only means
 * that a text is examined for nothing.
 */
export function sharedStretches(texts: readonly string[]): readonly SharedStretches[] {
  const hashes = texts.map(hashesOf);
  const repeated = repeatedIn(hashes);
  return hashes.map((own) => {
    let inARow = 0;
    let row = 0;
    for (const hash of own) {
      row = repeated.has(hash) ? row + 1 : 0;
      if (row > inARow) inARow = row;
    }
    return { all: own.length, inARow };
  });
}

/** The hashes that come more than once: few do, and sorting all of them is quicker than counting each. */
function repeatedIn(hashes: readonly (readonly number[])[]): ReadonlySet<number> {
  const sorted = Int32Array.from(hashes.flat()).sort();
  const repeated = new Set<number>();
  for (let at = 1; at < sorted.length; at++) {
    const hash = sorted[at] ?? 0;
    if (hash === sorted[at - 1]) repeated.add(hash);
  }
  return repeated;
}

/** Every fourth window is enough to notice a sentence, as long as every copy uses the same windows. */
function hashesOf(text: string): readonly number[] {
  const letters = lettersOf(text);
  const hashes: number[] = [];
  let hash = 0;
  for (let index = 0; index < letters.length; index++) {
    hash = (Math.imul(hash, BASE) + (letters[index] ?? 0)) | 0;
    if (index >= LENGTH) hash = (hash - Math.imul(letters[index - LENGTH] ?? 0, LEAVING)) | 0;
    if (index >= LENGTH - 1 && (hash & 3) === 0) hashes.push(hash);
  }
  return hashes;
}

function leaving(): number {
  let power = 1;
  for (let index = 0; index < LENGTH; index++) power = Math.imul(power, BASE);
  return power;
}
