import { createHash } from "node:crypto";
import { UsageError } from "../usage-error.js";

/** One of several runs that share the articles of a check. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** Most runs that articles are shared among. */
const MOST_SHARDS = 1000;

/**
 * Reads `2/5`.
 *
 * @throws {UsageError} for anything else
 */
export function shardNamed(name: string): Shard {
  const [, number, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(name) ?? []).map(Number);
  if (number === undefined || count === undefined)
    throw new UsageError(`--shard must be such as 2/5, not "${name}".`);
  if (number < 1 || number > count || count > MOST_SHARDS)
    throw new UsageError(
      `--shard ${name} does not exist.`,
      `Shards are counted from 1, and there are at most ${MOST_SHARDS}.`,
    );
  return { number, count };
}

/** Whether an article is checked by a shard: decided by its path alone, so that others come and go without moving it. */
export function isOfShard(path: string, { number, count }: Shard): boolean {
  const hash = createHash("sha256").update(path).digest();
  return (hash.readUInt32BE(0) % count) + 1 === number;
}
