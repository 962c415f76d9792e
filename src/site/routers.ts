import { lazily } from "../article/lazily.js";
import type { Router } from "../engine/router.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Redirects } from "../facts/redirects.js";
import type { Routes } from "../facts/routes.js";
import type { Clock } from "../rule/clock.js";
import { AddressTable } from "./address-table.js";
import type { BuiltSite } from "./build/built-site.js";
import { builtSite } from "./build/read-build.js";
import type { FileLookup, IndexedArticle } from "./contract.js";
import { createRedirects, type RoutedArticle } from "./redirects.js";
import { takesSlashesOff } from "./slashes.js";

/** One site of a run: the articles that share its folder and engine, and how they are published. */
export interface Site {
  readonly router: Router;
  readonly articles: readonly ArticleFacts[];
  readonly table: AddressTable;
  readonly redirects: Redirects;
  /** What is known of its build; undefined where nothing is. */
  readonly built: BuiltSite | undefined;
  routesOf(path: string): Routes | undefined;
}

/** The sites of a run. A project may hold several; each has a router of its own. */
export class Routers {
  readonly #articles: ReadonlyMap<string, IndexedArticle>;
  readonly #groups = new Map<string, IndexedArticle[]>();
  readonly #sites = new Map<string, Site>();
  readonly #routes = new Map<string, Routes>();

  readonly #clock: Clock | undefined;
  readonly #files: FileLookup;

  /** @param clock the moment of the run; dates do not matter when absent */
  constructor(articles: readonly IndexedArticle[], files: FileLookup, clock?: Clock) {
    this.#files = files;
    this.#clock = clock;
    this.#articles = new Map(articles.map((article) => [article.facts.path, article]));
    for (const article of articles) {
      const group = this.#groups.get(keyOf(article));
      if (group === undefined) this.#groups.set(keyOf(article), [article]);
      else group.push(article);
    }
  }

  readonly #hasCome = (moment: number): boolean => this.#clock?.hasCome(moment) === true;

  /** The site an article belongs to, made when first asked for. */
  siteOf(article: IndexedArticle): Site {
    const key = keyOf(article);
    let site = this.#sites.get(key);
    if (site === undefined) {
      const articles = (this.#groups.get(key) ?? [article]).map(({ facts }) => facts);
      const { site: settings } = article.settings;
      const { folder } = settings;
      const router = article.engine.createRouter(settings, articles, {
        list: (other = folder) => this.#files.list(other),
        text: (path) => this.#files.text(path),
        hasCome: this.#clock === undefined ? undefined : this.#hasCome,
      });
      const built = builtSite(settings, this.#files);
      const routesOf = (path: string): Routes | undefined => this.#routesBy(router, built, path);
      site = {
        router,
        built,
        articles,
        table: new AddressTable(
          articles,
          router,
          routesOf,
          lazily(() => takesSlashesOff(settings, (path) => this.#files.text(path))),
        ),
        redirects: createRedirects(
          article.engine,
          settings,
          () => routedArticles(articles, routesOf),
          (path) => this.#files.text(path),
        ),
        routesOf,
      };
      this.#sites.set(key, site);
    }
    return site;
  }

  routesOf(path: string): Routes | undefined {
    const article = this.#articles.get(path);
    return article === undefined ? undefined : this.siteOf(article).routesOf(path);
  }

  #routesBy(router: Router, built: BuiltSite | undefined, path: string): Routes | undefined {
    let routes = this.#routes.get(path);
    if (routes === undefined) {
      const article = this.#articles.get(path);
      if (article === undefined) return undefined;
      const read = router.routesOf(article.facts);
      const addresses = built?.addressesOf(path);
      routes = addresses === undefined ? read : { addresses, aliases: read.aliases, certain: true };
      this.#routes.set(path, routes);
    }
    return routes;
  }
}

function routedArticles(
  articles: readonly ArticleFacts[],
  routesOf: (path: string) => Routes | undefined,
): readonly RoutedArticle[] {
  return articles.flatMap((facts) => {
    const routes = routesOf(facts.path);
    return routes === undefined ? [] : [{ facts, routes }];
  });
}

function keyOf({ engine, settings }: IndexedArticle): string {
  return `${engine.name}\0${settings.site.folder}\0${settings.site.root}`;
}
