import { lazily } from "../article/lazily.js";
import { percentDecoded } from "../article/percent-decoded.js";
import type { Reference } from "../facts/facts.js";
import { targetKey } from "../knowledge/link/target-key.js";
import { nearestOf } from "../knowledge/text/nearest.js";
import type { Doubt, ReferenceClass, Resolution, SiteEvidence } from "../rule/site-index.js";
import { isMisspelling, isPlainlyAbsent } from "./absent.js";
import type { IndexedArticle } from "./contract.js";
import { type Doubted, doubtedClasses, isDoubted, type JudgedReference } from "./doubt.js";
import { isFree, type Judging, type ReferenceKind, referencesIn, rootRelative } from "./judging.js";
import { Learned } from "./learned.js";
import { classesOf } from "./reference-classes.js";
import { Uncertain } from "./uncertain.js";

const WITH_HOST = /^(?:https?:)?\/\//i;

/** Most slips of a misspelt fragment. */
const SLIPS = 2;

/** Most absent fragments of one page that are compared with its ids. */
const MOST_COMPARED = 100;

/**
 * Second thoughts about one site: what its own links show of it, and which of them are better not judged. Everything
 * is found out when first asked for, from all references of the site.
 */
export class SelfDoubt {
  readonly #judging: Judging;
  readonly #isVouchedFor: boolean;
  readonly #learned: Learned;
  readonly #uncertain: Uncertain;
  readonly folder: string;
  readonly #images = lazily(
    () => new Set(this.#judging.articles.flatMap(({ facts }) => facts.images)),
  );
  readonly #references = lazily(() => this.#judgeReferences());
  readonly #anchors = lazily(() => doubtedClasses(this.#judgeAnchors()));

  constructor(judging: Judging) {
    this.#judging = judging;
    this.#learned = new Learned(judging);
    this.#uncertain = new Uncertain(judging);
    const settings = judging.articles[0]?.settings.site;
    this.#isVouchedFor = settings?.isVouchedFor === true;
    this.folder = settings?.folder ?? "";
  }

  /** What the links of the site show of it; undefined where they show nothing. */
  get evidence(): SiteEvidence | undefined {
    const evidence = this.#learned.evidence();
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
    const of = this.#images().has(reference) ? "images" : "links";
    const first = this.#firstVerdict(from, reference, of, byEngine);
    if (!isPlainlyAbsent(first)) return first;
    const found = this.#learned.resolve(from, reference) ?? first;
    if (found.verdict !== "absent") return found;
    if (this.#judging.site.router.leadsToOwnLanguage?.(from.facts, reference) === true)
      return { verdict: "unknown", reason: "unsupported" };
    if (this.#isVouchedFor) return found;
    const classes = classesOf(from.facts.path, reference);
    return isDoubted(this.#references(), classes, of)
      ? { verdict: "unknown", reason: "doubted" }
      : found;
  }

  /** Whether an article lacks a fragment although not all of its ids are known: nearly all others of the site are found. */
  isLost(path: string, fragment: string): boolean {
    return this.#uncertain.isLost(path, fragment);
  }

  /** The id of an article that a fragment misspells, where that can be told. */
  slipOfAnchor(path: string, fragment: string): string | undefined {
    return this.#uncertain.slipOfAnchor(path, fragment);
  }

  /** Whether what an article lacks by its text is better not called lacking. */
  doubtsAnchors(path: string): boolean {
    return !this.#isVouchedFor && isDoubted(this.#anchors(), anchorClasses(path), "links");
  }

  /** The verdict by the engine; where it has none, by what becomes of other references. */
  #firstVerdict(
    from: IndexedArticle,
    reference: Reference,
    of: ReferenceKind,
    byEngine: Resolution,
  ): Resolution {
    return byEngine.verdict === "unknown"
      ? this.#uncertain.resolve(from, reference, of, byEngine)
      : byEngine;
  }

  #judgeReferences(): Doubted {
    const judged: JudgedReference[] = [];
    for (const [from, reference, of] of referencesIn(this.#judging.articles)) {
      const first = this.#firstVerdict(from, reference, of, this.#judging.resolve(from, reference));
      if (first.verdict === "external" || first.verdict === "unknown") continue;
      const failed = isPlainlyAbsent(first) && this.#learned.resolve(from, reference) === undefined;
      const { path } = from.facts;
      const target = reference.unknown ? reference.url : targetKey(path, reference.url);
      // Misspellings come one at a time, whatever is known of the site.
      if (failed && first.verdict === "absent" && isMisspelling(target, first)) continue;
      const { range, url } = reference;
      const classes = classesOf(path, reference);
      judged.push({ path, range, url, of, classes, target, failed });
      const rooted = failed || !WITH_HOST.test(url) ? undefined : rootRelative(from, reference);
      if (rooted === undefined) continue;
      // Without its host, the address would be read in the same way.
      const asRooted = classesOf(path, { ...reference, url: rooted });
      judged.push({ path, range, url, of, classes: asRooted, target: rooted, failed });
    }
    return doubtedClasses(judged);
  }

  #judgeAnchors(): JudgedReference[] {
    const judged: JudgedReference[] = [];
    const compared = new Map<string, number>();
    for (const [from, reference, of] of referencesIn(this.#judging.articles)) {
      if (of === "images" || !reference.url.includes("#")) continue;
      const found = this.#judging.resolve(from, reference);
      if (found.verdict !== "article" || found.fragment === undefined) continue;
      // Numbers come from programs that number things, whatever is known of an article's ids.
      if (isFree(found.fragment) || /^\d+$/.test(found.fragment)) continue;
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
}

function anchorClasses(path: string): readonly ReferenceClass[] {
  return [
    { kind: "anchor", name: path },
    { kind: "anchor", name: "" },
  ];
}
