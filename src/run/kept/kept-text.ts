import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";

/** Bytes in front of the compressed ones, which say how long the text is. */
const LENGTH = 4;

/** Of Latin-1. */
const LAST_UNIT = 0xff;
/** `\u0100` in place of one character. */
const ESCAPE = 6;
const DIGITS = Buffer.from("0123456789abcdef");

/**
 * A text in JSON as bytes. They stand for Latin-1, and JSON writes every other character as an escape: V8 then keeps one byte
 * for a character, and reads a text several times faster than from UTF-8.
 */
export function packed(json: string): Uint8Array {
  const latin = latinOf(json);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(latin.length);
  return Buffer.concat([length, deflateRawSync(latin, { level: 1 })]);
}

/**
 * The text that `packed` was given, as JSON that means the same.
 *
 * @param longest characters of a text; longer ones are refused
 * @returns undefined for any other bytes
 */
export function unpacked(bytes: Uint8Array, longest: number): string | undefined {
  if (bytes.length < LENGTH) return undefined;
  const length = Buffer.from(bytes.buffer, bytes.byteOffset, LENGTH).readUInt32BE();
  if (length > longest) return undefined;
  try {
    // With room for all of it nothing is copied together.
    const options = { chunkSize: Math.max(64, length + 1), maxOutputLength: longest + 1 };
    const text = inflateRawSync(bytes.subarray(LENGTH), options).toString("latin1");
    return text.length === length ? text : undefined;
  } catch {
    return undefined;
  }
}

/** What a kept text says in JSON; undefined for one that is not of the form. */
export function readKept<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * The schema of what this very build has written, where the proof of the cache says that it did: that it is an object with
 * some members is all that is looked at again.
 */
export function writtenHere<Value extends object>(
  ...members: readonly (keyof Value & string)[]
): z.ZodType<Value> {
  return z.custom<Value>(
    (value) =>
      typeof value === "object" && value !== null && members.every((member) => member in value),
  );
}

function latinOf(json: string): Uint8Array {
  let length = json.length;
  for (let index = 0; index < json.length; index++)
    if (json.charCodeAt(index) > LAST_UNIT) length += ESCAPE - 1;
  if (length === json.length) return Buffer.from(json, "latin1");
  const bytes = Buffer.alloc(length);
  let at = 0;
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index);
    if (unit <= LAST_UNIT) {
      bytes[at++] = unit;
      continue;
    }
    bytes[at++] = BACKSLASH;
    bytes[at++] = LETTER_U;
    for (let shift = 12; shift >= 0; shift -= 4) bytes[at++] = DIGITS[(unit >> shift) & 15] ?? 0;
  }
  return bytes;
}

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
