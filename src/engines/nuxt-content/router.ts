import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import { majorOf } from "../../engine/version.js";
import type { Routes } from "../../facts/routes.js";
import { couldBeMade, joinPath, routePath } from "../read/config-value.js";
import { nuxtContentConfig } from "./config.js";
import { contentOf } from "./content.js";
import { linkPath, nuxtContentReading } from "./links.js";
import { nuxtPages } from "./pages.js";

const NOWHERE: Routes = { addresses: [], aliases: [], certain: true };

/** Components of a site that take the place of those for links and images. */
const OWN_PROSE = /(?:^|\/)components\/(?:[\w-]+\/)*Prose(A|Img)\.vue$/;

/** Files that modules write. */
const WRITTEN = /\.(?:xml|txt|json|ics|rss|webmanifest)$/;

/**
 * Nuxt Content: each file of a collection of pages has a path, and pages of the application with parameters show what
 * is at the path they are asked for. An application without pages of its own has them from a layer, or is document-driven.
 */
export const createNuxtContentRouter: CreateRouter = (site, articles, files) => {
  const config = nuxtContentConfig(site.config);
  const content = contentOf(config.sources, joinPath(site.folder, "content"));
  const isSecond = majorOf(site.version) === 2;
  const inside = lazily(() =>
    (files?.list() ?? []).flatMap((path) => below(path, site.folder) ?? []),
  );
  const pages = lazily(() => nuxtPages(inside(), config.srcDir));
  const ownPages = lazily(() => pages().filter(({ isEndpoint }) => !isEndpoint));
  const pagesAt = (address: string) =>
    pages().filter(({ route, pattern }) => pattern?.test(address) ?? route === address);
  const isShown = (address: string): boolean =>
    ownPages().length === 0 || pagesAt(address).some(({ isEndpoint }) => !isEndpoint);

  const routesOf = (path: string, values: Readonly<Record<string, unknown>>): Routes => {
    const own = values[isSecond ? "_path" : "path"];
    const made = typeof own === "string" ? [routePath(own)] : content.addressesOf(path);
    const addresses = made.flatMap((address) => (address === undefined ? [] : spellings(address)));
    // A file of version 2 whose name begins with an underscore is a part of others.
    const isPart = isSecond && /(?:^|\/)_/.test(below(path, site.root) ?? path);
    const certain =
      config.certain && !isPart && !made.includes(undefined) && addresses.every(isShown);
    const isDraft = values.draft === true || values._draft === true || /\.draft\.md$/.test(path);
    if (isSecond && isDraft)
      return { ...NOWHERE, heldBack: { reason: "draft", addresses: certain ? addresses : [] } };
    return { addresses, aliases: [], certain };
  };

  /** Patterns of pages that show articles, and the folders of addresses that hold one. */
  const shown = lazily(() => {
    const addresses = articles.flatMap((facts) => {
      const routes = routesOf(facts.path, facts.route.values);
      return routes.certain ? routes.addresses : [];
    });
    return {
      routes: new Set(addresses.flatMap((address) => pagesAt(address).map(({ route }) => route))),
      folders: new Set(addresses.map((address) => parentOf(routePath(address)))),
    };
  });
  const proseOf = lazily(
    () => new Set(inside().flatMap((path) => OWN_PROSE.exec(path)?.[1] ?? [])),
  );

  return {
    routesOf: (facts) => routesOf(facts.path, facts.route.values),
    generates: (address) => {
      const path = routePath(address);
      if (files === undefined || /^\/(?:_|api\/|raw\/)/.test(path)) return "maybe";
      const found = pagesAt(path);
      if (found.some(({ pattern }) => pattern === undefined)) return "yes";
      if (WRITTEN.test(path)) return "maybe";
      if (!couldBeMade(path)) return found.some(({ isEndpoint }) => isEndpoint) ? "maybe" : "no";
      if (found.some(({ route }) => !shown().routes.has(route))) return "maybe";
      if (found.length > 0 && !config.hasLayers) return "no";
      // Layers and modules may bring pages, but hardly among articles.
      if (ownPages().length === 0 || config.hasLayers)
        return shown().folders.has(parentOf(path)) && parentOf(path) !== "" ? "no" : "maybe";
      return Object.hasOwn(site.config, "hooks") ? "maybe" : "no";
    },
    staticFiles: (address) => site.staticDirs.map((folder) => joinPath(folder, address.slice(1))),
    besideArticle: () => [],
    readingOf: (reference) =>
      // A module of that name copies what lies beside content.
      config.modules.some((name) => name.includes("content-assets")) &&
      reference.from.startsWith("img[")
        ? "either"
        : nuxtContentReading(reference),
    writtenPath: (_, path) => linkPath(path, !isSecond),
    mayRewrite: (_, { from }) =>
      (from.startsWith("a[") && proseOf().has("A")) ||
      (from.startsWith("img[") && proseOf().has("Img")),
    sameAs: () => [],
  };
};

/** Hosts serve a page with and without a slash at the end; relative links begin at the one that is asked for. */
function spellings(address: string): readonly string[] {
  const bare = normalise(address);
  return bare === "/" ? ["/"] : [bare, `${bare}/`];
}

function parentOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/"));
}
