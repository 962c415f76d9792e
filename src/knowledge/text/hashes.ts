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

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, "0");
}
