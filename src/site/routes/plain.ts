import { below, normalise } from "./address.js";
import type { CreateRouter } from "./router.js";

const PAGE = /(?:(^|\/)(?:_?index|readme))?\.(?:md|mdx|markdown|html?)$/i;

/** Plain folders: every article is served at its path, with its ending or without. */
export const createPlainRouter: CreateRouter = (site) => {
  const folders = [...new Set([...site.staticDirs, site.root])];
  return {
    routesOf: ({ path }) => {
      const inside = below(path, site.root);
      if (inside === undefined) return { addresses: [], aliases: [], certain: true };
      const page = inside.replace(PAGE, "$1");
      return { addresses: [normalise(`/${page}`)], aliases: [], certain: true };
    },
    generates: () => "no",
    staticFiles: (address) => folders.map((folder) => `${folder}${address}`.replace(/^\//, "")),
    besideArticle: () => [],
    sameAs: () => [],
  };
};
