import { lazily } from "../article/lazily.js";
import { percentDecoded } from "../article/percent-decoded.js";
import { join, normalise } from "../engine/address.js";
import type { Reference } from "../facts/facts.js";
import { targetKey } from "../knowledge/link/target-key.js";
import type { Resolution } from "../rule/site-index.js";
import { stemOf } from "./address-table.js";
import type { IndexedArticle } from "./contract.js";
import { isFileName } from "./evidence.js";
import { isFree, type Judging, type ReferenceKind, referencesIn, rootRelative } from "./judging.js";
import { anyKind, areMostlyFound, type UncertainReference } from "./mostly-found.js";
import { nearestAddress } from "./nearest.js";
import { OftenNamed } from "./often-named.js";
import { splitReference } from "./own-path.js";
import { isLedTo } from "./own-redirects.js";
import { folderOfAddress, type ShownFolders, shownFolders } from "./shown-folders.js";
import { isSlip, slipOf, slipOfFile } from "./slips.js";

/** Most fragments of one page that are compared with its ids. */
const MOST_COMPARED = 100;

/** How many references may be lost against one that is found, where a lost one looks like a misspelling. */
const AS_MANY = 1;

/**
 * What becomes of references whose targets only code of one site knows: where nearly all others are found, or their
 * names are those of others misspelt, they can be judged all the same.
 */
export class Uncertain {
  readonly #judging: Judging;
  /** Misspelt fragments by article. */
  readonly #slips = new Map<string, Map<string, string | undefined>>();
  readonly #aliases = lazily(() => this.#findAliases());
  readonly #shown = lazily(() => this.#findShown());
  readonly #often = lazily(() => this.#findOften());
  readonly #areFound = lazily(() => areMostlyFound(this.#uncertainAnchors()));
  readonly #areAnchorsFound = lazily(() =>
    areMostlyFound(
      [...this.#anchorsOf()].map(([, anchor]) => anchor),
      AS_MANY,
    ),
  );
  readonly #areLeft = lazily(() => areMostlyFound(this.#rewritable()));
  readonly #areNamed = lazily(() => areMostlyFound(this.#named(), AS_MANY, anyKind));

  constructor(judging: Judging) {
    this.#judging = judging;
  }

  /** The verdict on a reference that the engine alone cannot judge. */
  resolve(
    from: IndexedArticle,
    reference: Reference,
    of: ReferenceKind,
    byEngine: Extract<Resolution, { readonly verdict: "unknown" }>,
  ): Resolution {
    if (byEngine.reason === "unsupported") {
      const address = this.#address(from, reference);
      const aliased = address === undefined ? undefined : this.#aliases().get(address);
      if (aliased !== undefined)
        return {
          verdict: "article",
          path: aliased,
          fragment: splitReference(reference.url).fragment,
        };
      const shown = this.#byShownFolder(from, reference, of, byEngine);
      return shown.verdict === "unknown" ? (this.#bySlip(from, reference, of) ?? shown) : shown;
    }
    const isWritten = byEngine.asWritten !== undefined && this.#areLeft()(of, reference.url);
    return isWritten ? byEngine.asWritten : byEngine;
  }

  /** Whether an article lacks a fragment although not all of its ids are known: nearly all others of the site are found. */
  isLost(path: string, fragment: string): boolean {
    return this.#areFound()("links", `${path}#${fragment}`);
  }

  /**
   * The id of an article that a fragment misspells; undefined for other fragments, and where so many lead nowhere that
   * the ids of the site are hardly known.
   */
  slipOfAnchor(path: string, fragment: string): string | undefined {
    if (!this.#areAnchorsFound()("links", `${path}#${fragment}`)) return undefined;
    const known = this.#slips.get(path) ?? new Map<string, string | undefined>();
    this.#slips.set(path, known);
    // A hostile page has as many ids as links to others.
    if (!known.has(fragment) && known.size < MOST_COMPARED) {
      const written = percentDecoded(fragment);
      const id = this.#judging.fragmentsOf(path).find((one) => isSlip(written, one));
      known.set(fragment, id);
    }
    return known.get(fragment);
  }

  /** References that code of the site may rewrite. */
  *#rewritable(): Generator<UncertainReference> {
    const { site, resolve } = this.#judging;
    if (site.router.mayRewrite === undefined) return;
    for (const [from, reference, of] of referencesIn(this.#judging.articles)) {
      const { verdict } = resolve(from, reference);
      if (verdict === "external" || reference.unknown || reference.url.startsWith("#")) continue;
      if (site.router.mayRewrite(from.facts, reference) !== true) continue;
      const { url } = reference;
      const isFound = verdict !== "unknown" && verdict !== "absent" && verdict !== "case";
      yield { of, url, target: targetKey(from.facts.path, url), isFound };
    }
  }

  /** Fragments of pages whose ids are not all known. */
  *#uncertainAnchors(): Generator<UncertainReference> {
    for (const [path, anchor] of this.#anchorsOf())
      if (!this.#judging.areIdsKnown(path)) yield anchor;
  }

  /** Fragments with the articles they lead into. */
  *#anchorsOf(): Generator<readonly [string, UncertainReference]> {
    for (const [from, reference, of] of referencesIn(this.#judging.articles)) {
      if (of === "images" || !reference.url.includes("#")) continue;
      const found = this.#judging.resolve(from, reference);
      if (found.verdict !== "article" || found.fragment === undefined) continue;
      if (isFree(found.fragment)) continue;
      const url = `${found.path}#${found.fragment}`;
      const { verdict } = this.#judging.fragment(found.path, found.fragment);
      yield [found.path, { of, url, target: url, isFound: verdict === "ok" }];
    }
  }

  /** Former addresses of articles whose own only code knows: readers are sent on from there all the same. */
  #findAliases(): ReadonlyMap<string, string> {
    const { site, articles } = this.#judging;
    const found = new Map<string, string>();
    for (const { facts } of articles) {
      const routes = site.routesOf(facts.path);
      if (routes === undefined || routes.addresses.length > 0) continue;
      for (const { address } of routes.aliases)
        if (!found.has(address)) found.set(address, facts.path);
    }
    return found;
  }

  #findShown(): ShownFolders {
    const { site, articles, resolve } = this.#judging;
    const asked = new Map<string, boolean>();
    for (const [from, reference, of] of referencesIn(this.#judging.articles)) {
      const address = of === "links" ? this.#pageAddress(from, reference) : undefined;
      if (address === undefined) continue;
      const { verdict } = resolve(from, reference);
      if (verdict !== "external") asked.set(address, verdict !== "unknown" && verdict !== "absent");
    }
    const isUnplaced = ({ facts: { path } }: IndexedArticle): boolean => {
      const routes = site.routesOf(path);
      return routes?.certain === false && routes.addresses.length === 0;
    };
    return shownFolders(
      [...asked].map(([address, isFound]) => ({ address, isFound })),
      articles.filter(isUnplaced).map(({ facts }) => facts.path),
    );
  }

  #findOften(): OftenNamed {
    const { articles, resolve } = this.#judging;
    const asked: { readonly address: string; readonly from: string }[] = [];
    for (const [from, reference, of] of referencesIn(articles)) {
      const address = of === "links" ? this.#pageAddress(from, reference) : undefined;
      if (address === undefined) continue;
      const found = resolve(from, reference);
      if (found.verdict === "unknown" && found.reason === "unsupported")
        asked.push({ address, from: from.facts.path });
    }
    return new OftenNamed(asked);
  }

  /** What a link means that leads into a folder of addresses whose pages other links show. */
  #byShownFolder(
    from: IndexedArticle,
    reference: Reference,
    of: ReferenceKind,
    first: Resolution,
  ): Resolution {
    if (of === "images") return first;
    const address = this.#pageAddress(from, reference);
    const named = address === undefined ? undefined : this.#shown().get(folderOfAddress(address));
    if (address === undefined || named === undefined) return first;
    const path = named.get(stemOf(address));
    const { fragment } = splitReference(reference.url);
    if (path !== undefined) return { verdict: "article", path, fragment };
    if (!from.settings.site.complete) return first;
    const { site, files } = this.#judging;
    const nearest = nearestAddress(address, site.table);
    if (isLedTo(nearest, address, files, from.settings.site.folder)) return first;
    return { verdict: "absent", tried: [], nearest: undefined, nearestAddress: nearest };
  }

  /** What code of the site could make there, unless it is the name of something else in the same folder, misspelt. */
  #bySlip(from: IndexedArticle, reference: Reference, of: ReferenceKind): Resolution | undefined {
    if (!from.settings.site.complete || !this.#areNamed()(of, reference.url)) return undefined;
    const { site, files } = this.#judging;
    const address = this.#address(from, reference);
    if (address !== undefined && !isFileName(address)) {
      const near = this.#shownAt(address)
        .map((one) => slipOf(one, site.table.beside(one)))
        .concat(this.#often().slipOf(address))
        .find((one) => one !== undefined);
      return near === undefined
        ? undefined
        : { verdict: "absent", tried: [], nearest: undefined, nearestAddress: near };
    }
    const { path } = splitReference(percentDecoded(reference.url).normalize("NFC"));
    const beside = join(from.facts.path.slice(0, from.facts.path.lastIndexOf("/") + 1), path);
    const tried = [
      ...(address === undefined ? [] : site.router.staticFiles(address)),
      ...(path.startsWith("/") || beside === undefined ? [] : [beside]),
    ];
    const nearest = slipOfFile(tried, files);
    return nearest === undefined ? undefined : { verdict: "absent", tried, nearest };
  }

  /** An address, and the one whose page a rewrite shows there. */
  #shownAt(address: string): readonly string[] {
    const step = this.#judging.site.redirects.lookup(address);
    return step?.status === 200 && step.to.startsWith("/")
      ? [address, normalise(splitReference(step.to).path)]
      : [address];
  }

  /** References to pages and files, whatever is known of them. */
  *#named(): Generator<UncertainReference> {
    for (const [from, reference, of] of referencesIn(this.#judging.articles)) {
      const { url } = reference;
      const first = this.#judging.resolve(from, reference);
      if (first.verdict === "external" || url.startsWith("#")) continue;
      const { verdict } =
        first.verdict === "unknown" ? this.#byShownFolder(from, reference, of, first) : first;
      const isFound = verdict !== "unknown" && verdict !== "absent";
      yield { of, url, target: targetKey(from.facts.path, url), isFound };
    }
  }

  /** The address of a page that a link names; undefined for files and where nobody knows. */
  #pageAddress(from: IndexedArticle, reference: Reference): string | undefined {
    const rooted = this.#address(from, reference);
    return rooted === undefined || isFileName(rooted) ? undefined : rooted.replace(/\.html?$/, "");
  }

  #address(from: IndexedArticle, reference: Reference): string | undefined {
    const { url, unknown } = reference;
    if (unknown || url.startsWith("#")) return undefined;
    return rootRelative(from, reference) ?? this.#joined(from, url);
  }

  /** A relative path joined to the address of its article. */
  #joined(from: IndexedArticle, url: string): string | undefined {
    const routes = this.#judging.site.routesOf(from.facts.path);
    const own = routes?.addresses[0];
    if (own === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url)) return undefined;
    const { path } = splitReference(url);
    const folder = own.slice(0, own.lastIndexOf("/") + 1);
    const joined = join(
      folder,
      percentDecoded(path)
        .normalize("NFC")
        .replace(/\.(?:md|mdx)$/, ""),
    );
    return joined === undefined ? undefined : normalise(joined);
  }
}
