import type { ArticleFacts, SiteIndex } from "../../../src/rules.js";

/** An article with the site it belongs to. */
interface Member {
  readonly facts: ArticleFacts;
  readonly settings: { readonly site: { readonly folder: string } };
}

/** The published editions of one page. */
export interface EditionGroup<Article extends Member> {
  readonly folder: string;
  /** The first folder of the page: what is translated differs from part to part of a site. */
  readonly part: string;
  readonly languages: ReadonlySet<string>;
  /** Undefined for a page that exists in other languages alone. */
  readonly original: Article | undefined;
  readonly translations: readonly Article[];
}

/** The pages of sites with several languages, each with its editions. */
export function editionGroups<Article extends Member>(
  site: SiteIndex,
  articles: readonly Article[],
): readonly EditionGroup<Article>[] {
  const groups = new Map<
    string,
    EditionGroup<Article> & {
      original: Article | undefined;
      languages: Set<string>;
      translations: Article[];
    }
  >();
  for (const article of articles) {
    const { path } = article.facts;
    const edition = site.editionOf(path);
    if (edition === undefined || site.routesOf(path)?.addresses.length === 0) continue;
    const { folder } = article.settings.site;
    const key = `${folder}\0${edition.page}`;
    const group = groups.get(key) ?? {
      folder,
      part: /^.*?(?=\/)/.exec(edition.page)?.[0] ?? "",
      languages: new Set<string>(),
      original: undefined,
      translations: [],
    };
    groups.set(key, group);
    group.languages.add(edition.language);
    if (edition.isOriginal) group.original = article;
    else group.translations.push(article);
  }
  return [...groups.values()];
}

/** For each language, the originals without a translation in the parts of a site that have translations into it. */
export function untranslatedPages<Article extends Member>(
  groups: readonly EditionGroup<Article>[],
): readonly { readonly language: string; readonly originals: readonly Article[] }[] {
  const parts = new Map<string, EditionGroup<Article>[]>();
  for (const group of groups) {
    const key = `${group.folder}\0${group.part}`;
    parts.set(key, [...(parts.get(key) ?? []), group]);
  }
  const lacking = new Map<string, { language: string; originals: Article[] }>();
  for (const pages of parts.values()) {
    const languages = new Set(
      pages.flatMap((page) =>
        page.original === undefined || page.translations.length === 0 ? [] : [...page.languages],
      ),
    );
    for (const { folder, original, languages: own } of pages) {
      if (original === undefined) continue;
      for (const language of languages) {
        if (own.has(language)) continue;
        const key = `${folder}\0${language}`;
        const found = lacking.get(key) ?? { language, originals: [] };
        found.originals.push(original);
        lacking.set(key, found);
      }
    }
  }
  return [...lacking.values()];
}
