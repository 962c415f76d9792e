/**
 * FNV-1a, 64 bits, over the UTF-8 bytes of a text, as 16 hexadecimal digits.
 *
 * Pure and synchronous, the same on every platform; meant for identity, not against forgery.
 *
 * @see RFC 9923, The FNV Non-Cryptographic Hash Algorithm
 */
export function fnv1a64(text: string): string {
  const hash = new Fnv1a64();
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) hash.add(unit);
    else if (unit < 0x800) {
      hash.add(0xc0 | (unit >> 6));
      hash.add(0x80 | (unit & 0x3f));
    } else if (unit < 0xd800 || unit > 0xdfff) hash.addThree(unit);
    else {
      const point = text.codePointAt(index) ?? 0;
      if (point > 0xffff) {
        hash.add(0xf0 | (point >> 18));
        hash.add(0x80 | ((point >> 12) & 0x3f));
        hash.add(0x80 | ((point >> 6) & 0x3f));
        hash.add(0x80 | (point & 0x3f));
        index += 1;
      } else hash.addThree(REPLACEMENT);
    }
  }
  return hash.digits();
}

/** What encoders write for half of a surrogate pair. */
const REPLACEMENT = 0xfffd;

/** A hash in the making, in two halves. */
class Fnv1a64 {
  #high = 0xcbf29ce4 | 0;
  #low = 0x84222325 | 0;

  /** The prime is 2^40 + 435: the product with 435 is made of 16 bits at a time, to stay with small whole numbers. */
  add(byte: number): void {
    const mixed = this.#low ^ byte;
    const lower = (mixed & 0xffff) * 435;
    const upper = (mixed >>> 16) * 435 + (lower >>> 16);
    this.#low = (upper << 16) | (lower & 0xffff);
    this.#high = (Math.imul(this.#high, 435) + (upper >>> 16) + (mixed << 8)) | 0;
  }

  /** Adds a character that takes three bytes. */
  addThree(point: number): void {
    this.add(0xe0 | (point >> 12));
    this.add(0x80 | ((point >> 6) & 0x3f));
    this.add(0x80 | (point & 0x3f));
  }

  digits(): string {
    return hex(this.#high) + hex(this.#low);
  }
}

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

/** Where a 32-bit FNV-1a hash begins. */
export const FNV_START = 0x811c9dc5;

/** One step of 32-bit FNV-1a: the hash with a further number in it. */
export function fnv1aStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** MurmurHash3's finaliser: every bit of a 32-bit hash comes to depend on all the others. */
export function murmurMixed(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
