import { dirname, join } from "node:path";
import type { SiteReader } from "../../engine/site-reader.js";

/** What makes links of bare addresses, or another library than Eleventy's own. */
const LINKS = /linkify|remark|micromark|\bmarked\b/;
/** Sets a library for Markdown. */
const SETS_LIBRARY = /setLibrary\(\s*["'`](?:md|markdown)/;
const OWN_LIBRARY = /["'`]markdown-it["'`]/;
const IMPORTED = /(?:require\(|\bfrom|\bimport\(?)\s*["'](\.{1,2}\/[^"'\n]+)["']/g;
const ENDINGS = ["", ".js", ".mjs", ".cjs", ".ts", "/index.js"];
/** Most modules that are looked into, from the config on. */
const MOST_MODULES = 60;

/**
 * Whether bare addresses may become links. Eleventy's markdown-it makes none of them unless the config, or a module that
 * it imports, says so.
 *
 * @see https://www.11ty.dev/docs/languages/markdown/
 */
export function mayLinkBare(configFile: string, reader: SiteReader): boolean {
  const code = modulesFrom(configFile, reader).join("\n");
  return LINKS.test(code) || (SETS_LIBRARY.test(code) && !OWN_LIBRARY.test(code));
}

/** The texts of a module and of those that it imports by relative paths, and so on. */
function modulesFrom(file: string, reader: SiteReader): readonly string[] {
  const texts = new Map<string, string>();
  const open = [file];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = texts.size < MOST_MODULES && !texts.has(path) ? reader.text(path) : undefined;
    if (text === undefined) continue;
    texts.set(path, text);
    for (const [, imported = ""] of text.matchAll(IMPORTED)) {
      const target = join(dirname(path), imported);
      const found = ENDINGS.map((ending) => target + ending).find(
        (one) => reader.text(one) !== undefined,
      );
      if (found !== undefined) open.push(found);
    }
  }
  return [...texts.values()];
}
