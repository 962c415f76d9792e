import { dirname, join } from "node:path";
import { parsedUrl } from "../article/parsed-url.js";
import { withCollections } from "../engines/astro/static-collections.js";
import { codeSite } from "../engines/code-sites.js";
import { eleventySite, withDataFiles } from "../engines/eleventy/site.js";
import { hugoSite, readHugoFiles } from "../engines/hugo/site.js";
import { readSiteConfig } from "../engines/read/site-files.js";
import { type EngineName, type SiteSettings, type SiteTable, UNREADABLE } from "../rule/index.js";
import type { DetectedSite } from "./engine.js";
import { engineTraits } from "./engine.js";
import { pathFrom } from "./root.js";
import type { SiteConfig } from "./schema.js";

/** What a site's own config tells, as far as it can be read without running it. */
export interface SiteFacts {
  /** The config itself, as data. */
  readonly config: SiteTable;
  readonly url: string | undefined;
  readonly timezone: string | undefined;
  /** Folder of the sources, relative to the site's folder. */
  readonly sources: string;
  /** Folders served at the root, relative to the site's folder. */
  readonly staticDirs: readonly string[];
  /** Folders that hold articles, relative to the site's folder. */
  readonly content: readonly string[];
}

/** Reads the address, time zone and folders of a site from its own config, run never; tables fill in the rest. */
export function siteFacts(engine: EngineName, site: DetectedSite | undefined): SiteFacts {
  const traits = engineTraits(engine);
  let config = site?.configFile === undefined ? {} : readSiteConfig(site.configFile);
  const code = codeSite(engine, config);
  if (code !== undefined && site !== undefined) {
    if (engine === "astro") config = withCollections(config, site.folder, dirname(code.sources));
    return { ...code, config, url: address(code.url, code.base), timezone: undefined };
  }
  if (engine === "hugo" && site?.configFile !== undefined) {
    config = readHugoFiles(site.configFile, site.folder);
    const { url, ...own } = hugoSite(config);
    return { ...own, config, url: address(url, undefined) };
  }
  if (engine === "eleventy" && site !== undefined) {
    const { url, ...own } = eleventySite(config, site.folder);
    config = withDataFiles(config, site.folder, own.sources);
    return { ...own, config, url: address(url, undefined), timezone: undefined };
  }
  const text = (key: string): string | undefined => {
    const value = config[key];
    return typeof value === "string" && value.trim() !== "" && value !== UNREADABLE
      ? value.trim()
      : undefined;
  };
  const sources = text(SOURCE_KEYS[engine] ?? "") ?? traits.sources;
  const moved = (folder: string): string =>
    traits.sources !== "" && (folder === traits.sources || folder.startsWith(`${traits.sources}/`))
      ? sources + folder.slice(traits.sources.length)
      : folder;
  const theme = engine === "hexo" ? text("theme") : undefined;
  return {
    config,
    url: address(
      text("url") ?? text("baseURL") ?? text("baseUrl"),
      text("root") ?? text("baseurl"),
    ),
    timezone: text("timezone") ?? text("timeZone"),
    sources,
    staticDirs: [
      ...traits.static.map(moved),
      ...(theme === undefined ? [] : [`themes/${theme}/source`]),
    ],
    content: traits.content.map(moved),
  };
}

/** The key of a site's config that moves its sources. */
const SOURCE_KEYS: Partial<Record<EngineName, string>> = {
  hexo: "source_dir",
  jekyll: "source",
  hugo: "contentDir",
};

/** The site's address with its base path; undefined when it is no http address. */
function address(url: string | undefined, basePath: string | undefined): string | undefined {
  const parsed = url === undefined ? undefined : parsedUrl(url);
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  if (parsed.pathname === "/" && basePath?.startsWith("/") === true) parsed.pathname = basePath;
  if (!parsed.pathname.endsWith("/")) parsed.pathname += "/";
  return parsed.href;
}

/**
 * The site settings of articles: the config's own where given, else the site's.
 *
 * @param base folder that article paths are relative to
 * @param config `site` of the config, its folders absolute
 * @param configFolder where the site lies when none was found
 */
export function siteSettings(
  base: string,
  site: DetectedSite | undefined,
  facts: SiteFacts,
  config: SiteConfig,
  configFolder: string,
): SiteSettings {
  const siteFolder = site?.folder ?? configFolder;
  return {
    folder: pathFrom(base, siteFolder),
    root:
      config.root === undefined
        ? pathFrom(base, join(siteFolder, facts.sources))
        : pathFrom(base, config.root),
    url: config.url ?? facts.url,
    complete: config.complete ?? (config.root !== undefined || site?.configFile !== undefined),
    timezone: config.timezone ?? facts.timezone,
    staticDirs:
      config.staticDirs === undefined
        ? facts.staticDirs.map((folder) => pathFrom(base, join(siteFolder, folder)))
        : config.staticDirs.map((folder) => pathFrom(base, folder)),
    ownHosts: config.ownHosts ?? [],
    config: facts.config,
    routes: routesFrom(base, config.routes ?? {}),
    redirectFiles: (config.redirectFiles ?? []).map((file) => pathFrom(base, file)),
    output: config.output === undefined ? undefined : pathFrom(base, config.output),
  };
}

function routesFrom(base: string, routes: NonNullable<SiteConfig["routes"]>) {
  return Object.fromEntries(
    Object.entries(routes).map(([address, target]): [string, string | true] => [
      address,
      target === true ? true : pathFrom(base, target),
    ]),
  );
}
