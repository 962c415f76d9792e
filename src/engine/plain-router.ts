import { below, normalise } from "./address.js";
import type { CreateRouter } from "./router.js";

const PAGE = /(?:(^|\/)(?:_?index|readme))?\.(?:md|mdx|markdown|html?)$/i;

/** Plain folders: every article is served at its path, with its ending or without. */
export const createPlainRouter: CreateRouter = (site) => {
  const folders = [...new Set([...site.staticDirs, site.root])];
  return {
    routesOf: ({ path, route }) => {
      const inside = below(path, site.root);
      if (inside === undefined) return { addresses: [], aliases: [], certain: true };
      const chosen = [route.permalink, route.url].flatMap((address) =>
        address?.startsWith("/") === true ? [address] : [],
      );
      const addresses = [...chosen, `/${inside.replace(PAGE, "$1")}`].map(normalise);
      // Whatever publishes these files may make something of a slug or a pattern; the file is there all the same.
      const certain = route.slug === undefined && !chosen.some((address) => /[:{]/.test(address));
      return { addresses: [...new Set(addresses)], aliases: [], certain };
    },
    generates: () => "no",
    staticFiles: (address) => folders.map((folder) => `${folder}${address}`.replace(/^\//, "")),
    besideArticle: () => [],
    // Who browses a repository follows relative paths to files. A site that the config calls complete is published
    // by something, and so is probably an article with front matter.
    readingOf: ({ path }, { hasFrontMatter }) =>
      site.isRepository &&
      !site.complete &&
      !hasFrontMatter &&
      /^[^/][^:]*\.[a-z0-9]{1,8}$/i.test(path)
        ? "file"
        : "either",
    sameAs: () => [],
  };
};
