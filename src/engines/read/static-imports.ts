import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isInside } from "../../config/root.js";
import type { FindModule } from "./static-module.js";

/** Largest module that is read, in bytes. */
const MAXIMUM = 1_000_000;

const ENDINGS = ["", ".ts", ".mts", ".js", ".mjs", ".cjs", ".json", "/index.ts", "/index.js"];

/**
 * Finds what a site's config imports by a relative path, as a bundler would: only in the config's own folder and
 * below (for `.vitepress/config.ts` in the folder of the site), symbolic links followed.
 *
 * @param folder absolute folder of the config
 */
export function findModules(folder: string): FindModule {
  const home =
    /[\\/]\.vitepress$/.test(folder) || basename(folder) === "content" ? dirname(folder) : folder;
  return (specifier, from) => {
    const path = join(dirname(from), specifier);
    const written = path.replace(/\.(m?)js$/, ".$1ts");
    for (const candidate of [...ENDINGS.map((ending) => path + ending), written]) {
      try {
        const { size } = statSync(candidate);
        if (!/\.(?:[cm]?[jt]s|json)$/.test(candidate) || size > MAXIMUM) continue;
        if (!isInside(realpathSync(candidate), realpathSync(home))) return undefined;
        return { path: candidate, text: readFileSync(candidate, "utf8") };
      } catch {
        // Not there, or a folder: the next one may be.
      }
    }
    return undefined;
  };
}
