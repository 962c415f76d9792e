import * as z from "zod";
import { lazily } from "../../article/lazily.js";
import { below } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { type SiteTable, UNREADABLE, UNREADABLE_REST } from "../../facts/site-settings.js";
import { joinPath } from "../read/config-value.js";

const tableSchema = z.record(z.string(), z.unknown());

const dataFilesSchema = z.record(z.string(), tableSchema).catch({});

/** The data of a site's files beside and above its articles (Eleventy's data cascade). */
export interface DataFiles {
  /** The value of a key for an article: its front matter, its data file, its folders', the nearest first. */
  valueOf(facts: ArticleFacts, key: string): unknown;
  /** The values of a key at all these places, the nearest first: tables of them are merged. */
  valuesOf(facts: ArticleFacts, key: string): readonly unknown[];
}

/**
 * Looks data files up as Eleventy does: `a/b.11tydata.js`, `a/b.11tydata.json`, `a/b.json` for `a/b.md`, then
 * those named after each folder up to the input.
 *
 * @param root folder of the input, relative to the project root
 */
export function createDataFiles(
  config: SiteTable,
  folder: string,
  root: string,
  files: SiteFiles | undefined,
): DataFiles {
  const code = dataFilesSchema.parse(config.dataFiles);
  const known = new Map<string, readonly SiteTable[]>();
  const listed = lazily(() => new Set(files?.list() ?? []));

  const named = (path: string): readonly SiteTable[] => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const inSite = below(path, folder) ?? path;
    const scripts = ["js", "mjs", "cjs"].map((ending) => code[`${inSite}.11tydata.${ending}`]);
    const data = [`${path}.11tydata.json`, `${path}.json`].map((file) =>
      listed().has(file) ? readJson(files?.text(file)) : undefined,
    );
    const tables = [...scripts, ...data].filter((table): table is SiteTable => table !== undefined);
    known.set(path, tables);
    return tables;
  };

  function* values({ path, route }: ArticleFacts, key: string): Generator<unknown> {
    if (Object.hasOwn(route.values, key)) yield route.values[key];
    for (const table of placesOf(path, root).flatMap(named)) {
      if (Object.hasOwn(table, key)) yield table[key];
      else if (Object.hasOwn(table, UNREADABLE_REST)) yield UNREADABLE;
    }
  }

  return {
    valueOf: (facts, key) => values(facts, key).next().value,
    valuesOf: (facts, key) => [...values(facts, key)],
  };
}

/** Paths whose data files count for an article, their endings left out. */
function placesOf(path: string, root: string): readonly string[] {
  const places = [path.replace(/\.[^/.]+$/, "")];
  let folder = path;
  while (folder.includes("/")) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    if (folder !== root && below(folder, root) === undefined) break;
    places.push(joinPath(folder, folder.slice(folder.lastIndexOf("/") + 1)));
  }
  return places;
}

function readJson(text: string | undefined): SiteTable {
  try {
    return tableSchema.catch({}).parse(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}
