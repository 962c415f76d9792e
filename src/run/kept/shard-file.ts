import * as z from "zod";
import { build } from "../../config/version.js";
import { bytesOf } from "../../files/look.js";
import { UsageError } from "../usage-error.js";
import type { Shard } from "./shard.js";

/** Largest file of a shard that is read, in bytes. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** What decides which articles are checked, and by which rules; a merge asks for the same. */
const askedSchema = z.strictObject({
  paths: z.array(z.string()),
  deleted: z.array(z.string()),
  noIgnore: z.boolean(),
  rules: z.array(z.string()),
  only: z.array(z.string()),
});

export type ShardAsked = z.infer<typeof askedSchema>;

const headSchema = z.strictObject({
  copydesk: z.literal("shard"),
  build: z.string(),
  shard: z.int().min(1),
  of: z.int().min(1),
  startedAt: z.int(),
  asked: askedSchema,
  articles: z.int().min(0),
});

/** One article: what came of it is read when it is asked for. */
const LINE = /^\{"key":"([\da-f]{64})","checked":(\{.*\})\}$/s;

type Head = z.infer<typeof headSchema>;

/** What all shards of a check found together. */
export interface MergedShards {
  readonly asked: ShardAsked;
  /** When the first of them began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** What came of the article with a key, as `writeChecked` wrote it. */
  find(key: string): string | undefined;
}

/** Writes what a shard found: a line about the shard, then one for each article. */
export function writeShard(
  shard: Shard,
  startedAt: number,
  asked: ShardAsked,
  checked: ReadonlyMap<string, string>,
): Uint8Array {
  const head: Head = {
    copydesk: "shard",
    build,
    shard: shard.number,
    of: shard.count,
    startedAt,
    asked,
    articles: checked.size,
  };
  const lines = Array.from(checked, ([key, text]) => `{"key":"${key}","checked":${text}}`);
  // All of them together can be longer than a string.
  return Buffer.concat([JSON.stringify(head), ...lines].map((line) => Buffer.from(`${line}\n`)));
}

/** Whether a text begins as the file of a shard does, so that another may take its place. */
export function isShardFile(text: string): boolean {
  return text.startsWith('{"copydesk":"shard",');
}

/**
 * Reads the files of all shards of a check.
 *
 * @param files absolute
 * @throws {UsageError} for a file that is no shard, and where they are not all the shards of one check
 */
export function readShards(files: readonly string[]): MergedShards {
  const shards = files.map((file) => ({ file, ...readShard(file) }));
  const [first] = shards;
  if (first === undefined) throw new UsageError("copydesk merge needs the files of the shards.");
  const { of, asked } = first.head;
  const byNumber = new Map<number, string>();
  for (const { file, head } of shards) {
    if (head.build !== build)
      throw new UsageError(
        `${file} comes from copydesk ${head.build}, and this is ${build}.`,
        "Run all shards and the merge with one version.",
      );
    if (head.of !== of || JSON.stringify(head.asked) !== JSON.stringify(asked))
      throw new UsageError(
        `${file} and ${first.file} are not shards of one check.`,
        "Run all shards with the same paths and options.",
      );
    const other = byNumber.get(head.shard);
    if (other !== undefined)
      throw new UsageError(`${file} and ${other} are both shard ${head.shard} of ${of}.`);
    byNumber.set(head.shard, file);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (number) => !byNumber.has(number),
  );
  if (missing.length > 0)
    throw new UsageError(
      `${missing.length === 1 ? "Shard" : "Shards"} ${missing.join(", ")} of ${of} ${missing.length === 1 ? "is" : "are"} missing.`,
      "Name the files of all shards.",
    );
  const found = new Map(shards.flatMap(({ checked }) => [...checked]));
  const startedAt = shards.reduce((least, { head }) => Math.min(least, head.startedAt), Infinity);
  return { asked, startedAt, find: (key) => found.get(key) };
}

function readShard(file: string): { readonly head: Head; readonly checked: Map<string, string> } {
  const bytes = bytesOf(file, MOST_BYTES);
  if (bytes === undefined) throw new UsageError(`${file} cannot be read.`);
  const lines = linesOf(bytes);
  const head = headSchema.safeParse(parsed(lines.next().value ?? ""));
  if (!head.success)
    throw new UsageError(`${file} is not the file of a shard.`, "copydesk --shard 1/2 writes one.");
  const checked = new Map<string, string>();
  for (const line of lines) {
    const [, key, text] = LINE.exec(line) ?? [];
    if (key === undefined || text === undefined) throw damaged(file);
    checked.set(key, text);
  }
  if (checked.size !== head.data.articles) throw damaged(file);
  return { head: head.data, checked };
}

function damaged(file: string): UsageError {
  return new UsageError(`${file} is damaged.`, "Run its shard again.");
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The lines of a text that is too long to be one string. */
function* linesOf(bytes: Uint8Array): Generator<string, undefined> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const stop = end === -1 ? bytes.length : end;
    yield decoder.decode(bytes.subarray(start, stop));
    start = stop + 1;
  }
  return undefined;
}
