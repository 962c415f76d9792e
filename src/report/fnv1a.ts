const encoder = new TextEncoder();

/**
 * FNV-1a, 64 bits, over the UTF-8 bytes of a text, as 16 hexadecimal digits.
 *
 * Pure and synchronous, the same on every platform; meant for identity, not against forgery.
 * The prime is 2^40 + 435, so a product splits into two halves that stay exact in doubles.
 *
 * @see RFC 9923, The FNV Non-Cryptographic Hash Algorithm
 */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of encoder.encode(text)) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * 435;
    low = product >>> 0;
    const carry = (product - low) / 0x1_0000_0000;
    high = (Math.imul(high, 435) + carry + (mixed << 8)) >>> 0;
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, "0");
}
