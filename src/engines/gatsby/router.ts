import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Alias } from "../../facts/routes.js";
import type { LinearPattern } from "../../patterns/linear.js";
import { couldBeMade, joinPath, routePath, routePattern } from "../read/config-value.js";

/** Files that make pages of their own code: `createPage` may put anything anywhere. */
const NODE = /^gatsby-node\.[cm]?[jt]s$/;

const PAGE = /\.(?:[jt]sx?|mdx)$/;

/**
 * Gatsby: components and MDX in `src/pages` are pages at their paths; all other pages are made by `gatsby-node`, so
 * that nobody knows their addresses. Files of `static` are served as they are.
 */
export const createGatsbyRouter: CreateRouter = (site, _articles, files) => {
  const pages = joinPath(site.folder, "src/pages");
  const list = lazily(() => files?.list() ?? []);
  const hasNode = lazily(
    () => files === undefined || list().some((path) => NODE.test(below(path, site.folder) ?? "")),
  );
  const components = lazily(() =>
    list().flatMap((path) => {
      const page = below(path, pages);
      return page === undefined || !PAGE.test(page) ? [] : [pattern(addressOf(page))];
    }),
  );
  return {
    routesOf: ({ path, route }) => {
      const page = below(path, pages);
      if (page === undefined || !path.endsWith(".mdx"))
        return { addresses: named(route), aliases: aliasesOf(route), certain: false };
      const chosen = route.path?.startsWith("/") === true ? route.path : addressOf(page);
      return { addresses: [normalise(`${chosen}/`)], aliases: [], certain: !hasNode() };
    },
    generates: (address) => {
      if (/^\/(?:404|404\.html|dev-404-page)\/?$/.test(address)) return "yes";
      const path = routePath(address);
      if (components().some((page) => page.test(path))) return "yes";
      return hasNode() && couldBeMade(address) ? "maybe" : "no";
    },
    staticFiles: (address) => site.staticDirs.map((folder) => joinPath(folder, address.slice(1))),
    besideArticle: () => [],
    sameAs: (address) => (address.endsWith("/index.html") ? [address.slice(0, -10)] : []),
  };
};

/** The address that an article names itself, as code may take it. */
function named({ permalink, path, slug }: ArticleFacts["route"]): readonly string[] {
  const chosen = [permalink, path, slug].find((value) => value?.includes("/") === true);
  return chosen === undefined || chosen.includes(":") ? [] : [normalise(routePath(chosen))];
}

/** The addresses from which an article says that it is redirected. */
function aliasesOf({ aliases }: ArticleFacts["route"]): readonly Alias[] {
  return aliases
    .filter((alias) => !alias.includes(":"))
    .map((alias) => ({ address: normalise(routePath(alias)), range: undefined }));
}

/** The address of a page in `src/pages`; `{Model.field}` and `[name]` stand for parts that vary. */
function addressOf(page: string): string {
  return routePath(page.replace(PAGE, "").replace(/(?:^|\/)index$/, ""));
}

function pattern(address: string): LinearPattern {
  return routePattern(
    address.replace(/\{[^{}/]+\}/g, "[part]").replace(/\[\.\.\.\]/g, "[...rest]"),
  );
}
