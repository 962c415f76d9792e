import { join } from "node:path";
import type { SiteReader } from "../../engine/site-reader.js";

/** Most folders that are looked through, and how deep. */
const MOST = 5000;
const DEEPEST = 12;

/** Most data files that are read. */
const MOST_FILES = 1000;

/** Paths of the data files below a folder that are code (`x.11tydata.js`), relative to it, sorted; of too many the first. */
export function dataFilesBelow(
  folder: string,
  output: string,
  { entries }: Pick<SiteReader, "entries">,
): readonly string[] {
  const found: string[] = [];
  const waiting: { readonly path: string; readonly depth: number }[] = [{ path: "", depth: 0 }];
  for (let seen = 0; seen < MOST; seen++) {
    const next = waiting.pop();
    if (next === undefined) break;
    for (const { name, isFolder } of entries(join(folder, next.path))) {
      const path = next.path === "" ? name : `${next.path}/${name}`;
      if (isFolder) {
        if (next.depth < DEEPEST && !/^(?:node_modules$|\.)/.test(name) && path !== output)
          waiting.push({ path, depth: next.depth + 1 });
      } else if (/\.11tydata\.[cm]?js$/.test(name)) found.push(path);
    }
  }
  return found.sort().slice(0, MOST_FILES);
}
