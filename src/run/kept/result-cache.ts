import { createHash } from "node:crypto";
import type { ExpandedConfig } from "../../config/resolve/expand.js";
import type { ResolvedConfig } from "../../config/resolve/resolve.js";
import { writeGuarded } from "../../files/write-file.js";
import { RefusedWrite } from "../../files/write-permission.js";
import { readOwnChecked, writeChecked } from "../../lint/checked-data.js";
import type { ArticleInput, CheckedArticle, RuleSetting } from "../../lint/contract.js";
import { holdsAt } from "../../rule/clock.js";
import { ArticleKeys } from "./article-keys.js";
import { type CacheRow, MOST_ENTRIES, newRow, openCache, writtenCache } from "./cache-file.js";
import { packed, unpacked } from "./kept-text.js";

/** Entries of one article that stay: for the branches and options that take turns. */
const MOST_OF_A_PLACE = 4;

/** Days after which an entry that was of no use goes. */
const MOST_DAYS = 30;

/** Most bytes of texts that are kept, as they are compressed. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Longest text, in characters. */
const MOST_TEXT = 64 * 1024 * 1024;

const DAY = 86_400_000;

/** What a cache needs to know of an article besides what its rules are given. */
interface KeptArticle {
  readonly found: { readonly config: Pick<ExpandedConfig, "fingerprint"> };
  readonly resolved: Pick<ResolvedConfig, "rules">;
  readonly isContext: boolean;
}

/** Where a cache is. */
export interface CachePlace {
  /** Absolute. */
  readonly file: string;
  /** The project, in which no link leads to that file. */
  readonly root: string;
  readonly secret: Uint8Array;
}

/** What was found in articles before, kept by everything that it comes of. */
export class ResultCache {
  readonly #place: CachePlace;
  readonly #now: number;
  readonly #keys = new ArticleKeys();
  readonly #rows: ReadonlyMap<string, CacheRow>;
  readonly #used = new Set<string>();
  readonly #fresh = new Map<string, CacheRow>();
  #bytes = 0;
  #isSaved = true;
  /** Whether the file is something else than a cache, so that it is not to be replaced. */
  readonly isForeign: boolean;
  /** What a person should know of the cache; undefined when all is well. */
  readonly note: string | undefined;

  /** @param now the moment of the run, in milliseconds since 1970 */
  constructor(place: CachePlace, now: number) {
    this.#place = place;
    this.#now = now;
    const file = openCache(place.file, place.secret);
    const isOpen = file.kind === "open";
    this.#rows = new Map(isOpen ? file.rows.map((row) => [row.key, row]) : []);
    this.isForeign = file.kind === "foreign";
    if (file.kind === "refused")
      this.note = `The cache ${place.file} is damaged or was not written by this user, so all articles are checked again.`;
  }

  /** What came of an article when it was the same; undefined where nobody knows. */
  find(input: ArticleInput, article: KeptArticle): CheckedArticle | undefined {
    const full = { ...input, rules: article.resolved.rules };
    // What all rules found is more than what is asked of an article that is there for the others' sake.
    for (const asked of article.isContext ? [full, input] : [input]) {
      const key = this.nameOf(asked, article);
      const checked = key === undefined ? undefined : this.cameOf(key, asked.rules);
      if (checked !== undefined) return checked;
    }
    return undefined;
  }

  /**
   * What came of an article, by its name; undefined where it is not kept, or does not hold any more.
   *
   * @param rules those that looked at it
   */
  cameOf(name: string, rules: readonly RuleSetting[]): CheckedArticle | undefined {
    const text = this.textOf(name);
    const checked = text === undefined ? undefined : readOwnChecked(text, rules);
    return checked !== undefined && holdsAt(checked.period, this.#now) ? checked : undefined;
  }

  /** Whether something is kept under a key. */
  has(key: string): boolean {
    return this.#fresh.has(key) || this.#rows.has(key);
  }

  /** Keeps what came of an article. */
  keep(input: ArticleInput, article: KeptArticle, checked: CheckedArticle, written?: string): void {
    const { from, until } = checked.period;
    const key = from < until ? this.nameOf(input, article) : undefined;
    if (key !== undefined) this.keepText(key, input.path, written ?? writeChecked(checked));
  }

  /** The text that was kept under a key, as JSON that means the same. */
  textOf(key: string): string | undefined {
    const row = this.#fresh.get(key) ?? this.#rows.get(key);
    const text = row === undefined ? undefined : textOf(row);
    if (text !== undefined) this.#used.add(key);
    return text;
  }

  /**
   * Keeps a text in JSON.
   *
   * @param key 64 hexadecimal digits
   * @param about only the newest texts about one thing stay
   */
  keepText(key: string, about: string, json: string): void {
    if (this.#bytes > MOST_BYTES || json.length > MOST_TEXT) return;
    const bytes = packed(json);
    this.#bytes += bytes.length;
    const place = createHash("sha256").update(about).digest("hex");
    this.#fresh.set(key, newRow(key, place, this.#today, bytes));
    this.#isSaved = false;
  }

  /**
   * Writes what is new, beside what other runs have written meanwhile.
   *
   * @returns why it is not written, if it is not
   */
  save(): string | undefined {
    const { file, root, secret } = this.#place;
    if (this.#isSaved) return undefined;
    this.#isSaved = true;
    const current = openCache(file, secret);
    try {
      const rows = this.#kept(current.kind === "open" ? current.rows : []);
      writeGuarded(file, writtenCache(rows, secret), { purpose: "cache", root });
      return undefined;
    } catch (error) {
      if (!(error instanceof RefusedWrite)) throw error;
      return error.message;
    } finally {
      if (current.kind === "open") current.close();
    }
  }

  /** The entries that stay: the newest of each place, and what was of use lately. */
  #kept(current: readonly CacheRow[]): readonly CacheRow[] {
    const today = this.#today;
    const old = current
      .filter(({ key }) => !this.#fresh.has(key))
      .map((row) => (this.#used.has(row.key) ? { ...row, used: today } : row));
    const sorted = [...this.#fresh.values(), ...old.sort((a, b) => b.used - a.used)];
    const counts = new Map<string, number>();
    return sorted
      .filter(({ place, used }) => {
        const count = (counts.get(place) ?? 0) + 1;
        counts.set(place, count);
        return count <= MOST_OF_A_PLACE && today - used <= MOST_DAYS;
      })
      .slice(0, MOST_ENTRIES);
  }

  get #today(): number {
    return Math.max(0, Math.floor(this.#now / DAY));
  }

  /** Names what comes of an article; undefined where nobody can tell what the config does. */
  nameOf(input: ArticleInput, { found }: KeptArticle): string | undefined {
    const program = this.#programOf(found);
    return program === undefined ? undefined : this.#keys.keyOf(input, program);
  }

  /** Names all but the article itself that decides what comes of it. */
  settingsName(
    look: Pick<ArticleInput, "engine" | "rules" | "settings">,
    { found }: KeptArticle,
  ): string | undefined {
    const program = this.#programOf(found);
    return program === undefined ? undefined : `${program} ${this.#keys.settingsOf(look)}`;
  }

  #programOf({ config }: KeptArticle["found"]): string | undefined {
    const fingerprint = config.fingerprint();
    return fingerprint === undefined ? undefined : `${this.#keys.program} ${fingerprint}`;
  }
}

function textOf(row: CacheRow): string | undefined {
  const bytes = row.bytes();
  return bytes === undefined ? undefined : unpacked(bytes, MOST_TEXT);
}
