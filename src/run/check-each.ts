import { join } from "node:path";
import type { ArticleInput, CheckedArticle } from "../lint/contract.js";
import { readChecked, type SiteArticle } from "../lint/index.js";
import type { ArticleStamps } from "./kept/article-stamps.js";
import type { KnownResults, RunOptions } from "./options.js";
import type { Reader, Unread } from "./read.js";
import type { Scope } from "./scope.js";
import { checkAll, type ThreadPlan } from "./threads/check-all.js";
import { mostThreads } from "./threads/thread-count.js";
import { UsageError } from "./usage-error.js";

/** What checking each article is given besides the articles. */
export interface EachOptions extends Pick<RunOptions, "known" | "cache"> {
  /** What tells by their stamps which articles are as they were. */
  readonly stamps?: ArticleStamps | undefined;
  readonly startedAt: number;
  /** How threads help; this thread alone checks when absent. */
  readonly threads: ThreadPlan | undefined;
  /** Hears what came of an article while its text is at hand, in any order. */
  readonly hear: (input: ArticleInput, checked: CheckedArticle, isContext: boolean) => void;
}

/**
 * Has the rules look at each article alone, unless it is known what comes of it.
 *
 * @returns the articles in their order, those that are context last
 * @throws {UsageError} for an article that should be known and is not
 */
export async function checkEach(
  { subjects, context }: Pick<Scope, "subjects" | "context">,
  reader: Reader,
  { known, cache, stamps, startedAt, threads, hear }: EachOptions,
): Promise<readonly SiteArticle[]> {
  const found = new Map<string, SiteArticle>();
  const take = (input: ArticleInput, checked: CheckedArticle): void => {
    const { path, engine, rules, settings } = input;
    const isContext = reader.articles.get(path)?.isContext === true;
    hear(input, checked, isContext);
    found.set(path, { input: { path, engine, rules, settings }, checked, isContext });
  };
  const isKnown = (article: Unread): boolean => {
    const checked = stamps?.find(article);
    const look = article.looks.at(-1);
    if (checked === undefined || look === undefined) return false;
    const { path, isContext } = article;
    found.set(path, { input: { path, ...look }, checked, isContext });
    return true;
  };
  const inputs = reader.read(subjects, context, stamps === undefined ? undefined : isKnown);
  if (known !== undefined) for (const input of inputs) take(input, recalled(input, known));
  else if (cache === undefined) await checkAll(inputs, startedAt, threads, take);
  else {
    const takeKept = (input: ArticleInput, checked: CheckedArticle): void => {
      const article = stamps === undefined ? undefined : reader.unreadOf(input.path);
      if (article !== undefined) stamps?.note(input, article);
      take(input, checked);
    };
    const isNew = (input: ArticleInput): boolean => {
      const article = reader.articles.get(input.path);
      const checked = article === undefined ? undefined : cache.find(input, article);
      if (checked !== undefined) takeKept(input, checked);
      return checked === undefined;
    };
    await checkAll(onlyThose(inputs, isNew), startedAt, threads, (input, checked, written) => {
      const article = reader.articles.get(input.path);
      if (article !== undefined) cache.keep(input, article, checked, written);
      takeKept(input, checked);
    });
    stamps?.keep();
  }
  return [...reader.articles.keys()].flatMap((path) => found.get(path) ?? []);
}

function* onlyThose<Item>(
  items: Iterable<Item>,
  isMeant: (item: Item) => boolean,
): Generator<Item> {
  for (const item of items) if (isMeant(item)) yield item;
}

function recalled(input: ArticleInput, known: KnownResults): CheckedArticle {
  const text = known.find(input);
  const checked = text === undefined ? undefined : readChecked(text, input.rules);
  if (checked !== undefined) return checked;
  throw new UsageError(
    `No shard has checked ${input.path} as it is now, with the settings of now.`,
    "Run all shards and the merge on the same files and with the same options.",
  );
}

/** How threads may help with the articles of a run; undefined where they cannot do the same as this one. */
export function threadPlan(
  base: string,
  reader: Reader,
  startedAt: number,
  options: RunOptions,
): ThreadPlan | undefined {
  const { project, flags, threads = 1, mostThreads: bound = MOST, timer } = options;
  const { recipe } = project;
  // What is measured is measured in one thread.
  if (threads === 1 || recipe === undefined || timer !== undefined) return undefined;
  const isForced = threads !== "auto";
  return {
    settings: { project: recipe, flags, base, startedAt },
    threads: isForced ? threads : Math.min(bound, mostThreads()),
    isForced,
    patience: options.patience,
    module: options.threadModule,
    placeOf: (path) => {
      const article = reader.articles.get(path);
      return { path: join(base, path), isContext: article?.isContext === true };
    },
  };
}

const MOST = Number.POSITIVE_INFINITY;
