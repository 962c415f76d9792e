import { pathFrom } from "../engine/paths.js";
import type { ArticleInput, CheckedArticle } from "../lint/contract.js";
import { readChecked, type SiteArticle } from "../lint/index.js";
import { check } from "./check.js";
import type { Discovery } from "./discover.js";
import { baseFolder } from "./discovery/base-folder.js";
import { surroundings } from "./discovery/surroundings.js";
import type { FoundArticle } from "./discovery/walk.js";
import type { KnownResults, RunOptions } from "./options.js";
import { parse } from "./parse.js";
import type { Reader } from "./read.js";
import { UsageError } from "./usage-error.js";

/** The articles of a run. */
export interface Scope {
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  readonly subjects: readonly FoundArticle[];
  /** Articles that are read for the others' sake only. */
  readonly context: readonly FoundArticle[];
  /** Paths of articles that exist no more, relative to the base. */
  readonly gone: readonly string[];
}

/** What is checked of what was found, and what is read besides. */
export async function scopeOf(discovery: Discovery, options: RunOptions): Promise<Scope> {
  const { articles: subjects, gone: goneArticles = [], isWhole = false } = discovery;
  const asked = [...subjects, ...goneArticles];
  const base = baseFolder(asked, options.project);
  const gone = goneArticles.map(({ path }) => pathFrom(base, path));
  const context = isWhole ? [] : await surroundings(asked, options);
  return { base, subjects, context, gone };
}

/** What checking each article is given besides the articles. */
export interface EachOptions extends Pick<RunOptions, "known"> {
  /** Hears what came of an article while its text is at hand, in any order. */
  readonly hear: (input: ArticleInput, checked: CheckedArticle, isContext: boolean) => void;
}

/**
 * Has the rules look at each article alone, unless it is known what comes of it.
 *
 * @returns the articles in their order, those that are context last
 * @throws {UsageError} for an article that should be known and is not
 */
export function checkEach(
  { subjects, context }: Pick<Scope, "subjects" | "context">,
  reader: Reader,
  startedAt: number,
  { known, hear }: EachOptions,
): readonly SiteArticle[] {
  const inputs = reader.read(subjects, context);
  const outcomes = known === undefined ? check(parse(inputs), startedAt) : recall(inputs, known);
  return Array.from(outcomes, ({ input, checked }) => {
    const { path, engine, rules, settings } = input;
    const isContext = reader.articles.get(path)?.isContext === true;
    hear(input, checked, isContext);
    return { input: { path, engine, rules, settings }, checked, isContext };
  });
}

function* recall(
  inputs: Iterable<ArticleInput>,
  known: KnownResults,
): Generator<{ readonly input: ArticleInput; readonly checked: CheckedArticle }> {
  for (const input of inputs) {
    const text = known.find(input);
    const checked = text === undefined ? undefined : readChecked(text, input.rules);
    if (checked === undefined)
      throw new UsageError(
        `No shard has checked ${input.path} as it is now, with the settings of now.`,
        "Run all shards and the merge on the same files and with the same options.",
      );
    yield { input, checked };
  }
}
