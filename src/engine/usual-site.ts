import { join } from "node:path";
import { type SiteTable, UNREADABLE } from "../facts/site-settings.js";
import type { Folders } from "./engine.js";
import type { SiteFacts, SiteLocation, SiteReader } from "./site-reader.js";

/** A text of a site's config, trimmed; undefined where it is none, is empty, or only code could tell. */
export function textAt(config: SiteTable, key: string): string | undefined {
  const value = config[key];
  return typeof value === "string" && value.trim() !== "" && value !== UNREADABLE
    ? value.trim()
    : undefined;
}

/**
 * What a site config in YAML, TOML or JSON tells by the keys that engines share; the engine's usual folders fill in
 * the rest.
 *
 * @param sourcesKey the key that moves the folder of sources
 */
export function readUsualSite(
  site: SiteLocation | undefined,
  reader: SiteReader,
  folders: Folders,
  sourcesKey?: string,
): SiteFacts {
  const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
  const text = (key: string): string | undefined => textAt(config, key);
  const sources = (sourcesKey === undefined ? undefined : text(sourcesKey)) ?? folders.sources;
  const moved = (folder: string): string =>
    folders.sources !== "" &&
    (folder === folders.sources || folder.startsWith(`${folders.sources}/`))
      ? sources + folder.slice(folders.sources.length)
      : folder;
  return {
    config,
    url: text("url") ?? text("baseURL") ?? text("baseUrl"),
    base: text("root") ?? text("baseurl"),
    timezone: text("timezone") ?? text("timeZone"),
    sources,
    staticDirs: folders.static.map(moved),
    content: folders.content.map(moved),
  };
}

/** Whether a folder, at most `depth` folders down, holds a file of this name. */
export function holdsFile(
  entriesOf: (folder: string) => readonly { readonly name: string; readonly isFolder: boolean }[],
  folder: string,
  name: string,
  depth: number,
): boolean {
  const entries = entriesOf(folder);
  if (entries.some((entry) => entry.name === name)) return true;
  if (depth === 0) return false;
  return entries.some(
    (entry) => entry.isFolder && holdsFile(entriesOf, join(folder, entry.name), name, depth - 1),
  );
}
