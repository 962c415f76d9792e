import { FNV_START, fnv1aStep } from "../../../src/rules.js";

const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}_]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** Tokens in a row that make one shingle. */
const SHINGLE_LENGTH = 5;

/** The words of a text, letter case folded; each Chinese or Japanese character is one token. */
export function tokensOf(text: string): readonly string[] {
  return text.normalize("NFKC").toLowerCase().match(TOKEN) ?? [];
}

/** The set of five-token shingles of a text, as 32-bit FNV-1a hashes. Empty for fewer than five tokens. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const tokens = tokensOf(text);
  const shingles = new Set<number>();
  for (let start = 0; start + SHINGLE_LENGTH <= tokens.length; start++) {
    let hash = FNV_START;
    for (let at = start; at < start + SHINGLE_LENGTH; at++) hash = mix(hash, tokens[at] ?? "");
    shingles.add(hash >>> 0);
  }
  return shingles;
}

function mix(seed: number, token: string): number {
  let hash = seed;
  for (let index = 0; index < token.length; index++) {
    hash = fnv1aStep(hash, token.charCodeAt(index));
  }
  // A separator, so that "ab c" and "a bc" differ.
  return fnv1aStep(hash, 0x1f);
}

/** Jaccard similarity of two sets: the size of the intersection over the size of the union. */
export function similarity(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  const together = left.size + right.size - shared;
  return together === 0 ? 0 : shared / together;
}
