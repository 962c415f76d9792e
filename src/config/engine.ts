import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import table from "../engines/engines.json" with { type: "json" };
import { dependenciesOf, namesIn, readSiteConfig } from "../engines/read/site-files.js";
import { ENGINE_NAMES, type EngineName } from "../rule/index.js";
import { isInside } from "./root.js";

/** What `engines.json` tells of one engine; folders are relative to the folder of the site's config. */
export type EngineTraits = (typeof table)[EngineName];

/** A site in the project: where it lies and what runs it. */
export interface DetectedSite {
  readonly engine: EngineName;
  /** Absolute folder that holds the site's config, or shows the layout. */
  readonly folder: string;
  /** The site's own config file; undefined when the engine was guessed from the layout. */
  readonly configFile: string | undefined;
}

/** The table's entry of an engine. */
export function engineTraits(engine: EngineName): EngineTraits {
  return table[engine];
}

/** Finds the site that a folder belongs to. Answers are remembered per folder. */
export interface SiteFinder {
  /** `engine`: the engine the config names; only its site config is then looked for. */
  find(folder: string, engine?: EngineName): DetectedSite | undefined;
}

/**
 * Detects engines by the nearest site config between a folder and the root; failing that from the layout of
 * the folders, outermost first. Where two engines fit equally well there is no answer.
 */
export function createSiteFinder(root: string): SiteFinder {
  const byConfig = new Map<string, DetectedSite | undefined>();
  const byLayout = new Map<string, DetectedSite | undefined>();

  const nearestConfig = (
    folder: string,
    engine: EngineName | undefined,
  ): DetectedSite | undefined => {
    const key = `${engine ?? ""}\0${folder}`;
    if (byConfig.has(key)) return byConfig.get(key);
    const here = isInside(folder, root) ? siteConfigIn(folder, engine) : undefined;
    const found =
      here ??
      (folder === root || dirname(folder) === folder
        ? undefined
        : nearestConfig(dirname(folder), engine));
    byConfig.set(key, found);
    return found;
  };
  const outermostLayout = (folder: string): DetectedSite | undefined => {
    if (byLayout.has(folder)) return byLayout.get(folder);
    const above =
      folder === root || dirname(folder) === folder ? undefined : outermostLayout(dirname(folder));
    const found = above ?? (isInside(folder, root) ? layoutOf(folder) : undefined);
    byLayout.set(folder, found);
    return found;
  };
  return {
    find: (folder, engine) =>
      nearestConfig(folder, engine) ?? (engine === undefined ? outermostLayout(folder) : undefined),
  };
}

function siteConfigIn(folder: string, engine: EngineName | undefined): DetectedSite | undefined {
  const names = new Set(namesIn(folder));
  const fits = (engine === undefined ? ENGINE_NAMES : [engine]).flatMap((name) => {
    const file = table[name].configFiles.find((path) =>
      path.includes("/")
        ? names.has(path.split("/")[0] ?? "") && existsSync(join(folder, path))
        : names.has(path),
    );
    return file === undefined ? [] : [{ engine: name, folder, configFile: join(folder, file) }];
  });
  const [only] = fits;
  if (engine !== undefined || only === undefined) return only;
  const scored = fits.map((site) => ({
    site,
    score: isTelling(site) ? Number.POSITIVE_INFINITY : evidence(site),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  const winners = scored.filter(({ score }) => score === best && score > 0);
  return winners.length === 1 ? winners[0]?.site : undefined;
}

/** Whether the file's name belongs to one engine only; `_config.yml`, `config.toml` and `config.json` do not. */
function isTelling(site: { readonly configFile: string }): boolean {
  return !/[\\/](?:_config\.\w+|config\.(?:toml|ya?ml|json))$/.test(site.configFile);
}

function evidence(site: {
  readonly engine: EngineName;
  readonly folder: string;
  readonly configFile: string;
}): number {
  const { packages, folders, keys } = table[site.engine].evidence;
  const depended = dependenciesOf(site.folder);
  const config = readSiteConfig(site.configFile);
  return (
    packages.filter((name) => depended.has(name)).length * 3 +
    folders.filter((name) => isFolder(join(site.folder, name))).length +
    keys.filter((key) => Object.hasOwn(config, key)).length
  );
}

function layoutOf(folder: string): DetectedSite | undefined {
  const engines: EngineName[] = [];
  if (isFolder(join(folder, "source/_posts"))) engines.push("hexo");
  if (namesIn(join(folder, "_posts")).some((name) => /^\d{4}-\d\d?-\d\d?-/.test(name)))
    engines.push("jekyll");
  if (holdsSectionIndex(join(folder, "content"), 3)) engines.push("hugo");
  if (isFolder(join(folder, "src/content"))) engines.push("astro");
  const [engine, ...others] = engines;
  if (engine === undefined) return undefined;
  return { engine: others.length > 0 ? "none" : engine, folder, configFile: undefined };
}

/** Whether a folder holds a Hugo section's `_index.md`, at most `depth` folders down. */
function holdsSectionIndex(folder: string, depth: number): boolean {
  const names = namesIn(folder);
  if (names.includes("_index.md")) return true;
  if (depth === 0) return false;
  return names.some(
    (name) => !name.includes(".") && holdsSectionIndex(join(folder, name), depth - 1),
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
