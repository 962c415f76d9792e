import { indexLines, type LineIndex } from "../../article/lines.js";

/** Characters of text kept in memory for the reports; beyond that files are read again. */
const MAXIMUM_KEPT = 16 * 1024 * 1024;

/** The texts of the checked articles, as far as reports need them. */
export class Sources {
  readonly #reread: (path: string) => string | undefined;
  readonly #kept = new Map<string, string>();
  readonly #lines = new Map<string, LineIndex>();
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
    const read = this.#reread(path);
    if (read !== undefined) this.keep(path, read);
    return read;
  }

  linesOf(path: string): LineIndex | undefined {
    const known = this.#lines.get(path);
    if (known !== undefined) return known;
    const source = this.sourceOf(path);
    if (source === undefined) return undefined;
    const lines = indexLines(source);
    this.#lines.set(path, lines);
    return lines;
  }
}
