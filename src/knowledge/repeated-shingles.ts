import { lettersOf } from "./letters.js";

const LENGTH = 8;
const BASE = 31;
/** BASE to the power of LENGTH, in 32 bits: what the character that leaves the window weighs. */
const LEAVING = leaving();

/**
 * Finds out quickly which texts share stretches of eight letters, wherever they stand: a rolling hash
 * (Rabin and Karp) over letters and digits alone, letter case folded. Hashes may collide, which only means
 * that a text is looked at in vain.
 */
export class RepeatedShingles {
  readonly #counts = new Map<number, number>();

  /** Takes a text in and returns its shingles, to be asked about when all texts are in. */
  add(text: string): readonly number[] {
    const letters = lettersOf(text);
    const shingles: number[] = [];
    let hash = 0;
    for (let index = 0; index < letters.length; index++) {
      hash = (Math.imul(hash, BASE) + (letters[index] ?? 0)) | 0;
      if (index >= LENGTH) {
        hash = (hash - Math.imul(letters[index - LENGTH] ?? 0, LEAVING)) | 0;
      }
      // Every fourth window is enough to notice a sentence, if the same windows are taken in every copy.
      if (index >= LENGTH - 1 && (hash & 3) === 0) {
        shingles.push(hash);
        this.#counts.set(hash, (this.#counts.get(hash) ?? 0) + 1);
      }
    }
    return shingles;
  }

  /** How many of a text's shingles stand more than once in all texts together. */
  countIn(shingles: readonly number[]): number {
    let count = 0;
    for (const shingle of shingles) if ((this.#counts.get(shingle) ?? 0) > 1) count++;
    return count;
  }
}

function leaving(): number {
  let power = 1;
  for (let index = 0; index < LENGTH; index++) power = Math.imul(power, BASE);
  return power;
}
