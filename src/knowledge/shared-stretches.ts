import { lettersOf } from "./letters.js";

const LENGTH = 8;
const BASE = 31;
/** BASE to the power of LENGTH, in 32 bits: what the character that leaves the window weighs. */
const LEAVING = leaving();

/** How many stretches of a text were looked at, and how many of them stand more than once in all texts together. */
export interface SharedStretches {
  readonly all: number;
  readonly shared: number;
}

/**
 * Finds out quickly which texts share stretches of eight letters, wherever they stand: a rolling hash
 * (Rabin and Karp) over letters and digits alone, letter case folded. Hashes may collide, which only means
 * that a text is looked at in vain.
 */
export function sharedStretches(texts: readonly string[]): readonly SharedStretches[] {
  const hashes = texts.map(hashesOf);
  const seen = new SeenHashes(hashes.reduce((sum, own) => sum + own.length, 0));
  for (const own of hashes) for (const hash of own) seen.add(hash);
  return hashes.map((own) => {
    let shared = 0;
    for (const hash of own) if (seen.isRepeated(hash)) shared++;
    return { all: own.length, shared };
  });
}

/** Every fourth window is enough to notice a sentence, if the same windows are taken in every copy. */
function hashesOf(text: string): readonly number[] {
  const letters = lettersOf(text);
  const hashes: number[] = [];
  let hash = 0;
  for (let index = 0; index < letters.length; index++) {
    hash = (Math.imul(hash, BASE) + (letters[index] ?? 0)) | 0;
    if (index >= LENGTH) hash = (hash - Math.imul(letters[index - LENGTH] ?? 0, LEAVING)) | 0;
    // The last bit, which is 0 in all that are taken, is set: 0 is no hash.
    if (index >= LENGTH - 1 && (hash & 3) === 0) hashes.push(hash | 1);
  }
  return hashes;
}

/** A set of whole numbers but 0 that knows which were added twice; a `Map` costs several times as much. */
class SeenHashes {
  /** Each number stands at the first free place from its own on; 0 is a free place. */
  readonly #numbers: Int32Array;
  readonly #isRepeated: Uint8Array;
  readonly #mask: number;

  /** @param most how many numbers will be added; half of the places stay free */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#numbers = new Int32Array(places);
    this.#isRepeated = new Uint8Array(places);
    this.#mask = places - 1;
  }

  add(number: number): void {
    const place = this.#placeOf(number);
    if (this.#numbers[place] === number) this.#isRepeated[place] = 1;
    this.#numbers[place] = number;
  }

  isRepeated(number: number): boolean {
    return this.#isRepeated[this.#placeOf(number)] === 1;
  }

  #placeOf(number: number): number {
    // Multiplied by 2^32 over the golden ratio, so that near numbers lie apart (Knuth, TAOCP 6.4).
    let place = (Math.imul(number, 0x9e3779b1) >>> 7) & this.#mask;
    for (
      let found = this.#numbers[place];
      found !== 0 && found !== number;
      found = this.#numbers[place]
    ) {
      place = (place + 1) & this.#mask;
    }
    return place;
  }
}

function leaving(): number {
  let power = 1;
  for (let index = 0; index < LENGTH; index++) power = Math.imul(power, BASE);
  return power;
}
