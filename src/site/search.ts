import { join } from "../engine/address.js";
import type { Reading } from "../engine/router.js";
import type { Asset, HeldBackArticle, Resolution } from "../rule/site-index.js";
import { foundInBuild } from "./build/find-built.js";
import { ARTICLE_EXTENSION, candidates, relativeFolders, rootFolders } from "./candidates.js";
import { configuredRoute } from "./configured-routes.js";
import type { IndexedArticle } from "./contract.js";
import type { Scene } from "./scene.js";

/** What was found at one path: the thing itself, or only its true spelling. */
type Found =
  | { readonly kind: "exact"; readonly asset: Asset }
  | { readonly kind: "case"; readonly path: string };

const SOURCE = /\.(?:md|mdx|markdown)$/i;

/** An address without letter case and ending. */
function letters(address: string): string {
  return address.toLowerCase().replace(/\.html$/, "");
}

/** Looks for what one path in an article may mean, as the engine reads it. */
export class Search {
  readonly #from: IndexedArticle;
  readonly #scene: Scene;
  readonly #path: string;
  readonly #reading: Reading;
  readonly tried: string[] = [];
  otherCase: { readonly path: string; readonly address?: string } | undefined;
  resolution: Resolution | undefined;
  /** The article that was found and is not published. */
  heldBack: HeldBackArticle | undefined;

  /** What the path ends in: candidates that do not are variants. */
  get lastName(): string {
    return this.#path.slice(this.#path.lastIndexOf("/", this.#path.length - 2) + 1);
  }

  constructor(from: IndexedArticle, scene: Scene, path: string, reading: Reading = "either") {
    this.#reading = reading;
    this.#from = from;
    this.#scene = scene;
    this.#path = path;
  }

  /** Where either reading will do, source names (`other.md`) mean files first, everything else is an address first. */
  find(addresses: readonly string[]): this {
    switch (this.#reading) {
      case "address":
        this.resolution = this.#atAddresses(addresses) ?? this.#lookedUp();
        if (this.resolution === undefined) this.#lookInVain();
        break;
      case "file":
        this.resolution = this.#lookedUp() ?? this.#atFile();
        break;
      case "source":
        this.resolution = this.#atSource() ?? this.#atAddresses(addresses);
        break;
      case "page":
        this.#lookInOtherCase(addresses);
        this.resolution = this.#vouchedFor(addresses) ?? this.#atSource();
        break;
      case "either":
        this.resolution = SOURCE.test(this.#path)
          ? (this.#lookedUp() ?? this.#atFiles() ?? this.#atAddresses(addresses))
          : (this.#atAddresses(addresses) ?? this.#lookedUp() ?? this.#atFiles());
    }
    return this;
  }

  /** What the config or the built site says of the addresses. */
  #vouchedFor(addresses: readonly string[]): Resolution | undefined {
    const { site } = this.#from.settings;
    for (const address of addresses) {
      const found =
        configuredRoute(address, site, this.#scene.files) ??
        foundInBuild(address, this.#scene.site);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #atAddresses(addresses: readonly string[]): Resolution | undefined {
    for (const address of addresses) {
      const found = this.#vouchedFor([address]) ?? this.#served(address);
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

  /** The article that the engine's own lookup finds. */
  #lookedUp(): Resolution | undefined {
    const { site, files } = this.#scene;
    const path = site.router.lookUp?.(this.#from.facts, this.#path);
    const asset = path === undefined ? undefined : files.find(path);
    return asset === undefined ? undefined : this.#published(asset);
  }

  /** A file that was found, but for an article that is no page as the site stands. */
  #published(asset: Asset): Resolution | undefined {
    const reason = this.#scene.site.routesOf(asset.path)?.heldBack?.reason;
    if (reason === undefined) return this.#resolutionOf(asset);
    this.heldBack = { path: asset.path, reason };
    return undefined;
  }

  #atFiles(): Resolution | undefined {
    const { site } = this.#scene;
    const { facts } = this.#from;
    const isRooted = this.#path.startsWith("/");
    const folders = isRooted ? rootFolders(this.#from) : relativeFolders(facts.path);
    const beside = isRooted ? [] : site.router.besideArticle(facts, this.#path);
    const targets = folders.flatMap((folder) => join(folder, this.#path) ?? []);
    for (const file of [...beside, ...targets.flatMap(candidates)]) {
      const found = this.#at(file);
      if (found?.kind === "exact") {
        const published = this.#published(found.asset);
        if (published !== undefined) return published;
      } else if (found === undefined) this.tried.push(file);
      else this.otherCase ??= { path: found.path };
    }
    return undefined;
  }

  /** The source file of exactly this path; one that the engine makes no page of is none. */
  #atFile(): Resolution | undefined {
    const { site, isArticle } = this.#scene;
    const { facts, engine } = this.#from;
    const { publishes } = engine;
    const isRooted = this.#path.startsWith("/");
    const folders = isRooted ? rootFolders(this.#from) : relativeFolders(facts.path).slice(0, 1);
    const beside = isRooted ? [] : site.router.besideArticle(facts, this.#path);
    for (const file of [...beside, ...folders.flatMap((one) => join(one, this.#path) ?? [])]) {
      const found = this.#at(file);
      if (found?.kind === "case") this.otherCase ??= { path: found.path };
      else if (
        found !== undefined &&
        (!publishes || !ARTICLE_EXTENSION.test(file) || isArticle(file))
      )
        return this.#resolutionOf(found.asset);
      else this.tried.push(file);
    }
    return undefined;
  }

  /** Notes the page whose address has the same letters. */
  #lookInOtherCase(addresses: readonly string[]): void {
    for (const address of addresses) {
      const other = this.#scene.site.table.inOtherCase(address);
      const isSame = other !== undefined && letters(other.address) === letters(address);
      if (isSame) this.otherCase ??= other;
    }
  }

  /** One of the files that the engine looks for, by its own rules. */
  #atSource(): Resolution | undefined {
    for (const file of this.#scene.site.router.besideArticle(this.#from.facts, this.#path)) {
      const found = this.#at(file);
      if (found?.kind === "exact") return this.#published(found.asset);
      if (found === undefined) this.tried.push(file);
      else this.otherCase ??= this.#pageAt(found.path);
    }
    return undefined;
  }

  /** A file that the engine looks for, with the address of its page. */
  #pageAt(path: string): { readonly path: string; readonly address?: string } {
    const address = this.#scene.site.routesOf(path)?.addresses[0];
    return address === undefined ? { path } : { path, address };
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
