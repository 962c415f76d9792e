import { ARTICLES_AT_HAND } from "../../article/per-article.js";
import type { ArticleInput } from "../../lint/contract.js";

/** Text that threads are given at a time, in UTF-16 units. */
const MOST_TEXT = 300_000;

/** Articles that wait for a thread: read a few ahead, the longest checked first, so that none of them is the last. */
export class Queue {
  readonly #inputs: Iterator<ArticleInput>;
  readonly #most: number;
  #waiting: ArticleInput[] = [];
  #text = 0;
  #isSorted = true;

  /** @param most text that may wait, in UTF-16 units: the memory it takes does not grow with the site */
  constructor(inputs: Iterator<ArticleInput>, most: number) {
    this.#inputs = inputs;
    this.#most = most;
  }

  /** Reads ahead until so much text waits, or there is no more; returns how much waits. */
  fill(text: number): number {
    while (this.#text < text) {
      const { done, value } = this.#inputs.next();
      if (done === true) break;
      this.#waiting.push(value);
      this.#text += value.source.length;
      this.#isSorted = false;
    }
    return this.#text;
  }

  /** The longest of the articles that wait, a few of them. */
  next(): readonly ArticleInput[] {
    this.fill(this.#most);
    if (!this.#isSorted) this.#waiting.sort((a, b) => a.source.length - b.source.length);
    this.#isSorted = true;
    const batch: ArticleInput[] = [];
    let text = 0;
    while (batch.length < ARTICLES_AT_HAND && text < MOST_TEXT) {
      const input = this.#waiting.pop();
      if (input === undefined) break;
      batch.push(input);
      text += input.source.length;
    }
    this.#text -= text;
    return batch;
  }

  /** What is left, in the order in which it was read. */
  *rest(): Generator<ArticleInput> {
    yield* this.#waiting.splice(0);
    for (let next = this.#inputs.next(); next.done !== true; next = this.#inputs.next())
      yield next.value;
  }
}
