import { join } from "node:path";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";

/** Names of Astro's content config below the folder of sources; the last is that before Astro 5. */
const NAMES = ["ts", "mts", "js", "mjs"].flatMap((ending) => [
  `content.config.${ending}`,
  `content/config.${ending}`,
]);

/**
 * An Astro config with what the site's content config exports as `collections`: loaders by name and options,
 * schemas unread. Nothing is added where there is no content config.
 *
 * @param folder absolute folder of the site
 * @param sources folder of sources, relative to it
 */
export function withCollections(
  config: SiteTable,
  folder: string,
  sources: string,
  reader: SiteReader,
): SiteTable {
  for (const name of NAMES) {
    const collections = reader.namedExport(
      join(folder, sources, name),
      "collections",
      join(folder, sources),
    );
    if (collections !== undefined) return { ...config, collections };
  }
  return config;
}
