import { lazily } from "../article/lazily.js";
import { percentDecoded } from "../article/percent-decoded.js";
import { join, normalise } from "../engine/address.js";
import type { Reference } from "../facts/facts.js";
import { isCommentId } from "../knowledge/link/comment-ids.js";
import { needsNoTarget } from "../knowledge/link/free-fragments.js";
import { urlDefectOf } from "../knowledge/link/malformed-url.js";
import { targetKey } from "../knowledge/link/target-key.js";
import { nearestOf } from "../knowledge/text/nearest.js";
import type {
  Doubt,
  FragmentVerdict,
  ReferenceClass,
  Resolution,
  SiteEvidence,
} from "../rule/site-index.js";
import { stemOf } from "./address-table.js";
import type { FileLookup, IndexedArticle } from "./contract.js";
import { type Doubted, doubtedClasses, isDoubted, type JudgedReference } from "./doubt.js";
import { type Evidence, evidenceFrom, isFileName, showsRootBase } from "./evidence.js";
import { areMostlyFound, type UncertainReference } from "./mostly-found.js";
import { nearestAddress } from "./nearest.js";
import { leavesBase, ownPath, splitReference } from "./own-path.js";
import { classesOf } from "./reference-classes.js";
import type { Site } from "./routers.js";
import { folderOfAddress, type ShownFolders, shownFolders } from "./shown-folders.js";
import { isSlip, slipOf, slipOfFile } from "./slips.js";

/** What one site is judged with. */
interface Judging {
  readonly site: Site;
  readonly files: FileLookup;
  /** The articles of the site. */
  readonly articles: readonly IndexedArticle[];
  /** The verdict by what the engine and its config say. */
  resolve(from: IndexedArticle, reference: Reference): Resolution;
  /** What is known of a fragment of an article. */
  fragment(path: string, fragment: string): FragmentVerdict;
  /** Whether all ids of an article's page are known. */
  areIdsKnown(path: string): boolean;
  /** Fragment targets of an article. */
  fragmentsOf(path: string): readonly string[];
}

/** Most slips of a misspelt fragment. */
const SLIPS = 2;

/** Most absent fragments of one page that are compared with its ids. */
const MOST_COMPARED = 100;

/** How many references may be lost against one that is found, where a lost one looks like a misspelling. */
const AS_MANY = 1;

const KINDS = ["links", "images"] as const;

/**
 * Second thoughts about one site: what its own links show of it, and which of them are better not judged. Everything
 * is found out when first asked for, from all references of the site.
 */
export class SelfDoubt {
  readonly #judging: Judging;
  readonly #isVouchedFor: boolean;
  readonly folder: string;
  readonly #evidence = lazily(() => this.#learn());
  readonly #shown = lazily(() => this.#findShown());
  readonly #areFound = lazily(() => areMostlyFound(this.#uncertainAnchors()));
  readonly #areAnchorsFound = lazily(() =>
    areMostlyFound(
      [...this.#anchorsOf()].map(([, anchor]) => anchor),
      AS_MANY,
    ),
  );
  readonly #areLeft = lazily(() => areMostlyFound(this.#rewritable()));
  readonly #areNamed = lazily(() => areMostlyFound(this.#named(), AS_MANY));
  readonly #references = lazily(() => this.#judgeReferences());
  readonly #anchors = lazily(() => doubtedClasses(this.#judgeAnchors()));

  constructor(judging: Judging) {
    this.#judging = judging;
    const settings = judging.articles[0]?.settings.site;
    this.#isVouchedFor = settings?.isVouchedFor === true;
    this.folder = settings?.folder ?? "";
  }

  /** What the links of the site show of it; undefined where they show nothing. */
  get evidence(): SiteEvidence | undefined {
    const evidence = this.#evidence();
    return evidence.explains === 0 ? undefined : { folder: this.folder, ...evidence };
  }

  get doubts(): readonly Doubt[] {
    return [...this.#references().values(), ...this.#anchors().values()].map((doubt) => ({
      ...doubt,
      folder: this.folder,
      isOverruled: this.#isVouchedFor,
    }));
  }

  /** The verdict with second thoughts, for a reference that leads nowhere, or nobody knows where, by the engine alone. */
  reconsider(from: IndexedArticle, reference: Reference, byEngine: Resolution): Resolution {
    const first = this.#ifUnknown(from, reference, byEngine);
    if (!isPlainlyAbsent(first)) return first;
    const found = this.#byEvidence(from, reference, this.#evidence()) ?? first;
    if (found.verdict !== "absent" || this.#isVouchedFor) return found;
    const of = from.facts.images.includes(reference) ? "images" : "links";
    return isDoubted(this.#references(), classesOf(from.facts.path, reference), of)
      ? { verdict: "unknown", reason: "doubted" }
      : found;
  }

  #ifUnknown(from: IndexedArticle, reference: Reference, byEngine: Resolution): Resolution {
    if (byEngine.verdict !== "unknown") return byEngine;
    const of = from.facts.images.includes(reference) ? "images" : "links";
    if (byEngine.reason === "unsupported") {
      const shown = this.#byShownFolder(from, reference, byEngine);
      return shown.verdict === "unknown" ? (this.#bySlip(from, reference, of) ?? shown) : shown;
    }
    const isWritten = byEngine.asWritten !== undefined && this.#areLeft()(of, reference.url);
    return isWritten ? byEngine.asWritten : byEngine;
  }

  /** References that code of the site may rewrite. */
  *#rewritable(): Generator<UncertainReference> {
    const { site, resolve } = this.#judging;
    if (site.router.mayRewrite === undefined) return;
    for (const [from, reference, of] of this.#all()) {
      const { verdict } = resolve(from, reference);
      if (verdict === "external" || reference.unknown || reference.url.startsWith("#")) continue;
      if (site.router.mayRewrite(from.facts, reference) !== true) continue;
      const { url } = reference;
      const isFound = verdict !== "unknown" && verdict !== "absent" && verdict !== "case";
      yield { of, url, target: targetKey(from.facts.path, url), isFound };
    }
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
    const written = percentDecoded(fragment);
    return this.#judging.fragmentsOf(path).find((id) => isSlip(written, id));
  }

  /** Fragments of pages whose ids are not all known. */
  *#uncertainAnchors(): Generator<UncertainReference> {
    for (const [path, anchor] of this.#anchorsOf())
      if (!this.#judging.areIdsKnown(path)) yield anchor;
  }

  /** Fragments with the articles they lead into. */
  *#anchorsOf(): Generator<readonly [string, UncertainReference]> {
    for (const [from, reference, of] of this.#all()) {
      if (of === "images" || !reference.url.includes("#")) continue;
      const found = this.#judging.resolve(from, reference);
      if (found.verdict !== "article" || found.fragment === undefined) continue;
      if (isFree(found.fragment)) continue;
      const url = `${found.path}#${found.fragment}`;
      const { verdict } = this.#judging.fragment(found.path, found.fragment);
      yield [found.path, { of, url, target: url, isFound: verdict === "ok" }];
    }
  }

  /** Whether what an article lacks by its text is better not called lacking. */
  doubtsAnchors(path: string): boolean {
    return !this.#isVouchedFor && isDoubted(this.#anchors(), anchorClasses(path), "links");
  }

  #findShown(): ShownFolders {
    const { site, articles, resolve } = this.#judging;
    const asked = new Map<string, boolean>();
    for (const [from, reference, of] of this.#all()) {
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

  /** What a link means that leads into a folder of addresses whose pages other links show. */
  #byShownFolder(from: IndexedArticle, reference: Reference, first: Resolution): Resolution {
    if (from.facts.images.includes(reference)) return first;
    const address = this.#pageAddress(from, reference);
    const named = address === undefined ? undefined : this.#shown().get(folderOfAddress(address));
    if (address === undefined || named === undefined) return first;
    const path = named.get(stemOf(address));
    const { fragment } = splitReference(reference.url);
    if (path !== undefined) return { verdict: "article", path, fragment };
    if (!from.settings.site.complete) return first;
    const { table } = this.#judging.site;
    const nearest = nearestAddress(address, table);
    return { verdict: "absent", tried: [], nearest: undefined, nearestAddress: nearest };
  }

  /** What code of the site could make there, unless it is the name of something else in the same folder, misspelt. */
  #bySlip(
    from: IndexedArticle,
    reference: Reference,
    of: (typeof KINDS)[number],
  ): Resolution | undefined {
    if (!from.settings.site.complete || !this.#areNamed()(of, reference.url)) return undefined;
    const { site, files } = this.#judging;
    const address = this.#address(from, reference);
    if (address !== undefined && !isFileName(address)) {
      const near = slipOf(address, site.table.beside(address));
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

  /** References to pages and files, whatever is known of them. */
  *#named(): Generator<UncertainReference> {
    for (const [from, reference, of] of this.#all()) {
      const { url } = reference;
      const first = this.#judging.resolve(from, reference);
      if (first.verdict === "external" || url.startsWith("#")) continue;
      const { verdict } =
        first.verdict === "unknown" ? this.#byShownFolder(from, reference, first) : first;
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

  #learn(): Evidence {
    const { site, files, resolve } = this.#judging;
    const targets = new Set<string>();
    const relative = new Map<string, boolean>();
    for (const [from, reference] of this.#all()) {
      const target = rootRelative(from, reference);
      const fromRoot = target === undefined ? this.#fromRoot(reference) : undefined;
      if (target === undefined && fromRoot === undefined) continue;
      if (!isPlainlyAbsent(resolve(from, reference))) continue;
      if (target !== undefined) targets.add(target);
      if (fromRoot !== undefined) relative.set(fromRoot, this.#servedAt(fromRoot) !== undefined);
    }
    const isRootBase = showsRootBase([...relative.values()]);
    return { ...evidenceFrom([...targets], site, files), isRootBase };
  }

  /** The address of a relative path if a layout that is not there makes it begin at the root. */
  #fromRoot({ url, unknown, from }: Reference): string | undefined {
    if (this.#judging.site.router.mayHaveBase !== true) return undefined;
    if (unknown || from.startsWith("front-matter:")) return undefined;
    const { path } = splitReference(url);
    if (path === "" || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path)) return undefined;
    // Browsers go no higher than the root.
    const inside = normalise(`/${percentDecoded(path).normalize("NFC")}`);
    return inside.replace(/^(?:\/\.\.?(?=\/))+/, "");
  }

  /** The page or the file that is served at an address. */
  #servedAt(address: string): Resolution | undefined {
    const { site, files } = this.#judging;
    const path = site.table.at(address);
    if (path !== undefined) return { verdict: "article", path, fragment: undefined };
    for (const file of site.router.staticFiles(address)) {
      const asset = files.find(file);
      if (asset?.path === file) return { verdict: "asset", asset, fragment: undefined };
    }
    return undefined;
  }

  #byEvidence(
    from: IndexedArticle,
    reference: Reference,
    { staticDirs, base, root, isRootBase }: Evidence,
  ): Resolution | undefined {
    const target = rootRelative(from, reference);
    const { fragment } = splitReference(reference.url);
    if (target === undefined) {
      const address = isRootBase ? this.#fromRoot(reference) : undefined;
      const served = address === undefined ? undefined : this.#servedAt(address);
      const isPage = served?.verdict === "article" || served?.verdict === "asset";
      return isPage ? { ...served, fragment } : undefined;
    }
    for (const folder of staticDirs) {
      const file = join(folder, target);
      const asset = file === undefined ? undefined : this.#judging.files.find(file);
      if (asset !== undefined && asset.path === file) return { verdict: "asset", asset, fragment };
    }
    const others = [
      ...(base !== undefined && target.startsWith(`${base}/`) ? [target.slice(base.length)] : []),
      ...(root === undefined ? [] : [`${root}${target}`]),
    ];
    for (const address of others) {
      const path = this.#judging.site.table.at(address);
      if (path !== undefined) return { verdict: "article", path, fragment };
    }
    return undefined;
  }

  #judgeReferences(): Doubted {
    const judged: JudgedReference[] = [];
    const evidence = this.#evidence();
    for (const [from, reference, of] of this.#all()) {
      const first = this.#judging.resolve(from, reference);
      if (first.verdict === "external" || first.verdict === "unknown") continue;
      const failed =
        isPlainlyAbsent(first) && this.#byEvidence(from, reference, evidence) === undefined;
      const { path } = from.facts;
      const target = reference.unknown ? reference.url : targetKey(path, reference.url);
      // Misspellings come one at a time, whatever is known of the site.
      if (failed && first.verdict === "absent" && isMisspelling(target, first)) continue;
      const { range, url } = reference;
      const classes = classesOf(path, reference);
      judged.push({ path, range, url, of, classes, target, failed });
    }
    return doubtedClasses(judged);
  }

  #judgeAnchors(): JudgedReference[] {
    const judged: JudgedReference[] = [];
    const compared = new Map<string, number>();
    for (const [from, reference, of] of this.#all()) {
      if (of === "images" || !reference.url.includes("#")) continue;
      const found = this.#judging.resolve(from, reference);
      if (found.verdict !== "article" || found.fragment === undefined) continue;
      if (isFree(found.fragment)) continue;
      const failed = this.#judging.fragment(found.path, found.fragment).verdict === "absent";
      const count = compared.get(found.path) ?? 0;
      if (failed && count < MOST_COMPARED) {
        compared.set(found.path, count + 1);
        const ids = this.#judging.fragmentsOf(found.path);
        // Misspellings come one at a time, whatever is known of the page.
        if (nearestOf(percentDecoded(found.fragment), ids, { limit: SLIPS }) !== undefined)
          continue;
      }
      judged.push({
        path: from.facts.path,
        range: reference.range,
        url: reference.url,
        of: "links",
        classes: anchorClasses(found.path),
        target: `${found.path}#${found.fragment}`,
        failed,
      });
    }
    return judged;
  }

  *#all(): Generator<readonly [IndexedArticle, Reference, (typeof KINDS)[number]]> {
    for (const article of this.#judging.articles)
      for (const of of KINDS)
        for (const reference of article.facts[of]) {
          const { url, unknown } = reference;
          if (url === "" || (url.startsWith("#") && of === "images")) continue;
          if (unknown || urlDefectOf(url, false) === undefined) yield [article, reference, of];
        }
  }
}

/** Absent, and not because of anything that is known: a draft, a deleted article, a redirect. */
function isPlainlyAbsent(resolution: Resolution): boolean {
  return (
    resolution.verdict === "absent" &&
    resolution.heldBack === undefined &&
    resolution.gone === undefined &&
    resolution.redirects === undefined
  );
}

function isMisspelling(
  target: string,
  { nearest, nearestAddress }: Extract<Resolution, { readonly verdict: "absent" }>,
): boolean {
  const near = nearestAddress ?? nearest;
  return near !== undefined && stemOf(near) !== stemOf(target);
}

/** Whether a fragment says nothing of an article's own ids. */
function isFree(fragment: string): boolean {
  return needsNoTarget(fragment) || isCommentId(fragment);
}

function anchorClasses(path: string): readonly ReferenceClass[] {
  return [
    { kind: "anchor", name: path },
    { kind: "anchor", name: "" },
  ];
}

/** The path from the root of the site that a reference names, base path taken off; undefined for others. */
function rootRelative(
  { settings }: IndexedArticle,
  { url, unknown }: Reference,
): string | undefined {
  if (unknown || leavesBase(url, settings.site)) return undefined;
  const path = ownPath(url, settings.site);
  // A relative path stays as it is; an absolute URL of the site loses its host.
  if (path?.startsWith("/") !== true) return undefined;
  return normalise(percentDecoded(splitReference(path).path).normalize("NFC"));
}
