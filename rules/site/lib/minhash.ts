import { murmurMixed } from "../../../src/rules.js";
import { LETTERS, letterOf, WIDE } from "./shingle-letters.js";

/** Bins of a sketch, a power of two. */
export const BINS = 256;
/** Characters that hold one bin: 18 bits. */
const WIDTH = 3;
const BIN_SHIFT = 24;
const VALUE_SHIFT = 6;
/** The value of an empty bin; no minimum is as large. */
const EMPTY = 0x3ffff;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = Array.from(ALPHABET, (character) => character.charCodeAt(0));
const DIGITS = new Uint8Array(128);
for (const [digit, code] of CODES.entries()) DIGITS[code] = digit;

/** What is kept of a text to compare it with others. */
export interface Sketch {
  /** The minima of the text's shingles, bin by bin, three characters each. */
  readonly minima: string;
  /** Number of words in the text; a Chinese, Japanese or Korean character counts as one. */
  readonly words: number;
}

const codes = new Uint8Array(BINS * WIDTH);
const ascii = new TextDecoder("latin1");

/**
 * A sketch of a text by one-permutation min-wise hashing (Li, Owen, Zhang: One Permutation Hashing, NIPS 2012),
 * with minima of 18 bits (Li, König: b-Bit Minwise Hashing, WWW 2010). Shingles are three words, or five characters
 * where a script writes no spaces; letter case, width, punctuation and spaces do not count.
 */
export function sketchOf(text: string): Sketch {
  const bins = new Uint32Array(BINS).fill(EMPTY);
  // A space ends the last word.
  const closed = `${text} `;
  const { length } = closed;
  let words = 0;
  let word = 0;
  // The tokens before the current one, the latest first.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let index = 0; index < length; index++) {
    const unit = closed.charCodeAt(index);
    const kept = LETTERS[unit] ?? 0;
    const letter = kept < 0 ? letterOf(unit) : kept;
    if (letter > 0 && letter < WIDE) {
      word = (Math.imul(word, 0x01000193) ^ letter) | 0;
      continue;
    }
    if (word !== 0) {
      if (words > 1) keep(bins, joined(joined(second, first), word));
      words++;
      fourth = third;
      third = second;
      second = first;
      first = word;
      word = 0;
    }
    if (letter >= WIDE) {
      if (words > 3)
        keep(bins, joined(joined(joined(joined(fourth, third), second), first), letter));
      words++;
      fourth = third;
      third = second;
      second = first;
      first = letter;
    }
  }
  return { minima: written(bins), words };
}

function joined(hash: number, token: number): number {
  return (Math.imul(hash, 0x5bd1e995) ^ token) | 0;
}

/** Adds a shingle, its hash mixed by the finalizer of MurmurHash3. */
function keep(bins: Uint32Array, shingle: number): void {
  const hash = murmurMixed(shingle);
  const bin = hash >>> BIN_SHIFT;
  const value = (hash >>> VALUE_SHIFT) & EMPTY;
  if (value < (bins[bin] ?? 0)) bins[bin] = value;
}

function written(bins: Uint32Array): string {
  for (let bin = 0; bin < BINS; bin++) {
    const value = bins[bin] ?? EMPTY;
    const at = bin * WIDTH;
    codes[at] = CODES[value >>> 12] ?? 0;
    codes[at + 1] = CODES[(value >>> 6) & 63] ?? 0;
    codes[at + 2] = CODES[value & 63] ?? 0;
  }
  return ascii.decode(codes);
}

/** Reads a sketch's minima into `target`, beginning at `offset`. */
export function readMinima(sketch: string, target: Int32Array, offset: number): void {
  for (let bin = 0; bin < BINS; bin++) {
    const at = bin * WIDTH;
    const value =
      (digitAt(sketch, at) << 12) | (digitAt(sketch, at + 1) << 6) | digitAt(sketch, at + 2);
    target[offset + bin] = value === EMPTY ? -1 : value;
  }
}

function digitAt(sketch: string, index: number): number {
  return DIGITS[sketch.charCodeAt(index) & 127] ?? 0;
}

/**
 * The share of shingles that two texts have in common (Jaccard), estimated without bias from their minima; bins
 * that are empty in both say nothing. With all bins filled its standard error is at most 3 %.
 *
 * @param values minima as `readMinima` gives them, of several texts one after another
 */
export function sharedPart(values: Int32Array, left: number, right: number): number {
  let equal = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const one = values[left + bin] ?? -1;
    const other = values[right + bin] ?? -1;
    if (one < 0 && other < 0) continue;
    filled++;
    if (one === other) equal++;
  }
  return filled === 0 ? 0 : equal / filled;
}

/** The same for two sketches as they were kept. */
export function similarityOf(left: string, right: string): number {
  const values = new Int32Array(2 * BINS);
  readMinima(left, values, 0);
  readMinima(right, values, BINS);
  return sharedPart(values, 0, BINS);
}
