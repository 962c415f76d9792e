import { lazily } from "../article/lazily.js";
import { percentDecoded } from "../article/percent-decoded.js";
import type { ArticleFacts, Reference } from "../facts/facts.js";
import { isCommentId } from "../knowledge/link/comment-ids.js";
import { pageIdentity } from "../knowledge/page/page-identity.js";
import type { Clock } from "../rule/clock.js";
import type { ExternalVerdict } from "../rule/external.js";
import type { FragmentVerdict, Resolution } from "../rule/site-index.js";
import { believedAt } from "./build/belief.js";
import type { FileLookup, IndexedArticle, WholeIndex } from "./contract.js";
import { type FragmentTargets, fragmentTargets, toldTargets } from "./fragment-targets.js";
import { includedFile } from "./included-file.js";
import { doubtAbout, judgeNavigation } from "./navigation.js";
import { printReferences } from "./printed-references.js";
import { resolveReference } from "./resolve.js";
import { Routers, type Site } from "./routers.js";
import type { Scene } from "./scene.js";
import { SelfDoubt } from "./self-doubt.js";

/** What an index may know besides articles and files. */
export interface IndexInput {
  /** What the network said, by absolute address. */
  readonly external?: ReadonlyMap<string, ExternalVerdict> | undefined;
  /** Paths of articles that exist no more. */
  readonly gone?: readonly string[];
  /** The moment of the run; absent where dates do not matter. */
  readonly clock?: Clock | undefined;
}

/** Builds the index of a run. Lookups are lazy: nothing is resolved that no rule asks for. */
export function createSiteIndex(
  written: readonly IndexedArticle[],
  files: FileLookup,
  { external, gone = [], clock }: IndexInput = {},
): WholeIndex {
  const routers = new Routers(written, files, clock);
  const { articles, printed } = printReferences(written, (article) => routers.siteOf(article));
  const byPath = new Map(articles.map((article) => [article.facts.path, article]));
  const factsOf = new Map(written.map(({ facts }) => [facts.path, facts]));
  const paragraphs = lazily(() => countParagraphs(articles));
  const fragments = new Map<string, FragmentTargets>();
  // Several rules ask of the same link.
  const resolved = new Map<Reference, Resolution>();
  const reconsidered = new Map<Reference, Resolution>();
  const isArticle = (path: string): boolean => byPath.has(path);

  const sceneOf = (article: IndexedArticle): Scene => ({
    site: routers.siteOf(article),
    files,
    isArticle,
    gone,
  });
  const resolve = (article: IndexedArticle, reference: Reference): Resolution => {
    let resolution = resolved.get(reference);
    if (resolution === undefined) {
      resolution = resolveReference(article, reference, sceneOf(article));
      resolved.set(reference, resolution);
    }
    return resolution;
  };

  const lists = new WeakMap<FragmentTargets, readonly string[]>();
  /** The ids of a page as a list, which is made once: many links may miss one page. */
  const idsOf = (path: string): readonly string[] => {
    const targets = fragmentsOf(path);
    if (targets === undefined) return [];
    const known = lists.get(targets) ?? [...targets.ids];
    lists.set(targets, known);
    return known;
  };
  const fragmentsOf = (path: string): FragmentTargets | undefined => {
    const article = byPath.get(path);
    if (article === undefined) return undefined;
    let known = fragments.get(path);
    if (known === undefined) {
      const site = routers.siteOf(article);
      const told = site.routesOf(path)?.addresses.map((address) => site.built?.idsAt(address));
      const ids = told?.find((one) => one !== undefined);
      known = ids === undefined ? fragmentTargets(article, site.router) : toldTargets(ids);
      fragments.set(path, known);
    }
    return known;
  };

  /** The ids that the build tells of a page. */
  const idsAt = (path: string, address: string): ReadonlySet<string> | undefined => {
    const article = byPath.get(path);
    return article && routers.siteOf(article).built?.idsAt(address);
  };

  const doubts = new Map<Site, SelfDoubt>();
  const doubtOf = (article: IndexedArticle): SelfDoubt => {
    const site = routers.siteOf(article);
    let doubt = doubts.get(site);
    if (doubt === undefined) {
      doubt = new SelfDoubt({
        site,
        files,
        articles: site.articles.flatMap(({ path }) => byPath.get(path) ?? []),
        resolve,
        fragment: (path, fragment) => judgeFragment(fragmentsOf(path), fragment),
        areIdsKnown: (path) => fragmentsOf(path)?.areAll !== false,
        fragmentsOf: idsOf,
      });
      doubts.set(site, doubt);
    }
    return doubt;
  };
  const allDoubts = (): readonly SelfDoubt[] => [...new Set(articles.map(doubtOf))];
  const resolveAgain = (article: IndexedArticle, reference: Reference): Resolution => {
    const first = resolve(article, reference);
    if (first.verdict !== "absent" && first.verdict !== "unknown") return first;
    let resolution = reconsidered.get(reference);
    if (resolution === undefined) {
      resolution = doubtOf(article).reconsider(article, reference, first);
      reconsidered.set(reference, resolution);
    }
    return resolution;
  };
  const navigation = lazily(() => {
    const seen = new Set<Site>();
    return articles.flatMap((any) => {
      const site = routers.siteOf(any);
      if (seen.has(site)) return [];
      seen.add(site);
      // What is not published itself may lead to what is not.
      const published = site.articles.find(
        ({ path }) =>
          site.routesOf(path)?.certain === true && site.routesOf(path)?.heldBack === undefined,
      );
      const article = byPath.get(published?.path ?? "") ?? any;
      const others = site.articles.flatMap(({ path }) =>
        path === article.facts.path ? [] : (byPath.get(path) ?? []),
      );
      return judgeNavigation({
        site,
        files,
        isArticle,
        articles: [article, ...others],
        resolve: resolveAgain,
      });
    });
  });

  return {
    articles: written.map(({ facts }) => facts),
    complete: articles.some(({ settings }) => settings.site.complete),
    article: (path) => factsOf.get(path),
    articlesWithParagraph: (hash) => paragraphs().get(hash) ?? 0,
    resolve(from: ArticleFacts, writtenReference: Reference) {
      const reference = printed(writtenReference);
      const article = byPath.get(from.path);
      if (article === undefined) return { verdict: "unknown", reason: "unsupported" };
      return resolveAgain(article, reference);
    },
    included(path, candidates) {
      const article = byPath.get(path);
      return article === undefined
        ? { verdict: "unknown" }
        : includedFile(candidates, article.settings.site, files);
    },
    fragmentAt(path, address, fragment) {
      const ids = idsAt(path, address);
      return ids === undefined ? undefined : judgeFragment(toldTargets(ids), fragment);
    },
    fragmentsAt: (path, address) => [...(idsAt(path, address) ?? [])],
    fragment(path, fragment) {
      const known = judgeFragment(fragmentsOf(path), fragment);
      if (known.verdict === "absent" && known.isTold === true) return known;
      const article = byPath.get(path);
      if (article === undefined || known.verdict === "ok" || known.verdict === "case") return known;
      const doubt = doubtOf(article);
      const slipOf = doubt.slipOfAnchor(path, fragment);
      if (known.verdict === "unknown")
        return slipOf !== undefined || (!isCommentId(fragment) && doubt.isLost(path, fragment))
          ? { verdict: "absent", slipOf }
          : known;
      return doubt.doubtsAnchors(path)
        ? { verdict: "unknown", reason: "doubted" }
        : { verdict: "absent", slipOf };
    },
    fragmentsOf: idsOf,
    knowledgeOfIds: (path) => {
      const targets = fragmentsOf(path);
      if (targets?.areAll !== true) return "some";
      return targets.areCertain ? "exact" : "among";
    },
    believedAt: (path, address) => {
      const article = byPath.get(path);
      return article === undefined ? "nothing" : believedAt(address, article, sceneOf(article));
    },
    routesOf: (path) => routers.routesOf(path),
    namesOf: (path, key) => {
      const article = byPath.get(path);
      return article && routers.siteOf(article).router.namesOf?.(article.facts, key);
    },
    definitionOf: (path, tag) => {
      const article = byPath.get(path);
      return article === undefined ? undefined : routers.siteOf(article).router.definitionOf?.(tag);
    },
    isBuiltIn: (path, tag) => {
      const article = byPath.get(path);
      return article !== undefined && routers.siteOf(article).router.isBuiltIn?.(tag) === true;
    },
    editionOf: (path) => {
      const article = byPath.get(path);
      return article && routers.siteOf(article).router.editionOf?.(article.facts);
    },
    mayRewrite: (path, reference) => {
      const article = byPath.get(path);
      if (article === undefined) return false;
      const { router } = routers.siteOf(article);
      const asked = [article.facts, reference] as const;
      return (
        router.mayRewrite?.(...asked) === true ||
        router.leadsToOwnLanguage?.(...asked) === true ||
        router.looksUp?.(...asked) === true
      );
    },
    redirectsOf: (path) => {
      const article = byPath.get(path);
      return article === undefined ? undefined : routers.siteOf(article).redirects;
    },
    external: (url) => external?.get(url),
    knowsOtherSites: external !== undefined,
    filesOf: (folder) => files.list(folder),
    textOf: (path) => files.text(path),
    assetAt: (path) => files.find(path),
    navigation,
    doubts: () => [
      ...allDoubts().flatMap((one) => one.doubts),
      ...navigation().flatMap((list) => doubtAbout(list) ?? []),
    ],
    evidence: () => allDoubts().flatMap((one) => one.evidence ?? []),
  };
}

/** Counts the articles of each paragraph; a page in several languages or versions is one. */
function countParagraphs(articles: readonly IndexedArticle[]): ReadonlyMap<string, number> {
  const pages = new Map<string, ArticleFacts[]>();
  for (const { facts } of articles) {
    const { page } = pageIdentity(facts.path);
    const editions = pages.get(page);
    if (editions === undefined) pages.set(page, [facts]);
    else editions.push(facts);
  }
  const counts = new Map<string, number>();
  for (const editions of pages.values()) {
    const hashes = editions.flatMap(({ paragraphs }) => paragraphs.map(({ hash }) => hash));
    for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return counts;
}

const knownFolded = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

/** The ids of a page by their lower case, the first of several. */
function foldedIds(targets: ReadonlySet<string>): ReadonlyMap<string, string> {
  const known = knownFolded.get(targets);
  if (known !== undefined) return known;
  const folded = new Map<string, string>();
  for (const id of targets) if (!folded.has(id.toLowerCase())) folded.set(id.toLowerCase(), id);
  knownFolded.set(targets, folded);
  return folded;
}

/** Compares a fragment raw and percent-decoded, as browsers do (HTML §7.4.6.3). */
function judgeFragment(targets: FragmentTargets | undefined, fragment: string): FragmentVerdict {
  if (targets === undefined) return { verdict: "unknown", reason: "anchors" };
  const { ids, areAll, beginnings } = targets;
  const spellings = [fragment, percentDecoded(fragment), fragment.normalize("NFC")];
  // GitHub and GFM renderers prefix ids of user content; links leave the prefix out.
  if (spellings.some((name) => ids.has(name) || ids.has(`user-content-${name}`))) {
    return { verdict: "ok" };
  }
  const isBegun = beginnings.some((start) => spellings.some((name) => name.startsWith(start)));
  if (!areAll || isBegun || isCommentId(fragment)) return { verdict: "unknown", reason: "anchors" };
  const id = foldedIds(ids).get(percentDecoded(fragment).toLowerCase());
  if (id !== undefined) return { verdict: "case", id };
  return targets.areTold === true ? { verdict: "absent", isTold: true } : { verdict: "absent" };
}
