import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";

/** Bytes in front of the compressed ones, which say how long the text is. */
const LENGTH = 4;

/** What JSON may hold that is not Latin-1. */
const BEYOND_LATIN = /[\u0100-\uffff]+/g;

/**
 * A text in JSON as bytes. They stand for Latin-1, and JSON writes every other character as an escape: V8 then keeps one byte
 * for a character, and reads a text several times faster than from UTF-8.
 */
export function packed(json: string): Uint8Array {
  const latin = json.replace(BEYOND_LATIN, escaped);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(latin.length);
  return Buffer.concat([length, deflateRawSync(Buffer.from(latin, "latin1"), { level: 1 })]);
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

function escaped(text: string): string {
  let written = "";
  for (let index = 0; index < text.length; index++)
    written += `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return written;
}
