import { below } from "../../engine/address.js";
import { routePath, siteGlobs } from "../read/config-value.js";
import type { ContentSource } from "./config.js";
import { contentPath } from "./names.js";

/** Where files of content are published. */
export interface Content {
  /** The addresses of a file; undefined where one is not known, none for a file that is no page. */
  addressesOf(path: string): readonly (string | undefined)[];
}

/** @param folder the folder of content, relative to the project root */
export function contentOf(sources: readonly ContentSource[], folder: string): Content {
  const read = sources.map((source) => {
    const includes = siteGlobs([source.include]);
    const excludes = siteGlobs(source.exclude);
    const star = source.include.indexOf("*");
    const fixed = star === -1 ? "" : source.include.slice(0, star);
    return {
      holds: (path: string) => includes(path) && !excludes(path),
      /** Relative to what the glob begins with, below the prefix that stands for it. */
      stemOf: (path: string) =>
        `${source.prefix ?? fixed}/${path.slice(fixed.length).replace(/\.[^./]+$/, "")}`,
    };
  });
  return {
    addressesOf(path) {
      const inside = below(path, folder);
      if (inside === undefined) return [];
      return read
        .filter((source) => source.holds(inside))
        .map((source) => {
          const made = contentPath(source.stemOf(inside));
          return made === undefined ? undefined : routePath(made);
        });
    },
  };
}
