import { below } from "../engine/address.js";
import type { BuildManifest } from "../facts/build-manifest.js";
import type { HeldBack } from "../facts/routes.js";
import type { SiteArticle } from "../lint/index.js";
import { Clock } from "../rule/clock.js";
import {
  type BelievedRoute,
  compareRoutes,
  type RoutesDifference,
} from "../site/build/compare-routes.js";
import type { WholeIndex } from "../site/contract.js";
import { checkEach, threadPlan } from "./check-each.js";
import type { Discovery } from "./discover.js";
import { createProjectFiles } from "./files/project-files.js";
import { indexSite } from "./index-site.js";
import type { RunOptions } from "./options.js";
import { Reader } from "./read.js";
import { scopeOf } from "./scope.js";

/** Where the articles of one site are published, as copydesk believes. Sources are relative to the folder of the site. */
export interface SiteRoutes {
  /** Relative to the base folder of the run; "" for that itself. */
  readonly folder: string;
  /** Name of the engine, as its makers write it. */
  readonly engine: string;
  /** Sorted by address. */
  readonly routes: readonly BelievedRoute[];
  /** Articles whose addresses sources do not tell. */
  readonly untold: readonly string[];
  /** Articles that are not published, and why. */
  readonly heldBack: readonly { readonly source: string; readonly reason: HeldBack["reason"] }[];
  /** Compares this site with what its build says. */
  compare(manifest: BuildManifest): RoutesDifference;
}

/**
 * The routes of the sites that articles belong to.
 *
 * @param ignoresBuild whether sources alone tell, without `site.manifest` and `site.output`
 * @throws {UsageError} for a manifest that is none
 */
export async function routesOfSites(
  discovery: Discovery,
  options: RunOptions,
  ignoresBuild: boolean,
): Promise<readonly SiteRoutes[]> {
  const { project, files, known, cache } = options;
  const startedAt = options.now();
  const scope = await scopeOf(discovery, options);
  const reader = new Reader(scope.base, options);
  const checked = await checkEach(scope, reader, {
    known,
    cache,
    startedAt,
    threads: threadPlan(scope.base, reader, startedAt, options),
    hear: () => {},
  });
  const articles = ignoresBuild ? checked.map(withoutBuild) : checked;
  const projectFiles = createProjectFiles(scope.base, project.root, files);
  const { index } = await indexSite(articles, projectFiles, scope.gone, {
    clock: new Clock(startedAt),
  });
  const subjects = articles.filter(({ isContext }) => isContext !== true);
  return [...bySite(subjects)].flatMap((ofSite) => siteRoutes(ofSite, index));
}

function withoutBuild(article: SiteArticle): SiteArticle {
  const { settings } = article.input;
  const site = { ...settings.site, output: undefined, manifest: undefined };
  return { ...article, input: { ...article.input, settings: { ...settings, site } } };
}

function bySite(articles: readonly SiteArticle[]): Iterable<readonly SiteArticle[]> {
  const sites = new Map<string, SiteArticle[]>();
  for (const article of articles) {
    const { engine, settings } = article.input;
    const key = `${settings.site.folder}\0${engine.name}`;
    const known = sites.get(key);
    if (known === undefined) sites.set(key, [article]);
    else known.push(article);
  }
  return sites.values();
}

function siteRoutes(articles: readonly SiteArticle[], index: WholeIndex): readonly SiteRoutes[] {
  const [first] = articles;
  if (first === undefined) return [];
  const { engine, path: anyPath, settings } = first.input;
  const { folder } = settings.site;
  const routed = articles.flatMap(({ input: { path } }) => {
    const routes = index.routesOf(path);
    return routes === undefined ? [] : [{ path, source: below(path, folder) ?? path, routes }];
  });
  const believed = routed.flatMap(({ path, source, routes }): readonly BelievedRoute[] => {
    const ids = [...index.fragmentsOf(path)].sort();
    const page = { source, ids, knowledge: index.knowledgeOfIds(path) };
    return [
      ...routes.addresses.map((address) => ({ ...page, address, isRedirect: false })),
      ...routes.aliases.map(({ address }) => ({ ...page, address, isRedirect: true })),
    ];
  });
  const routes = believed.toSorted((a, b) => (a.address < b.address ? -1 : 1));
  return [
    {
      folder,
      engine: engine.label,
      routes,
      untold: routed.filter(({ routes: { certain } }) => !certain).map(({ source }) => source),
      heldBack: routed.flatMap(({ source, routes: { heldBack } }) =>
        heldBack === undefined ? [] : [{ source, reason: heldBack.reason }],
      ),
      compare: (manifest) =>
        compareRoutes(routes, manifest, (address) => index.believedAt(anyPath, address)),
    },
  ];
}
