import { join } from "node:path";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { joinPath } from "../read/config-value.js";
import { hexoConfig } from "./config.js";
import { matches } from "./post.js";

const ARTICLE = /\.(?:md|markdown|html?)$/i;
const DEEPEST = 20;

/** Files of the sources that `skip_render` has copied as they are, relative to the site's folder. */
export function rawFiles(
  config: SiteTable,
  siteFolder: string,
  sources: string,
  reader: SiteReader,
): readonly string[] {
  const { skip_render } = hexoConfig(config);
  if (skip_render.length === 0) return [];
  const below = (inside: string, depth: number): readonly string[] =>
    reader.entries(join(siteFolder, sources, inside)).flatMap(({ name, isFolder }) => {
      const path = joinPath(inside, name);
      if (isFolder) return depth < DEEPEST ? below(path, depth + 1) : [];
      return ARTICLE.test(name) && matches(path, skip_render) ? [joinPath(sources, path)] : [];
    });
  return below("", 0);
}
