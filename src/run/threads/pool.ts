import { Worker } from "node:worker_threads";
import type { ThreadArticle, ThreadSettings } from "./protocol.js";
import { replySchema } from "./protocol.js";

/** What became of an article that was handed to a thread. */
export type ThreadOutcome =
  | { readonly kind: "checked"; readonly text: string }
  /** It took longer than `patience`, alone in a fresh thread. */
  | { readonly kind: "stuck" }
  /** Threads cannot tell: none came up, or each one died of it. */
  | { readonly kind: "undone" };

export interface PoolOptions {
  readonly settings: ThreadSettings;
  readonly threads: number;
  /** The module that runs in threads. */
  readonly module: URL;
  /** Longest time that a thread may be silent, in milliseconds. */
  readonly patience: number;
}

/** Articles that wait for a thread. */
export interface Supply<Item> {
  /** The next few articles that are checked together; none when there are no more. */
  next(): readonly Item[];
  articleOf(item: Item): ThreadArticle;
  /** Takes what became of an article, in any order. */
  take(item: Item, outcome: ThreadOutcome): void;
}

/** Has threads check articles until there are no more. Never throws. */
export async function checkInThreads<Item>(
  supply: Supply<Item>,
  options: PoolOptions,
): Promise<void> {
  /** What a thread was at when it was ended or died: tried again, one by one. */
  const again: Item[] = [];
  const nextBatch = (): readonly Item[] => {
    const one = again.pop();
    return one === undefined ? supply.next() : [one];
  };
  const serve = async (): Promise<void> => {
    for (;;) {
      const thread = new Thread(options);
      const left = await thread.run(supply, nextBatch);
      if (left === undefined) return;
      const [only] = left.batch;
      if (only === undefined) return;
      if (left.batch.length > 1) for (const item of left.batch) again.push(item);
      else supply.take(only, { kind: left.reason });
    }
  };
  await Promise.all(Array.from({ length: options.threads }, serve));
  // No thread comes up, or the last one that did has gone: whoever asked does the rest.
  for (let batch = nextBatch(); batch.length > 0; batch = nextBatch())
    for (const item of batch) supply.take(item, { kind: "undone" });
}

/** What a thread was doing when it came to its end. */
interface Left<Item> {
  readonly batch: readonly Item[];
  readonly reason: "stuck" | "undone";
}

/** One thread, as long as it lives. */
class Thread {
  readonly #worker: Worker;
  readonly #patience: number;

  constructor({ module, settings, patience }: PoolOptions) {
    this.#patience = patience;
    // What code of a config prints is printed once, by the thread that asks.
    const streams = { stdin: false, stdout: true, stderr: true };
    this.#worker = new Worker(module, { workerData: settings, ...streams });
  }

  /** Works until there is nothing left, and ends the thread; returns what it failed at. */
  run<Item>(
    supply: Supply<Item>,
    nextBatch: () => readonly Item[],
  ): Promise<Left<Item> | undefined> {
    const worker = this.#worker;
    return new Promise((resolve) => {
      let batch: readonly Item[] = [];
      let watchdog: NodeJS.Timeout | undefined;
      const end = (left: Left<Item> | undefined): void => {
        clearTimeout(watchdog);
        worker.removeAllListeners();
        // Its death throes are nobody's concern.
        worker.on("error", () => {});
        void worker.terminate().then(() => resolve(left));
      };
      const watch = (): void => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => end({ batch, reason: "stuck" }), this.#patience);
      };
      const proceed = (): void => {
        batch = nextBatch();
        if (batch.length === 0) end(undefined);
        else {
          worker.postMessage(batch.map((item) => supply.articleOf(item)));
          watch();
        }
      };
      worker.on("message", (message: unknown) => {
        const reply = replySchema.safeParse(message).data;
        if (reply?.kind === "checked") {
          for (const [index, item] of batch.entries()) {
            const text = reply.texts[index];
            supply.take(item, text === undefined ? { kind: "undone" } : { kind: "checked", text });
          }
        }
        if (reply === undefined) end({ batch, reason: "undone" });
        else proceed();
      });
      worker.on("error", () => end({ batch, reason: "undone" }));
      worker.on("exit", () => end({ batch, reason: "undone" }));
      watch();
    });
  }
}
