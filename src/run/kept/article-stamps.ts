import { createHash } from "node:crypto";
import { join } from "node:path";
import type { FileSystem } from "../../files/file-system.js";
import { isSettled, type Stamp } from "../../files/stamp.js";
import type { ArticleInput, CheckedArticle } from "../../lint/contract.js";
import type { Unread } from "../read.js";
import { readKept, writtenHere } from "./kept-text.js";
import type { ResultCache } from "./result-cache.js";

interface Kept {
  readonly settings: readonly string[];
  /** By path: the stamp that an article had, what held for it (an index), and the name of what came of it. */
  readonly articles: readonly (readonly [string, string, number, string])[];
}

const keptSchema = writtenHere<Kept>("settings", "articles");

interface KeptStamp {
  readonly stamp: string;
  readonly settings: string;
  readonly key: string;
}

/** What stamps need of a run. */
interface StampScene {
  readonly cache: ResultCache;
  /** Absolute folder that paths in the report are relative to. */
  readonly base: string;
  readonly files: Pick<FileSystem, "stamp">;
  /** The moment before anything was read, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Hears of each file, by its absolute path, that is not read for the sake of its stamp. */
  readonly believe: (path: string, stamp: string) => void;
}

/**
 * Tells by their stamps which articles are as they were when something came of them, so that nobody has to read them.
 * Nobody but the system sets the time of a file's last change, and what changed too lately is read.
 */
export class ArticleStamps {
  readonly #scene: StampScene;
  readonly #name: string;
  readonly #known: Map<string, KeptStamp>;
  /** The stamps of articles that are going to be read, from before. */
  readonly #waiting = new Map<string, Stamp>();
  #isChanged = false;

  constructor(scene: StampScene) {
    this.#scene = scene;
    this.#name = createHash("sha256").update(`stamps below ${scene.base}`).digest("hex");
    const text = scene.cache.textOf(this.#name);
    this.#known = text === undefined ? new Map() : stampsIn(text);
  }

  /** What came of an article that is the same; undefined where it has to be read. */
  find(article: Unread): CheckedArticle | undefined {
    const { cache, base, files, believe } = this.#scene;
    const { path } = article;
    const place = join(base, path);
    const stamp = files.stamp?.(place);
    if (stamp === undefined) return undefined;
    const known = this.#known.get(path);
    const as =
      known?.stamp === stamp.text
        ? article.looks.find((look) => cache.settingsName(look, article) === known.settings)
        : undefined;
    const checked =
      known === undefined || as === undefined ? undefined : cache.cameOf(known.key, as.rules);
    if (checked === undefined) this.#waiting.set(path, stamp);
    else believe(place, stamp.text);
    return checked;
  }

  /** Remembers what came of an article that was read. */
  note(input: ArticleInput, article: Unread): void {
    const { cache, startedAt } = this.#scene;
    const stamp = this.#waiting.get(input.path);
    if (stamp === undefined || !isSettled(stamp, startedAt)) return;
    // What is wrong with bytes, and a schema that the article names, only a look at it tells.
    if (input.decodingProblems.length > 0) return;
    for (const look of article.looks) {
      if (look.settings !== input.settings) continue;
      const key = cache.nameOf({ ...input, rules: look.rules }, article);
      const settings = cache.settingsName(look, article);
      if (key === undefined || settings === undefined || !cache.has(key)) continue;
      this.#known.set(input.path, { stamp: stamp.text, settings, key });
      this.#isChanged = true;
      return;
    }
  }

  /** Keeps what was remembered. */
  keep(): void {
    if (!this.#isChanged) return;
    const { cache } = this.#scene;
    const numbers = new Map<string, number>();
    const articles: Kept["articles"] = [...this.#known]
      .filter(([, { key }]) => cache.has(key))
      .map(([path, { stamp, settings, key }]) => {
        const number = numbers.get(settings) ?? numbers.size;
        numbers.set(settings, number);
        return [path, stamp, number, key];
      });
    const kept: Kept = { settings: [...numbers.keys()], articles };
    cache.keepText(this.#name, this.#name, JSON.stringify(kept));
  }
}

function stampsIn(text: string): Map<string, KeptStamp> {
  const { settings = [], articles = [] } = readKept(text, keptSchema) ?? {};
  return new Map(
    articles.map(([path, stamp, number, key]) => [
      path,
      { stamp, settings: settings[number] ?? "", key },
    ]),
  );
}
