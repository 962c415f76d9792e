import { percentDecoded, type SiteIndex, type SiteSettings } from "../../../src/rules.js";
import type { Mentions } from "./mentions.js";

const LAST_PART = /[^\s"'`<>()[\]{},;|=\\*/]*$/;

/** Collects the assets of a site that something refers to; a possible reference counts. */
export class UsedAssets {
  readonly #site: SiteIndex;
  readonly #settings: SiteSettings;
  readonly #paths = new Set<string>();
  /** Ends of paths whose folder is not known. */
  readonly #ends = new Set<string>();
  readonly #folders = new Set<string>();

  constructor(site: SiteIndex, settings: SiteSettings) {
    this.#site = site;
    this.#settings = settings;
  }

  /** Adds a file that is certainly used. */
  addPath(path: string): void {
    this.#paths.add(path);
  }

  /** Adds what a file mentions: the file found from its folder or from the roots of the site, else all with that end. */
  addMentions(file: string, { paths, folders }: Mentions): void {
    for (const written of paths) {
      const path = percentDecoded(written).normalize("NFC");
      const found = this.#find(file, path);
      if (found !== undefined) this.#paths.add(found);
      else for (const end of endsOf(path)) this.#ends.add(end);
    }
    for (const folder of folders) {
      for (const end of endsOf(percentDecoded(folder).normalize("NFC"))) this.#folders.add(end);
    }
  }

  has(path: string): boolean {
    if (this.#paths.has(path)) return true;
    const folded = path.normalize("NFC").toLowerCase();
    return (
      tailsOf(folded).some((tail) => this.#ends.has(tail)) ||
      // If a name contains spaces or brackets, a mention may contain only its last part.
      this.#ends.has(folded.slice(folded.search(LAST_PART))) ||
      foldersOf(folded).some((folder) => tailsOf(folder).some((tail) => this.#folders.has(tail)))
    );
  }

  #find(file: string, path: string): string | undefined {
    const { root, folder, staticDirs } = this.#settings;
    const bases = path.startsWith("/")
      ? [...staticDirs, root, folder]
      : [file.split("/").slice(0, -1).join("/")];
    for (const base of bases) {
      const asset = this.#site.assetAt(joined(base, path));
      if (asset !== undefined) return asset.path;
    }
    return undefined;
  }
}

function joined(base: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${base}/${path}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** A path without leading `./` and `../`, and the same without its first folder, which may be an alias or base path. */
function endsOf(path: string): readonly string[] {
  const end = joined("", path.replace(/^(?:\.{0,2}\/)+/, "")).toLowerCase();
  const folder = path.endsWith("/") ? `${end}/` : end;
  const shorter = folder.slice(folder.indexOf("/") + 1);
  return shorter.includes("/") && shorter !== folder && !shorter.startsWith("/")
    ? [folder, shorter]
    : [folder];
}

/** `a/b/c.png`, `b/c.png`, `c.png`. */
function tailsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(index).join("/")).filter((tail) => tail !== "");
}

/** The folders a path lies in, each with a final slash. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}
