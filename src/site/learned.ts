import { lazily } from "../article/lazily.js";
import { percentDecoded } from "../article/percent-decoded.js";
import { join, normalise } from "../engine/address.js";
import type { Reference } from "../facts/facts.js";
import type { Resolution } from "../rule/site-index.js";
import { isPlainlyAbsent } from "./absent.js";
import type { IndexedArticle } from "./contract.js";
import { type Evidence, evidenceFrom, showsRootBase } from "./evidence.js";
import { type Judging, referencesIn, rootRelative } from "./judging.js";
import { splitReference } from "./own-path.js";

/** What the references of one site that lead nowhere by its engine show of it, and what they mean by that. */
export class Learned {
  readonly #judging: Judging;
  readonly evidence = lazily(() => this.#learn());

  constructor(judging: Judging) {
    this.#judging = judging;
  }

  /** What a reference means by the evidence; undefined where that says nothing of it. */
  resolve(from: IndexedArticle, reference: Reference): Resolution | undefined {
    const { staticDirs, base, root, isRootBase } = this.evidence();
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
    const { router } = this.#judging.site;
    const made = others.find((address) => router.generates(address) === "yes");
    return made === undefined ? undefined : { verdict: "generated", address: made };
  }

  #learn(): Evidence {
    const { site, files, resolve } = this.#judging;
    const targets = new Set<string>();
    const relative = new Map<string, boolean>();
    for (const [from, reference] of referencesIn(this.#judging.articles)) {
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
}
