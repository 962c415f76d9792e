import { join } from "node:path";
import { parsedUrl } from "../../article/parsed-url.js";
import type { Engine } from "../../engine/engine.js";
import { pathFrom } from "../../engine/paths.js";
import type { SiteFacts, SiteReader } from "../../engine/site-reader.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import type { SiteConfig } from "../schema/schema.js";
import type { DetectedSite } from "./detected-site.js";

/** Reads where a site lies and what is in it from its own config, which is never run. */
export function siteFacts(
  engine: Engine,
  site: DetectedSite | undefined,
  reader: SiteReader,
): SiteFacts {
  return engine.readSite(site, reader);
}

/** The site's address with its base path; undefined when it is no http address. */
function publicAddress({ url, base }: SiteFacts): string | undefined {
  const parsed = url === undefined ? undefined : parsedUrl(url);
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  if (parsed.pathname === "/" && base?.startsWith("/") === true) parsed.pathname = base;
  if (!parsed.pathname.endsWith("/")) parsed.pathname += "/";
  return parsed.href;
}

/** The base path where nothing says the site's address. */
function baseAlone({ base }: SiteFacts): string | undefined {
  if (base === undefined || !/^\/[^/?#]/.test(base)) return undefined;
  return base.endsWith("/") ? base : `${base}/`;
}

/**
 * The site settings of articles: the config's own where given, else the site's.
 *
 * @param base folder that article paths are relative to
 * @param config `site` of the config, its folders absolute
 * @param place where the site lies when none was found, and whether the project is a repository
 */
export function siteSettings(
  base: string,
  site: DetectedSite | undefined,
  facts: SiteFacts,
  config: SiteConfig,
  place: {
    readonly configFolder: string;
    readonly isRepository: boolean;
    readonly relatedHosts: readonly string[];
  },
): SiteSettings {
  const siteFolder = site?.folder ?? place.configFolder;
  const url = config.url ?? publicAddress(facts);
  const alone = url === undefined ? baseAlone(facts) : undefined;
  return {
    folder: pathFrom(base, siteFolder),
    root:
      config.root === undefined
        ? pathFrom(base, join(siteFolder, facts.sources))
        : pathFrom(base, config.root),
    version: facts.version,
    url,
    ...(alone === undefined ? {} : { base: alone }),
    complete:
      config.complete ??
      (config.root !== undefined || site?.configFile !== undefined || site?.isWhole === true),
    isVouchedFor: config.complete === true || config.routes !== undefined,
    isRepository: place.isRepository,
    timezone: config.timezone ?? facts.timezone,
    staticDirs:
      config.staticDirs === undefined
        ? facts.staticDirs.map((folder) => pathFrom(base, join(siteFolder, folder)))
        : config.staticDirs.map((folder) => pathFrom(base, folder)),
    ownHosts: config.ownHosts ?? [],
    ...(place.relatedHosts.length === 0 ? {} : { relatedHosts: place.relatedHosts }),
    config: facts.config,
    routes: routesFrom(base, config.routes ?? {}),
    redirectFiles: (config.redirectFiles ?? []).map((file) => pathFrom(base, file)),
    ...(facts.notPages === undefined || facts.notPages.length === 0
      ? {}
      : { notPages: facts.notPages.map((file) => pathFrom(base, join(siteFolder, file))) }),
    output: config.output === undefined ? undefined : pathFrom(base, config.output),
    ...(config.manifest === undefined ? {} : { manifest: pathFrom(base, config.manifest) }),
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
