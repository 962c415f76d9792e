import { ARTICLES_AT_HAND } from "../article/per-article.js";
import type { ArticleInput, CheckedArticle } from "../lint/contract.js";
import { checkArticles } from "../lint/index.js";

/** Text that may wait, in UTF-16 units: the trees of large articles are not held together. */
const MOST_TEXT = 500_000;

/** Gathers articles until enough of them wait to be checked together. */
export class ArticleBatch<Entry extends { readonly input: ArticleInput }> {
  readonly #now: number;
  readonly #checked: (entry: Entry, checked: CheckedArticle) => void;
  #waiting: Entry[] = [];
  #text = 0;

  /**
   * @param now the moment of the run, in milliseconds since 1970
   * @param checked hears what came of each article, in the order in which they were added
   */
  constructor(now: number, checked: (entry: Entry, checked: CheckedArticle) => void) {
    this.#now = now;
    this.#checked = checked;
  }

  add(entry: Entry): void {
    this.#waiting.push(entry);
    this.#text += entry.input.source.length;
    if (this.#waiting.length >= ARTICLES_AT_HAND || this.#text >= MOST_TEXT) this.check();
  }

  /** Checks what waits; to be called after the last article. */
  check(): void {
    const entries = this.#waiting;
    this.#waiting = [];
    this.#text = 0;
    const checked = checkArticles(
      entries.map(({ input }) => input),
      this.#now,
    );
    for (const [index, one] of checked.entries()) {
      const entry = entries[index];
      if (entry !== undefined) this.#checked(entry, one);
    }
  }
}
