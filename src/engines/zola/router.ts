import { lazily } from "../../article/lazily.js";
import { normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Routes } from "../../facts/routes.js";
import { numberedIds } from "../numbered-ids.js";
import { joinPath } from "../read/config-value.js";
import { isTable } from "../read/table.js";
import { readZolaConfig } from "./config.js";
import { internalTarget, type ZolaFile, zolaAddress, zolaFile } from "./page.js";
import { isTransliterated, zolaSegment } from "./slugs.js";

const NOWHERE: Routes = { addresses: [], aliases: [], certain: true };

/**
 * Zola: a page at its path below `content`, without the day before its name; `_index.md` is a section, `index.md` a page
 * with files beside it. Internal links begin with `@/` and name files; all others are addresses as they are written.
 */
export const createZolaRouter: CreateRouter = (site, articles, siteFiles) => {
  const config = readZolaConfig(site.config);
  const fileOf = (path: string): ZolaFile | undefined => zolaFile(path, site, config);

  const routesOf = (facts: ArticleFacts): Routes => {
    const file = fileOf(facts.path);
    if (file === undefined) return NOWHERE;
    const address = zolaAddress(facts, file, config);
    const addresses = address === undefined ? [] : [address];
    if (!facts.route.published) return { ...NOWHERE, heldBack: { reason: "draft", addresses } };
    if (facts.route.values.render === false)
      return { ...NOWHERE, heldBack: { reason: "no-page", addresses } };
    const aliases = facts.route.aliases.map((alias) => ({
      address: withSlash(normalise(alias)),
      range: undefined,
    }));
    return { addresses, aliases, certain: address !== undefined };
  };

  const made = lazily(() => {
    const prefixes = ["", ...config.languages.map((code) => `/${code}`)];
    const lists = new Set(prefixes.map((prefix) => `${prefix}/`));
    const parents: string[] = [];
    for (const { name, lang } of config.taxonomies) {
      const isMain = lang === undefined || lang === config.defaultLanguage;
      const path = zolaSegment(name, config.slugs.taxonomies);
      const root = config.taxonomyRoot === undefined ? "" : `/${config.taxonomyRoot}`;
      const folder = normalise(`${isMain ? "" : `/${lang}`}${root}/${path}/`);
      lists.add(folder);
      for (const term of articles.flatMap((facts) => termsOf(facts, name))) {
        if (isTransliterated(term)) parents.push(folder);
        else lists.add(normalise(`${folder}${zolaSegment(term, config.slugs.taxonomies)}/`));
      }
    }
    for (const facts of articles)
      if (fileOf(facts.path)?.isSection === true)
        for (const address of routesOf(facts).addresses) lists.add(address);
    return { lists, parents };
  });
  const assetFolders = lazily(() =>
    articles.flatMap((facts) => {
      const name = fileOf(facts.path)?.name;
      if (name !== "index" && name !== "_index") return [];
      const folder = facts.path.slice(0, facts.path.lastIndexOf("/"));
      return routesOf(facts).addresses.map((address) => ({ address, folder }));
    }),
  );

  return {
    routesOf,
    generates(address) {
      const { lists, parents } = made();
      if (lists.has(withSlash(address))) return "yes";
      const [, list = "", file = ""] = /^(.*\/)([^/]*)$/.exec(address) ?? [];
      if (config.feeds.includes(file)) return lists.has(list) ? "maybe" : "no";
      const paged = /^(.*\/)page\/\d{1,6}\/?$/.exec(address)?.[1];
      if (paged !== undefined && lists.has(paged)) return "maybe";
      if (parents.some((folder) => address.startsWith(folder))) return "maybe";
      if (/^\/(?:404\.html|robots\.txt|sitemap\.xml)$/.test(address)) return "yes";
      return /\.(?:css|js|json|xml|txt|webmanifest)$/.test(address) ? "maybe" : "no";
    },
    staticFiles(address) {
      const beside = assetFolders().flatMap(({ address: page, folder }) =>
        page !== "/" && address.startsWith(page) && !/\.md$/.test(address)
          ? [joinPath(folder, address.slice(page.length))]
          : [],
      );
      const served = site.staticDirs.map((folder) => joinPath(folder, address.slice(1)));
      const isMarkdown = /\.md$/.test(address);
      const inContent = isMarkdown ? [] : [joinPath(site.root, address.slice(1))];
      return [...new Set([...served, ...beside, ...inContent])];
    },
    besideArticle(_facts, path) {
      const target = internalTarget(path, site);
      return target === undefined ? [] : [target];
    },
    sameAs: () => [],
    anchorsOf({ headings }) {
      const named = headings.filter(({ id }) => id === undefined);
      const { anchors } = config.slugs;
      if (anchors === "on" && named.some(({ text }) => isTransliterated(text))) return undefined;
      return numberedIds(named, (text) => zolaSegment(text, anchors));
    },
    // An internal link names a file, and the build fails without it; front matter is read by templates.
    readingOf({ path, from }) {
      if (path.startsWith("@/")) return "file";
      return from.startsWith("front-matter:") || siteFiles === undefined ? "either" : "address";
    },
  };
};

/** The terms of a taxonomy: `[taxonomies]` in the front matter. */
function termsOf({ route }: ArticleFacts, taxonomy: string): readonly string[] {
  const { taxonomies } = route.values;
  const terms: unknown = isTable(taxonomies) ? taxonomies[taxonomy] : undefined;
  const list: readonly unknown[] = Array.isArray(terms) ? terms : [];
  return list.filter((term): term is string => typeof term === "string");
}

function withSlash(address: string): string {
  return address.endsWith("/") || /\.[a-z0-9]{1,5}$/i.test(address) ? address : `${address}/`;
}
