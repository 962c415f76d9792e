import { indexLines, type LineIndex } from "../../article/lines.js";

/** Characters of text kept in memory for the reports; beyond that files are read again. */
const MAXIMUM_KEPT = 4 * 1024 * 1024;

/** Most articles whose lines are remembered. */
const MOST_LINES = 1_000;

/** The texts of the checked articles, as far as reports need them. */
export class Sources {
  readonly #reread: (path: string) => string | undefined;
  readonly #kept = new Map<string, string>();
  readonly #lines = new Map<string, LineIndex>();
  /** What was read last: a report asks for the text of an article, then for its lines. */
  #last: { readonly path: string; readonly source: string | undefined } | undefined;
  #size = 0;

  /** @param reread reads an article's text once more, by its path in the report */
  constructor(reread: (path: string) => string | undefined) {
    this.#reread = reread;
  }

  /** Keeps a text that a report will probably need. */
  keep(path: string, source: string): void {
    if (this.#size + source.length > MAXIMUM_KEPT) return;
    this.#size += source.length;
    this.#kept.set(path, source);
  }

  sourceOf(path: string): string | undefined {
    const kept = this.#kept.get(path);
    if (kept !== undefined) return kept;
    if (this.#last?.path !== path) this.#last = { path, source: this.#reread(path) };
    return this.#last.source;
  }

  linesOf(path: string): LineIndex | undefined {
    const known = this.#lines.get(path);
    if (known !== undefined) return known;
    const source = this.sourceOf(path);
    if (source === undefined) return undefined;
    const lines = indexLines(source);
    if (this.#lines.size >= MOST_LINES) this.#lines.clear();
    this.#lines.set(path, lines);
    return lines;
  }
}
