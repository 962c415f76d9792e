import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Alias, Routes } from "../../facts/routes.js";
import { patternAround } from "../../patterns/around.js";
import { joinPath } from "../read/config-value.js";
import { anchorsOf } from "./anchors.js";
import { readHugoConfig } from "./config.js";
import {
  ARTICLE,
  type ContentFile,
  contentFile,
  folderOf,
  foldersAbove,
  heldBackReason,
} from "./content.js";
import { madeAddresses } from "./lists.js";
import { refTarget, type SiteFile } from "./lookup.js";
import { fillPattern, type HugoPage, hugoSegment } from "./path.js";
import { redirectsInTemplates, writeRedirectsInLoop } from "./redirect-templates.js";
import { hookKindOf, readReferences } from "./references.js";
import { keepsAddress } from "./rendering.js";

const NOWHERE: Routes = { addresses: [], aliases: [], certain: true };

/**
 * Hugo: a page at its path below the content folder, `index` for a bundle, `_index` for a section; moved by
 * `slug`, `url` and the permalinks of its section. Lists, taxonomies and feeds come by themselves.
 */
export const createHugoRouter: CreateRouter = (site, articles, siteFiles) => {
  const config = readHugoConfig(site);
  const files = articles.flatMap((facts) => {
    const file = contentFile(facts.path, config);
    return file === undefined ? [] : [{ facts, file }];
  });
  // What lies in a leaf bundle belongs to its page.
  const bundles = new Set(
    files.flatMap(({ facts, file }) =>
      file.name === "index" && file.folders.length > 0 ? [folderOf(facts.path)] : [],
    ),
  );
  const isResource = (path: string, name: string): boolean => {
    const own = folderOf(path);
    const folders = name === "index" ? foldersAbove(folderOf(own)) : foldersAbove(own);
    return name !== "_index" && folders.some((folder) => bundles.has(folder));
  };
  const spelled = (path: string): string =>
    path
      .split("/")
      .map((part) => hugoSegment(part, config))
      .join("/");

  /** Where a page goes, below its language; undefined where a pattern needs what nobody knows. */
  const pathOf = (facts: ArticleFacts, file: ContentFile): string | undefined => {
    const { slug } = facts.route;
    const isSection = file.name === "_index";
    const isBundle = file.name === "index";
    const folders = isBundle ? file.folders.slice(0, -1) : file.folders;
    const name = isBundle ? (file.folders.at(-1) ?? "") : file.name;
    const patterns = config.permalinks[isSection ? "section" : "page"];
    const pattern = patterns[(folders[0] ?? (isSection ? "" : "/")).toLowerCase()];
    if (pattern === undefined)
      return spelled([...folders, ...(isSection ? [] : [slug ?? name])].join("/"));
    const page: HugoPage = {
      title: facts.metadata.title ?? undefined,
      slug,
      date: facts.metadata.date ?? file.day,
      sections: folders,
      name: isSection ? (folders.at(-1) ?? "") : name,
    };
    const filled = fillPattern(pattern, page);
    return filled === undefined ? undefined : spelled(filled);
  };
  const notPages = new Set(site.notPages ?? []);
  const redirectsInLoop = lazily(() => writeRedirectsInLoop(config, siteFiles));
  const isSentOn = lazily(() => redirectsInTemplates(config, siteFiles));
  const isRedirected = ({ route }: ArticleFacts): boolean =>
    keepsAddress(route.values) && redirectsInLoop();
  const kept = lazily(() => {
    const redirected = files.filter(({ facts }) => isRedirected(facts));
    return new Set(
      redirected.flatMap(({ facts, file }) => routesWhenPublished(facts, file).addresses),
    );
  });
  const routesOf = (facts: ArticleFacts): Routes => {
    const file = contentFile(facts.path, config);
    if (file === undefined || isResource(facts.path, file.name)) return NOWHERE;
    const routes = routesWhenPublished(facts, file);
    const reason = heldBackReason(facts, config, notPages, siteFiles?.hasCome);
    if (reason === undefined) return routes;
    const { addresses, certain } = routes;
    if (isRedirected(facts)) return { ...NOWHERE, certain: false };
    return { ...NOWHERE, heldBack: { reason, addresses: certain ? addresses : [] } };
  };
  const routesWhenPublished = (facts: ArticleFacts, file: ContentFile): Routes => {
    const { certain } = config;
    const { url } = facts.route;
    const isUgly = config.isUgly(file.folders[0] ?? "");
    const path = url ?? pathOf(facts, file);
    // Newer versions fill patterns in `url` too.
    if (path === undefined || url?.includes(":") === true)
      return { addresses: [], aliases: [], certain: false };
    const isRooted = url?.startsWith("/") === true;
    const address = normalise(isRooted ? path : `${file.language.prefix}/${path}`);
    const published =
      isUgly && url === undefined && address !== `${file.language.prefix}/`
        ? uglyAddress(address)
        : withSlash(address);
    const aliases = config.hasAliases
      ? aliasesOf(facts, published, isUgly).map((alias) =>
          config.writesAliases ? alias : { ...alias, isTemplated: true },
        )
      : [];
    return { addresses: [published], aliases, certain };
  };

  const made = lazily(() => madeAddresses(files, config, routesOf));
  const folders = lazily(() => {
    const map = new Map<string, string>();
    for (const { facts, file } of files) {
      if (file.name !== "index" && file.name !== "_index") continue;
      for (const address of routesOf(facts).addresses) map.set(address, folderOf(facts.path));
    }
    return map;
  });
  const byPath = lazily(() => new Map(files.map((one) => [one.facts.path, one])));
  const fileOf = ({ path }: ArticleFacts): SiteFile | undefined => byPath().get(path);
  const references = readReferences(config, files, siteFiles, (folder) =>
    made().lists.has(normalise(`/${folder}/`)),
  );
  const pager = patternAround()`^(.*/)${config.pagerPath}/(\d{1,6})/?$`;

  return {
    routesOf,
    editionOf: (facts) => {
      const file = contentFile(facts.path, config);
      if (file === undefined || config.languages.length < 2) return undefined;
      const { translationKey: key } = facts.route.values;
      return {
        language: file.language.code,
        isOriginal: file.language === config.mainLanguage,
        page: typeof key === "string" ? `key ${key}` : [...file.folders, file.name].join("/"),
      };
    },
    generates: (asked) => {
      if (isSentOn()(asked)) return "maybe";
      const address = config.isUgly("") ? asked.replace(/\.html$/, "/") : asked;
      const [, list, page] = pager.exec(address) ?? [];
      const { lists, others, parents } = made();
      if (kept().has(withSlash(address))) return "maybe";
      if (list !== undefined && lists.has(list)) {
        if (page === "1") return "yes";
        return Number(page) <= articles.length ? "maybe" : "no";
      }
      if (lists.has(withSlash(address)) || others.has(withSlash(address))) return "yes";
      const isIndex = /\/index\.(?!html?$)\w+$/.test(address);
      const ofList = isIndex && lists.has(address.replace(/[^/]+$/, ""));
      if (others.has(address) || (ofList && address.endsWith(".xml"))) return "yes";
      const above = foldersAbove(folderOf(address.replace(/\/$/, "")));
      if (above.some((folder) => parents.has(folder))) return "maybe";
      if (isIndex) return config.hasOutputs ? "maybe" : "no";
      if (!config.certain) return "maybe";
      if (/^(?:\/[\w-]+)?\/404(?:\.html|\/)$/.test(address) || address === "/robots.txt")
        return "maybe";
      if (/^\/[^/]+\.txt$/.test(address)) return "maybe";
      return /\.(?:xml|json|css|js|webmanifest|ico)$/.test(address) ? "maybe" : "no";
    },
    staticFiles: (address) => {
      const inBundles = foldersAbove(address.slice(1)).flatMap((above) => {
        const folder = folders().get(above === "" ? "/" : `/${above}/`);
        return folder === undefined
          ? []
          : [joinPath(folder, address.slice(above === "" ? 1 : above.length + 2))];
      });
      const inSections = config.contents.flatMap(({ folder, target, language }) => {
        const inside = below(
          address,
          `${language.prefix}${target.map((name) => `/${name}`).join("")}`,
        );
        return inside === undefined ? [] : [joinPath(folder, inside.replace(/^\//, ""))];
      });
      const served = config.statics.flatMap(({ folder, target }) => {
        const inside = below(address.slice(1), target);
        return inside === undefined ? [] : [joinPath(folder, inside)];
      });
      const found = [...served, ...inBundles, ...inSections.filter((path) => !ARTICLE.test(path))];
      return [...new Set(found)];
    },
    besideArticle: () => [],
    lookUp: (facts, path) => {
      const from = fileOf(facts);
      if (from === undefined || references.treatment(from, "link") === "plain") return undefined;
      const found = references.lookup().find(from, path);
      return typeof found === "string" ? undefined : found.path;
    },
    // Servers of static files show an ugly address without its ending, too.
    sameAs: (address) => (/\/[^/.]+$/.test(address) ? [`${address}.html`] : []),
    get base() {
      return references.base();
    },
    get mayHaveBase() {
      return references.base() === undefined && references.hasUnknownLayouts();
    },
    mayRewrite: (facts, reference) => {
      const from = fileOf(facts);
      if (references.hasOwnTag(reference)) return true;
      const kind = hookKindOf(reference);
      return (
        from !== undefined && kind !== undefined && references.mayRewrite(from, kind, reference.url)
      );
    },
    looksUp: (facts, reference) => {
      const from = fileOf(facts);
      const isLink = hookKindOf(reference) === "link";
      return isLink && from !== undefined && references.treatment(from, "link") === "lookup";
    },
    isNamed: (facts, reference) => {
      const from = fileOf(facts);
      const kind = hookKindOf(reference);
      return (
        from !== undefined && kind !== undefined && references.names(from, kind, reference.url)
      );
    },
    writtenPath: (facts, path, reference) => {
      const from = fileOf(facts);
      const kind = hookKindOf(reference);
      return from === undefined || kind === undefined ? path : references.written(from, kind, path);
    },
    readingOf: (reference, facts) => {
      const from = fileOf(facts);
      const kind = hookKindOf(reference);
      if (from === undefined || reference.from.startsWith("front-matter:")) return "either";
      if (references.hasUnknownLayouts()) return "either";
      return kind !== undefined && references.treatment(from, kind) !== "plain"
        ? "either"
        : "address";
    },
    anchorsOf: (facts) => {
      const from = fileOf(facts);
      if (from === undefined || routesOf(facts).heldBack?.reason === "no-page") return undefined;
      return references.treatment(from, "heading") === "free" ||
        references.shortcodes.bringsNames(siteFiles?.text(facts.path) ?? "")
        ? undefined
        : anchorsOf(facts, config.ids);
    },
    definitionOf: (tag) => references.shortcodes.definitionOf(tag),
    isBuiltIn: (tag) => references.shortcodes.isOwn(tag),
    templateTarget: (facts, tag) => {
      const from = fileOf(facts);
      return from === undefined ? undefined : refTarget(from, tag, references.lookup());
    },
  };
};

/** Relative aliases stand beside the page; absolute ones name their language themselves. */
function aliasesOf({ route }: ArticleFacts, published: string, isUgly: boolean): readonly Alias[] {
  const beside = published.replace(/[^/]*\/?$/, "");
  const addresses = route.aliases.map((alias) => {
    const address = normalise(alias.startsWith("/") ? alias : beside + alias);
    return isUgly && !address.endsWith(".html") ? uglyAddress(address) : withSlash(address);
  });
  // The page itself is written over its own alias.
  return addresses.flatMap((address) =>
    address === published ? [] : [{ address, range: undefined }],
  );
}

function uglyAddress(address: string): string {
  return `${address.replace(/\/$/, "")}.html`;
}

function withSlash(address: string): string {
  return address.endsWith("/") || /\.[a-z0-9]{1,5}$/i.test(address) ? address : `${address}/`;
}
