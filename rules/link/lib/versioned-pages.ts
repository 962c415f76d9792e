import { type ArticleFacts, bySite, pageIdentity, type Settings } from "../../../src/rules.js";

interface Member<Fact> {
  readonly facts: ArticleFacts;
  readonly fact: Fact | undefined;
  readonly settings: Settings;
}

/** A page of documentation that exists in several versions. */
export interface VersionedPage<Fact> {
  readonly facts: ArticleFacts;
  readonly fact: Fact | undefined;
  /** The name of its version: `v3.6`. */
  readonly own: string;
  /** What its other versions share. */
  readonly page: string;
  /** The pages of the same language, by version and page. */
  readonly pages: ReadonlyMap<string, string>;
}

/** The version of pages that are of none, where others are. */
export const NEXT = "next";
const VERSION = /^(?:version-)?(v?\d+(?:\.(?:\d+|x))*)$/i;

/** The pages of each site and language that are of a version, by path. */
export function versionedPages<Fact>(
  articles: readonly Member<Fact>[],
): readonly ReadonlyMap<string, VersionedPage<Fact>>[] {
  return bySite(articles, ({ facts }) => languageOf(facts.path)).flatMap((members) => {
    const versions = members.map(({ facts }) => versionOf(facts.path) ?? NEXT);
    if (versions.every((version) => version === NEXT)) return [];
    const pages = new Map<string, string>();
    const found = new Map<string, VersionedPage<Fact>>();
    for (const [index, { facts, fact }] of members.entries()) {
      const own = versions[index] ?? NEXT;
      // Engines keep former versions in another folder than the current one.
      const page = pageIdentity(facts.path).page.replace(/^(?:.*\/)?(?=docs\/)/, "");
      pages.set(`${own}\0${page}`, facts.path);
      found.set(facts.path, { facts, fact, own, page, pages });
    }
    return [found];
  });
}

function versionOf(path: string): string | undefined {
  const parts = pageIdentity(path).edition.split("/");
  return parts.flatMap((part) => VERSION.exec(part)?.[1] ?? [])[0];
}

function languageOf(path: string): string {
  const parts = pageIdentity(path).edition.split("/");
  return parts.filter((part) => !VERSION.test(part)).join("/");
}
