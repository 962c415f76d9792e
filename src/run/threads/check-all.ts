import { fileURLToPath } from "node:url";
import type { Problem } from "../../article/problem.js";
import { nodeFileSystem } from "../../files/file-system.js";
import type { ArticleInput, CheckedArticle } from "../../lint/contract.js";
import { checkArticle, readChecked } from "../../lint/index.js";
import { check } from "../check.js";
import { ArticleKeys } from "../kept/article-keys.js";
import { parse } from "../parse.js";
import { checkInThreads, type Supply } from "./pool.js";
import type { ThreadArticle, ThreadSettings } from "./protocol.js";
import { Queue } from "./queue.js";
import { WORTH_A_THREAD } from "./thread-count.js";

/** How articles are checked in threads, where that pays. */
export interface ThreadPlan {
  readonly settings: ThreadSettings;
  /** Most threads. */
  readonly threads: number;
  /** Whether there are as many threads as that, whatever there is to do. */
  readonly isForced: boolean;
  /** The absolute path of an article, and whether it is there for the others' sake only. */
  readonly placeOf: (path: string) => Pick<ThreadArticle, "path" | "isContext">;
  /** Longest time for one article, in milliseconds. */
  readonly patience?: number | undefined;
  /** The module that threads run. */
  readonly module?: URL | undefined;
}

/** Takes what came of an article, in any order. */
export type Take = (
  input: ArticleInput,
  checked: CheckedArticle,
  /** The same as text, where that is at hand. */
  written?: string,
) => void;

/** Text that waits for threads, in UTF-16 units. */
const MOST_WAITING = 4_000_000;

/** Longest time for one article, in milliseconds: thousands of times what long ones take. */
const PATIENCE = 60_000;

const WORKER = new URL("./check-worker.js", import.meta.url);

/** Has the rules look at each article: here, or in threads where there is enough to do. */
export async function checkAll(
  inputs: Iterable<ArticleInput>,
  startedAt: number,
  plan: ThreadPlan | undefined,
  take: Take,
): Promise<void> {
  const queue = new Queue(inputs[Symbol.iterator](), MOST_WAITING);
  const threads = plan === undefined ? 1 : threadsFor(plan, queue);
  const left =
    plan === undefined || threads < 2
      ? queue.rest()
      : await checkThere(queue, { ...plan, threads }, startedAt, take);
  for (const { input, checked } of check(parse(left), startedAt)) {
    take(input, checked);
    await nextTurn();
  }
}

/**
 * Lets Node do what waits. A package in native code gives its memory back only then: thirty kilobytes for each article, for
 * which the garbage collector sees no need.
 */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** As many threads as there is work for. */
function threadsFor({ threads, isForced, module = WORKER }: ThreadPlan, queue: Queue): number {
  if (threads < 2 || nodeFileSystem.kindOf(fileURLToPath(module)) !== "file") return 1;
  if (isForced) return threads;
  return Math.min(threads, Math.floor(queue.fill(threads * WORTH_A_THREAD) / WORTH_A_THREAD));
}

/** Checks in threads; returns what threads could not do. */
async function checkThere(
  queue: Queue,
  plan: ThreadPlan,
  startedAt: number,
  take: Take,
): Promise<readonly ArticleInput[]> {
  const { settings, threads, patience = PATIENCE, module = WORKER, placeOf } = plan;
  const undone: ArticleInput[] = [];
  const keys = new ArticleKeys();
  const supply: Supply<ArticleInput> = {
    next: () => queue.next(),
    articleOf: ({ path, source, decodingProblems }) => ({
      ...placeOf(path),
      source,
      problems: decodingProblems,
    }),
    take: (input, outcome) => {
      if (outcome.kind === "stuck") return take(input, unchecked(input, startedAt, patience));
      const key = keys.keyOf(input);
      const isOurs = outcome.kind === "checked" && outcome.text.startsWith(key);
      const text = isOurs ? outcome.text.slice(key.length) : undefined;
      const checked = text === undefined ? undefined : readChecked(text, input.rules);
      if (checked === undefined) undone.push(input);
      else take(input, checked, text);
    },
  };
  await checkInThreads(supply, { settings, threads, module, patience });
  return undone;
}

/** What can be said of an article that no check of comes to an end. */
function unchecked(input: ArticleInput, startedAt: number, patience: number): CheckedArticle {
  const problem: Problem = {
    kind: "limit",
    range: { start: 0, end: 0 },
    limit: "time",
    maximum: patience / 1000,
    unchecked: "body",
  };
  const rules = input.rules.filter(({ rule }) => rule.role !== undefined);
  const given = { ...input, source: "", decodingProblems: [problem], rules };
  // Another time, or on another machine, it may come to an end: that is not to be kept.
  return { ...checkArticle(given, startedAt), period: { from: startedAt, until: startedAt } };
}
