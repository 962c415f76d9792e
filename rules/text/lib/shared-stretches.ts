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
  const counts = new Map<number, number>();
  for (const own of hashes) for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return hashes.map((own) => {
    let inARow = 0;
    let row = 0;
    for (const hash of own) {
      row = (counts.get(hash) ?? 0) > 1 ? row + 1 : 0;
      if (row > inARow) inARow = row;
    }
    return { all: own.length, inARow };
  });
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
