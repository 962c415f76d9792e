import { remembered } from "../../article/remembered.js";
import { textFingerprint } from "./hashes.js";

/**
 * A text as two copies of it compare: NFKC, no white space, letter case folded, punctuation kept.
 * Soft hyphens and zero-width characters, which no reader sees, are dropped too.
 */
export const normaliseText: (text: string) => string = remembered(normalised);

function normalised(text: string): string {
  return (
    text
      .normalize("NFKC")
      .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, "")
      .toLowerCase()
      // A mark may now follow a letter that a space stood before.
      .normalize("NFKC")
  );
}

/** The fingerprint of a text as two copies of it compare. */
export const fingerprintOf: (text: string) => string = remembered((text) =>
  textFingerprint(normalised(text)),
);
