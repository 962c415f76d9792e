import { remembered } from "../../article/remembered.js";

/**
 * A text as two copies of it compare: NFKC, no white space, letter case folded, punctuation kept.
 * Soft hyphens and zero-width characters, which no reader sees, are dropped too.
 */
export const normaliseText: (text: string) => string = remembered(normalised);

function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, "")
    .toLowerCase();
}

/** The fingerprint of a text as two copies of it compare. */
export const fingerprintOf: (text: string) => string = remembered((text) =>
  textFingerprint(normalised(text)),
);

/**
 * A stable fingerprint of a normalised text: 16 hexadecimal digits (cyrb53's two mixed 32-bit lanes,
 * after MurmurHash3). Not for security: texts can be made to collide on purpose.
 */
export function textFingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return hex(high) + hex(low);
}

/** The bytes in hexadecimal: numbers of 32 bits are slow to write in another base. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hex(lane: number): string {
  return `${BYTES[lane >>> 24]}${BYTES[(lane >>> 16) & 255]}${BYTES[(lane >>> 8) & 255]}${BYTES[lane & 255]}`;
}
