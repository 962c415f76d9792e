import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { lazily } from "../../article/lazily.js";
import { openRandomAccess, type RandomAccess } from "../../files/random-access.js";

/*
 * A cache is one file: MAGIC, the number of entries, a row for each, the authentication of all that, then the texts. A row
 * holds the hash of its text, so that what authenticates the rows authenticates the texts, and each is read when it is needed.
 */

const MAGIC = Buffer.from("copydesk cache 1\n");
const HASH = 32;
const COUNT_AT = MAGIC.length;
const ROWS_AT = COUNT_AT + 4;
/** key, hash of the text, place, day of use, offset of the text, its length. */
const ROW = HASH + HASH + HASH + 4 + 6 + 4;

/** Most entries of a cache. */
export const MOST_ENTRIES = 400_000;

/** One text that is kept. */
export interface CacheRow {
  /** What it is found by: 64 hexadecimal digits. */
  readonly key: string;
  /** What it is about, 64 hexadecimal digits: of one place only the newest entries stay. */
  readonly place: string;
  /** When it was of use, in days since 1970. */
  readonly used: number;
  /** SHA-256 of its bytes. */
  readonly hash: Uint8Array;
  /** Reads its bytes; undefined where they are not those that were written. */
  readonly bytes: () => Uint8Array | undefined;
  /** Its bytes for another file, where they are held to the same hash; undefined where the file ends before them. */
  readonly copied: () => Uint8Array | undefined;
}

/** A cache as it is on disk. */
export type CacheFile =
  | { readonly kind: "open"; readonly rows: readonly CacheRow[]; readonly close: () => void }
  /** There is no such file. */
  | { readonly kind: "none" }
  /** A file of somebody else. */
  | { readonly kind: "foreign" }
  /** A cache that is not whole, or that somebody else has written. */
  | { readonly kind: "refused" };

/** Opens a cache. What a stranger has changed in it is nothing. */
export function openCache(path: string, secret: Uint8Array): CacheFile {
  const file = openRandomAccess(path);
  if (file === undefined) return { kind: "none" };
  if (file.size > 0 && !MAGIC.equals(file.read(0, MAGIC.length))) {
    file.close();
    return { kind: "foreign" };
  }
  const rows = rowsOf(file, secret);
  if (rows !== undefined) return { kind: "open", rows, close: () => file.close() };
  file.close();
  return { kind: "refused" };
}

function rowsOf(file: RandomAccess, secret: Uint8Array): readonly CacheRow[] | undefined {
  const start = Buffer.from(file.read(0, ROWS_AT));
  const count = start.length === ROWS_AT ? start.readUInt32BE(COUNT_AT) : MOST_ENTRIES + 1;
  if (count > MOST_ENTRIES || ROWS_AT + count * ROW + HASH > file.size) return undefined;
  const table = Buffer.from(file.read(ROWS_AT, count * ROW + HASH));
  const end = count * ROW;
  const proof = table.subarray(end);
  if (proof.length !== HASH) return undefined;
  if (!timingSafeEqual(proof, proofOf([start, table.subarray(0, end)], secret))) return undefined;
  const textsAt = ROWS_AT + end + HASH;
  // Who copies them copies nearly all.
  const texts = lazily(() => file.read(textsAt, file.size - textsAt));
  return Array.from({ length: count }, (_, index) =>
    rowAt(table.subarray(index * ROW, (index + 1) * ROW), { file, textsAt, texts }),
  );
}

/** Where the texts of rows are. */
interface Texts {
  readonly file: RandomAccess;
  readonly textsAt: number;
  /** All of them. */
  readonly texts: () => Uint8Array;
}

function rowAt(row: Buffer, { file, textsAt, texts }: Texts): CacheRow {
  const hash = row.subarray(HASH, 2 * HASH);
  const rest = row.subarray(3 * HASH);
  const offset = rest.readUIntBE(4, 6);
  const length = rest.readUInt32BE(10);
  return {
    key: row.toString("hex", 0, HASH),
    place: row.toString("hex", 2 * HASH, 3 * HASH),
    used: rest.readUInt32BE(0),
    hash,
    bytes: () => {
      const start = textsAt + offset;
      const bytes = start + length > file.size ? undefined : file.read(start, length);
      return bytes !== undefined && sha256(bytes).equals(hash) ? bytes : undefined;
    },
    copied: () => {
      const all = texts();
      return offset + length > all.length ? undefined : all.subarray(offset, offset + length);
    },
  };
}

/** A cache as bytes. Entries whose bytes are not there are left out. */
export function writtenCache(rows: readonly CacheRow[], secret: Uint8Array): Uint8Array {
  const kept = rows.flatMap((row) => {
    const bytes = row.copied();
    return bytes === undefined ? [] : [{ row, bytes }];
  });
  const table = Buffer.alloc(kept.length * ROW);
  let offset = 0;
  for (const [index, { row, bytes }] of kept.entries()) {
    const at = index * ROW;
    table.write(row.key, at, "hex");
    table.set(row.hash, at + HASH);
    table.write(row.place, at + 2 * HASH, "hex");
    table.writeUInt32BE(row.used, at + 3 * HASH);
    table.writeUIntBE(offset, at + 3 * HASH + 4, 6);
    table.writeUInt32BE(bytes.length, at + 3 * HASH + 10);
    offset += bytes.length;
  }
  const start = Buffer.alloc(ROWS_AT);
  MAGIC.copy(start);
  start.writeUInt32BE(kept.length, COUNT_AT);
  const proof = proofOf([start, table], secret);
  return Buffer.concat([start, table, proof, ...kept.map(({ bytes }) => bytes)]);
}

/** A new entry. */
export function newRow(key: string, place: string, used: number, bytes: Uint8Array): CacheRow {
  return { key, place, used, hash: sha256(bytes), bytes: () => bytes, copied: () => bytes };
}

function proofOf(parts: readonly Uint8Array[], secret: Uint8Array): Buffer {
  const proof = createHmac("sha256", secret);
  for (const part of parts) proof.update(part);
  return proof.digest();
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
