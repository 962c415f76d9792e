import { pathFrom } from "../engine/paths.js";
import { writeChecked } from "../lint/index.js";
import { checkEach, threadPlan } from "./check-each.js";
import type { Discovery } from "./discover.js";
import type { FoundArticle } from "./discovery/walk.js";
import { ArticleKeys } from "./kept/article-keys.js";
import { isOfShard, type Shard } from "./kept/shard.js";
import type { RunOptions } from "./options.js";
import { Reader } from "./read.js";
import { scopeOf } from "./scope.js";

/** What one shard found. */
export interface ShardOutcome {
  /** What came of each article, by its key. */
  readonly checked: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Checks the articles of one shard, each alone: what concerns several of them is left to the merge. */
export async function checkShard(
  discovery: Discovery,
  options: RunOptions,
  shard: Shard,
): Promise<ShardOutcome> {
  const startedAt = options.now();
  const { base, subjects, context } = await scopeOf(discovery, options);
  const isOurs = ({ path }: FoundArticle): boolean => isOfShard(pathFrom(base, path), shard);
  const own = { subjects: subjects.filter(isOurs), context: context.filter(isOurs) };
  const keys = new ArticleKeys();
  const checked = new Map<string, string>();
  const reader = new Reader(base, options);
  await checkEach(own, reader, {
    cache: options.cache,
    startedAt,
    threads: threadPlan(base, reader, startedAt, options),
    hear: (input, outcome) => checked.set(keys.keyOf(input), writeChecked(outcome)),
  });
  return { checked, startedAt };
}
