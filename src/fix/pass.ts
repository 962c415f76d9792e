import type { SeenArticle } from "../lint/index.js";
import type { Edit } from "../rule/index.js";
import { applyEdits } from "./apply-edits.js";
import type { Change, TakenBack } from "./change.js";

/** Tells what harm changes have done, in words; undefined for none. */
export type HarmOf = (
  after: SeenArticle,
  changes: readonly Change[],
  edits: readonly Edit[],
) => string | undefined;

/** Changes of one article, of which those stay that do no harm together. */
export class Pass {
  made: readonly Change[] = [];
  after: SeenArticle;
  readonly takenBack: TakenBack[] = [];
  readonly #before: SeenArticle;
  readonly #check: (source: string) => SeenArticle;
  readonly #harmOf: HarmOf;

  constructor(before: SeenArticle, check: (source: string) => SeenArticle, harmOf: HarmOf) {
    this.#before = before;
    this.after = before;
    this.#check = check;
    this.#harmOf = harmOf;
  }

  /**
   * Makes changes together with those made already; where that does harm, each half by itself.
   *
   * @param order whether they go before or after those that are made at the same place
   */
  tryAll(changes: readonly Change[], order: "before" | "after" = "after"): void {
    if (changes.length === 0) return;
    const all = order === "after" ? [...this.made, ...changes] : [...changes, ...this.made];
    const edits = all.flatMap((change) => change.edits);
    const after = this.#check(applyEdits(this.#before.article.source, edits));
    const reason = this.#problemOf(after) ?? this.#harmOf(after, all, edits);
    if (reason === undefined) {
      this.made = all;
      this.after = after;
      return;
    }
    const [only] = changes;
    if (changes.length === 1 && only !== undefined) {
      this.takenBack.push({ finding: only.finding, reason });
      return;
    }
    const middle = changes.length >> 1;
    this.tryAll(changes.slice(0, middle), order);
    this.tryAll(changes.slice(middle), order);
  }

  #problemOf(after: SeenArticle): string | undefined {
    if (after.article.source === this.after.article.source) return "it changes nothing";
    return this.#before.crash === undefined ? after.crash : undefined;
  }
}
