import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeArticle } from "../../src/article/decode.js";
import type { Engine } from "../../src/engine/engine.js";
import { engineNamed } from "../engine/engine-named.js";
import engines from "./engines.json" with { type: "json" };

/** Real articles of seven public sites, kept beside the project; tests that read them are skipped without them. */
const folder = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

export const hasCorpus = existsSync(folder);

/** The engine each site is built with: the copies carry no site configs. */
export const ENGINE_OF: ReadonlyMap<string, Engine> = new Map(
  Object.entries(engines).map(([site, name]) => [site, engineNamed(name)]),
);

export interface CorpusSite {
  readonly name: string;
  readonly engine: Engine;
  /** Paths relative to the site's folder, sorted. */
  readonly articles: readonly { readonly path: string; readonly source: string }[];
  /** Every file of the site. */
  readonly files: readonly string[];
}

/** Reads the corpus, one site per folder. */
export function readCorpus(): readonly CorpusSite[] {
  if (!hasCorpus) return [];
  return [...ENGINE_OF].map(([name, engine]) => {
    const root = join(folder, name);
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
    const articles = files
      .filter((path) => /\.(?:md|markdown|mdx|html?)$/.test(path))
      .map((path) => ({ path, source: decodeArticle(readFileSync(join(root, path))).source }));
    return { name, engine, articles, files };
  });
}
