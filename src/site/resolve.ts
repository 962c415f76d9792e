import { percentDecoded } from "../article/percent-decoded.js";
import { normalise } from "../engine/address.js";

import type { Generation, ReferenceReading } from "../engine/router.js";
import type { ArticleFacts, Reference } from "../facts/facts.js";
import { isCircle } from "../knowledge/link/redirect-chain.js";
import type { Asset, HeldBackArticle, RedirectStep, Resolution } from "../rule/site-index.js";
import { stemOf } from "./address-table.js";
import { ARTICLE_EXTENSION, candidates, relativeFolders, rootFolders } from "./candidates.js";
import { configuredRoute } from "./configured-routes.js";
import type { FileLookup, IndexedArticle } from "./contract.js";
import { nearestAddress, nearestFile } from "./nearest.js";
import { builtFile, isBuilt } from "./output.js";
import { join, leavesBase, ownPath, splitReference } from "./own-path.js";
import type { Site } from "./routers.js";

/** What a reference is resolved in: its site, and the files of the project. */
export interface Scene {
  readonly site: Site;
  readonly files: FileLookup;
  isArticle(path: string): boolean;
  /** Paths of articles that exist no more. */
  readonly gone: readonly string[];
}

/** What was found at one path: the thing itself, or only its true spelling. */
type Found =
  | { readonly kind: "exact"; readonly asset: Asset }
  | { readonly kind: "case"; readonly path: string };

const SOURCE = /\.(?:md|mdx|markdown)$/i;

/** Most redirects that are followed; browsers give up after twenty. */
const MAXIMUM_REDIRECTS = 20;

/**
 * Resolves a reference: by the addresses of the site (routes, static files, redirects, pages the
 * engine makes), and by source files beside the article and in the usual folders. Either reading will do, but where
 * the engine is known to take only one.
 */
export function resolveReference(
  from: IndexedArticle,
  reference: Reference,
  scene: Scene,
): Resolution {
  if (reference.unknown) return targetOfTemplate(from, reference, scene);
  const { site } = from.settings;
  const url = ownPath(reference.url, site);
  if (url === undefined) return { verdict: "external" };
  const { path, fragment: written } = splitReference(url);
  const { links } = from.engine;
  const fragment = written === undefined ? undefined : links.fragmentOf(reference, written, site);
  if (path === "") return { verdict: "article", path: from.facts.path, fragment };
  const target = againstBase(percentDecoded(path).normalize("NFC"), from);
  if (target === undefined) return { verdict: "unknown", reason: "unsupported" };
  const addresses = addressesOf(target, from.facts, scene);
  const namesFiles = scene.site.router.namesFiles?.(from.facts, reference) ?? true;
  const reading = readingOf(target, { ...reference, url }, from, scene);
  const found = new Search(from, scene, target, reading).find(addresses, namesFiles);
  const { addsBasePath } = links;
  const isOutOfBase = leavesBase(reference.url, site);
  if (found.resolution !== undefined) {
    // The page is there, but only below the base path, which nothing adds.
    if (isOutOfBase && addsBasePath === "never" && site.complete)
      return { verdict: "absent", tried: [], nearest: undefined, nearestAddress: addresses[0] };
    return withFragment(found.resolution, fragment);
  }

  const redirected = follow(addresses, from, scene);
  if (redirected !== undefined) return withFragment(redirected, fragment);
  // Every site has a home page, wherever it comes from.
  if (addresses.includes("/")) return { verdict: "generated", address: "/" };
  const generation = addresses.map((address) => scene.site.router.generates(address));
  if (generation.includes("yes")) return { verdict: "generated", address: addresses[0] ?? target };
  if (found.otherCase !== undefined) return { verdict: "case", ...found.otherCase };
  // Which files there are is known of a repository, also where nobody knows what is made of them.
  const isPlainFile = reading === "file" && !from.engine.publishes;
  if (!site.complete && !(isPlainFile && site.isRepository))
    return { verdict: "unknown", reason: "incomplete" };
  if (scene.site.router.mayRewrite?.(from.facts, reference) === true)
    return { verdict: "unknown", reason: "rewritten" };
  const heldBack = found.heldBack ?? heldBackAt(addresses, from, scene);
  // An engine that takes it for a file looks for it in the site alone.
  const isOutside =
    addresses.length === 0 &&
    found.tried.length === 0 &&
    (reading !== "file" || !from.engine.publishes);
  // Where the base path is put before root-relative links, none leads out of the site.
  const isElsewhere = isOutOfBase && addsBasePath !== "always";
  const isKnown = heldBack !== undefined || isPlainFile || isBuilt(site, scene.files);
  if (isOutside || isElsewhere || (!isKnown && mayExist(target, addresses, generation, scene)))
    return { verdict: "unknown", reason: "unsupported" };
  return {
    verdict: "absent",
    // A site has many absent targets, and each would be kept with every candidate.
    tried: found.tried.filter((file) => file.endsWith(found.lastName)),
    nearest: nearestFile(target, found.tried, scene.files),
    nearestAddress: nearestAddress(addresses[0] ?? target, scene.site.table),
    gone: scene.gone.find((path) => found.tried.includes(path) || stemOf(path) === stemOf(target)),
    heldBack,
  };
}

/** An article that would be at one of some addresses. What is held back itself may lead to others of its kind. */
function heldBackAt(
  addresses: readonly string[],
  { facts }: IndexedArticle,
  { site }: Scene,
): HeldBackArticle | undefined {
  if (site.routesOf(facts.path)?.heldBack !== undefined) return undefined;
  for (const address of addresses) {
    const found = site.table.heldBackAt(address);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a template tag in place of an address leads to, where the engine knows it. */
function targetOfTemplate(
  { facts, settings }: IndexedArticle,
  { url }: Reference,
  { site, files, isArticle }: Scene,
): Resolution {
  const target = site.router.templateTarget?.(facts, url);
  if (target === undefined) return { verdict: "unknown", reason: "template" };
  const { path, asked, fragment } = target;
  if (path === undefined) {
    if (!settings.site.complete) return { verdict: "unknown", reason: "incomplete" };
    return { verdict: "absent", tried: [asked], nearest: nearestFile(asked, [asked], files) };
  }
  const reason = site.routesOf(path)?.heldBack?.reason;
  const isOut = reason !== undefined && reason !== "no-page";
  if (isOut && site.routesOf(facts.path)?.heldBack === undefined)
    return { verdict: "absent", tried: [], nearest: undefined, heldBack: { path, reason } };
  return isArticle(path)
    ? { verdict: "article", path, fragment }
    : { verdict: "unknown", reason: "incomplete" };
}

/** Of an article whose own address nobody knows, a relative path may mean anything. */
function readingOf(
  path: string,
  reference: Reference,
  { facts, engine, settings }: IndexedArticle,
  { site }: Scene,
): ReferenceReading {
  const reading =
    site.router.readingOf?.({ path, from: reference.from }, facts) ??
    engine.links.reads(reference, settings.site);
  const isKnown = path.startsWith("/") || site.routesOf(facts.path)?.certain === true;
  return reading === "address" && !isKnown ? "either" : reading;
}

/** Whether a page may be there that nobody can see from here. A built site leaves no such doubt. */
function mayExist(
  target: string,
  addresses: readonly string[],
  generation: readonly Generation[],
  { site }: Scene,
): boolean {
  if (generation.includes("maybe")) return true;
  // No article is published as a picture or a document.
  if (/\.(?!html?$)[a-z][a-z0-9]{1,4}$/i.test(target)) return false;
  return addresses.some((address) => site.table.mayBeAt(address));
}

/** A relative path resolved against `<base href>`; undefined when the base is a template's or another site's. */
function againstBase(path: string, { facts, settings }: IndexedArticle): string | undefined {
  if (facts.base === undefined || path.startsWith("/")) return path;
  const base = /[{<$]/.test(facts.base) ? undefined : ownPath(facts.base, settings.site);
  if (base?.startsWith("/") !== true) return undefined;
  const joined = join(folderOf(splitReference(base).path), path);
  return joined === undefined ? undefined : `/${joined}${path.endsWith("/") ? "/" : ""}`;
}

/** The addresses a path may mean: a relative one, from each address of its article, and from the base of layouts. */
function addressesOf(path: string, facts: ArticleFacts, { site }: Scene): readonly string[] {
  if (path.startsWith("/")) return [normalise(path)];
  const routes = site.routesOf(facts.path);
  const base = site.router.base?.address;
  const pages = [...(routes?.addresses ?? []), ...(routes?.heldBack?.addresses ?? [])];
  const own = base === undefined ? pages : [base, ...pages];
  const isFolder = /(?:^|\/)\.{0,2}$/.test(path);
  const joined = own.flatMap((address) => join(folderOf(address), path) ?? []);
  return [...new Set(joined.map((one) => normalise(isFolder && one !== "" ? `${one}/` : one)))];
}

function folderOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/") + 1);
}

class Search {
  readonly #from: IndexedArticle;
  readonly #scene: Scene;
  readonly #path: string;
  readonly #reading: ReferenceReading;
  readonly tried: string[] = [];
  otherCase: { readonly path: string; readonly address?: string } | undefined;
  resolution: Resolution | undefined;
  /** The article that was found and is not published. */
  heldBack: HeldBackArticle | undefined;

  /** What the path ends in: candidates that do not are variants. */
  get lastName(): string {
    return this.#path.slice(this.#path.lastIndexOf("/", this.#path.length - 2) + 1);
  }

  constructor(
    from: IndexedArticle,
    scene: Scene,
    path: string,
    reading: ReferenceReading = "either",
  ) {
    this.#from = from;
    this.#scene = scene;
    this.#path = path;
    this.#reading = reading;
  }

  /**
   * Where either is possible, source names (`other.md`) mean files first; everything else is an address first.
   *
   * @param namesFiles whether a file that is found is what is meant
   */
  find(addresses: readonly string[], namesFiles = true): this {
    const byAddress = (): Resolution | undefined => this.#atAddresses(addresses);
    const byFile = (): Resolution | undefined => {
      const found = this.#atFiles();
      return namesFiles ? found : undefined;
    };
    // A site that says it of its own files has no address for what is not there.
    const isFileOnly = this.#scene.site.router.readingOf !== undefined;
    const orders: Readonly<Record<ReferenceReading, readonly (() => Resolution | undefined)[]>> = {
      address: [byAddress],
      file: isFileOnly ? [byFile] : [byFile, byAddress],
      either: SOURCE.test(this.#path) ? [byFile, byAddress] : [byAddress, byFile],
    };
    for (const look of orders[this.#reading]) this.resolution ??= look();
    if (this.resolution === undefined && this.#reading === "address") this.#lookInVain();
    return this;
  }

  #atAddresses(addresses: readonly string[]): Resolution | undefined {
    const { site, files } = this.#scene;
    for (const address of addresses) {
      const found =
        configuredRoute(address, this.#from.settings.site, files) ??
        builtFile(address, this.#from.settings.site, site.table, files) ??
        this.#served(address);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** An article's page, or a file that is served as it is. */
  #served(address: string): Resolution | undefined {
    const { site } = this.#scene;
    const path = site.table.at(address);
    if (path !== undefined) return { verdict: "article", path, fragment: undefined };
    for (const file of site.router.staticFiles(address)) {
      const found = this.#at(file);
      if (found?.kind === "exact") return this.#resolutionOf(found.asset);
      if (found?.kind === "case") this.otherCase ??= { path: found.path };
    }
    const other = site.table.inOtherCase(address);
    if (other !== undefined) this.otherCase ??= other;
    return undefined;
  }

  #atFiles(): Resolution | undefined {
    const { site } = this.#scene;
    const { facts } = this.#from;
    const isRooted = this.#path.startsWith("/");
    const beside =
      isRooted && this.#reading === "either" ? [] : site.router.besideArticle(facts, this.#path);
    for (const file of [...beside, ...this.#usualFiles(isRooted)]) {
      const found = this.#at(file);
      if (found?.kind === "exact" && this.#isNoPage(file)) this.tried.push(file);
      else if (found?.kind === "exact") {
        const { path } = found.asset;
        this.heldBack = this.#heldBack(path);
        if (this.heldBack !== undefined) continue;
        return this.#resolutionOf(found.asset);
      } else if (found === undefined) this.tried.push(file);
      else this.otherCase ??= { path: found.path };
    }
    return undefined;
  }

  /** Whether an engine that looks for files makes no page of this one. */
  #isNoPage(file: string): boolean {
    return (
      this.#reading === "file" &&
      this.#from.engine.publishes &&
      ARTICLE_EXTENSION.test(file) &&
      !this.#scene.isArticle(file)
    );
  }

  /** An article that is no page as the site stands; what is held back itself may lead to it. */
  #heldBack(path: string): HeldBackArticle | undefined {
    const { site } = this.#scene;
    const reason = site.routesOf(path)?.heldBack?.reason;
    const isOwn = site.routesOf(this.#from.facts.path)?.heldBack !== undefined;
    return reason === undefined || isOwn ? undefined : { path, reason };
  }

  /**
   * Files beside the article and in the usual folders. An engine that reads a name as a file's says which one it
   * means; in plain folders it is the one of exactly this path.
   */
  #usualFiles(isRooted: boolean): readonly string[] {
    const isExact = this.#reading === "file";
    const { readingOf } = this.#scene.site.router;
    if (isExact && this.#from.engine.publishes && readingOf === undefined) return [];
    const beside = relativeFolders(this.#from.facts.path);
    const folders = isRooted ? rootFolders(this.#from) : isExact ? beside.slice(0, 1) : beside;
    const targets = folders.flatMap((folder) => join(folder, this.#path) ?? []);
    return isExact ? targets : targets.flatMap(candidates);
  }

  /** Notes where the file would be, for those who say what was meant. */
  #lookInVain(): void {
    const folders = this.#path.startsWith("/")
      ? rootFolders(this.#from)
      : relativeFolders(this.#from.facts.path);
    for (const folder of folders) {
      const file = join(folder, this.#path);
      if (file !== undefined && this.#scene.files.find(file) === undefined) this.tried.push(file);
    }
  }

  #at(path: string): Found | undefined {
    const asset = this.#scene.files.find(path);
    if (asset === undefined) return undefined;
    return asset.path.normalize("NFC") === path
      ? { kind: "exact", asset }
      : { kind: "case", path: asset.path };
  }

  #resolutionOf(asset: Asset): Resolution {
    return this.#scene.isArticle(asset.path) || ARTICLE_EXTENSION.test(asset.path)
      ? { verdict: "article", path: asset.path, fragment: undefined }
      : { verdict: "asset", asset, fragment: undefined };
  }
}

/** Where redirects lead from an address; undefined when there are none. */
function follow(
  addresses: readonly string[],
  from: IndexedArticle,
  scene: Scene,
): Resolution | undefined {
  for (const address of addresses) {
    const redirects: RedirectStep[] = [];
    for (
      let step = scene.site.redirects.lookup(address);
      step !== undefined && redirects.length < MAXIMUM_REDIRECTS;
      step = scene.site.redirects.lookup(splitReference(step.to).path)
    ) {
      if (redirects.some(({ from: asked }) => asked === step?.from)) break;
      redirects.push(step);
      // What is shown in an address' place is not asked for anew.
      if (step.status === 200) break;
    }
    const last = redirects.at(-1);
    if (last === undefined) continue;
    if (isCircle(redirects)) {
      return redirects.some(({ conditional }) => conditional === true)
        ? { verdict: "unknown", reason: "unsupported" }
        : { verdict: "absent", tried: [], nearest: undefined, redirects };
    }
    const url = ownPath(last.to, from.settings.site);
    if (url === undefined) return { verdict: "redirected-away", redirects };
    const { path, fragment } = splitReference(url);
    const rooted = normalise(percentDecoded(path).normalize("NFC"));
    const found = new Search(from, scene, rooted).find([rooted]).resolution;
    if (found?.verdict === "article" || found?.verdict === "asset")
      return { ...found, fragment, redirects };
    if (found !== undefined || scene.site.router.generates(rooted) !== "no")
      return { verdict: "generated", address: rooted, redirects };
    if (!from.settings.site.complete) return { verdict: "unknown", reason: "incomplete" };
    return {
      verdict: "absent",
      tried: [rooted],
      nearest: undefined,
      nearestAddress: nearestAddress(rooted, scene.site.table),
      redirects,
    };
  }
  return undefined;
}

/** The reference's own fragment wins over one that a redirect names (RFC 9110 §10.2.2). */
function withFragment(resolution: Resolution, fragment: string | undefined): Resolution {
  return resolution.verdict === "article" || resolution.verdict === "asset"
    ? { ...resolution, fragment: fragment ?? resolution.fragment }
    : resolution;
}
