import type { Kind, Sample, Shape } from "./shape.js";
import type { TextFormat } from "./text-formats.js";

/** What nearly all values at a place have in common. */
export type Statement =
  /** Maps have the key. */
  | { readonly kind: "present"; readonly key: string }
  /** Maps do not have the key: it is another one, misspelled. */
  | { readonly kind: "spelling"; readonly key: string; readonly meant: string }
  /** Values are not of a kind, but of the usual one. */
  | { readonly kind: "kind"; readonly refused: Kind; readonly usual: Kind }
  | { readonly kind: "filled" }
  | { readonly kind: "format"; readonly format: TextFormat }
  | { readonly kind: "values"; readonly values: readonly string[] };

/** A statement about a place, and what speaks for and against it. */
export interface Condition {
  readonly shape: Shape;
  readonly states: Statement;
  /** Values of which it holds, and all that it is about. */
  readonly holds: number;
  readonly of: number;
  readonly violations: readonly Sample[];
}

/** Fewer values that all agree prove nothing. */
export const LEAST_UNANIMOUS = 5;
/** From so many values on, a few may differ by mistake. */
export const LEAST_WITH_EXCEPTIONS = 20;
/** Share of values from which the others are exceptions. */
const MAJORITY = 0.95;

/** Whether what holds for some values is probably meant for all. */
export function isMajority(holds: number, of: number): boolean {
  if (holds === of) return of >= LEAST_UNANIMOUS;
  return of >= LEAST_WITH_EXCEPTIONS && holds >= of * MAJORITY;
}

/**
 * Whether all names there are have been seen, nearly: by Good and Turing, the share of names that were seen once is the
 * chance that the next look shows a new one.
 *
 * @param counts how often each name was seen
 * @param looks how often names were looked for
 */
export function isComplete(counts: readonly number[], looks: number): boolean {
  const seenOnce = counts.filter((count) => count === 1).length;
  return looks >= LEAST_WITH_EXCEPTIONS && seenOnce <= looks / 100;
}
