import { remembered } from "../article/remembered.js";

/**
 * A text as two copies of it compare: NFKC, no white space, letter case folded, punctuation kept.
 * Soft hyphens and zero-width characters, which no reader sees, are dropped too.
 */
export const normaliseText: (text: string) => string = remembered((text) =>
  text
    .normalize("NFKC")
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, "")
    .toLowerCase(),
);

/**
 * A stable fingerprint of a normalised text: 16 hexadecimal digits (cyrb53's two mixed 32-bit lanes,
 * after MurmurHash3). Not for security: texts can be made to collide on purpose.
 */
export function textFingerprint(normalised: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < normalised.length; index++) {
    const unit = normalised.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return hex(high) + hex(low);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, "0");
}
