import { normalise } from "../../engine/address.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Routes } from "../../facts/routes.js";
import type { HugoConfig, HugoLanguage } from "./config.js";
import { type ContentFile, termsOf } from "./content.js";
import { fillPattern, hugoSegment } from "./path.js";

/** Pages that Hugo makes by itself. */
export interface HugoLists {
  /** Home pages, sections, taxonomies, terms: with pages of their own and a feed. */
  readonly lists: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  /** Taxonomies whose terms nobody knows here. */
  readonly parents: ReadonlySet<string>;
}

/** Home pages, sections, taxonomies and their terms, by the articles that are published. */
export function madeAddresses(
  files: readonly { readonly facts: ArticleFacts; readonly file: ContentFile }[],
  config: HugoConfig,
  routesOf: (facts: ArticleFacts) => Routes,
): HugoLists {
  const lists = new Set<string>();
  const others = new Set<string>();
  const parents = new Set<string>();
  const makes = (kind: string): boolean => !config.disabledKinds.includes(kind);
  const segment = (text: string): string => hugoSegment(text, config);
  const taxonomyPath = ({ prefix }: HugoLanguage, taxonomy: string): string =>
    normalise(`${prefix}/${config.permalinks.taxonomy[taxonomy] ?? segment(taxonomy)}/`);
  const termPath = (
    { prefix }: HugoLanguage,
    taxonomy: string,
    term: string,
  ): string | undefined => {
    const pattern = config.permalinks.term[taxonomy];
    if (pattern === undefined) return normalise(`${prefix}/${segment(taxonomy)}/${segment(term)}/`);
    const page = {
      title: term,
      slug: undefined,
      date: undefined,
      sections: [taxonomy],
      name: term,
    };
    const filled = fillPattern(pattern, page);
    return filled === undefined
      ? undefined
      : normalise(`${prefix}/${filled.split("/").map(segment).join("/")}/`);
  };

  if (makes("sitemap")) others.add("/sitemap.xml");
  if (makes("home")) others.add("/");
  for (const language of config.languages) {
    const { code, prefix } = language;
    if (makes("home")) lists.add(`${prefix}/`);
    if (config.languages.length > 1) others.add(`/${code}/`).add(`/${code}/sitemap.xml`);
    for (const taxonomy of config.taxonomies) {
      const address = taxonomyPath(language, taxonomy);
      if (makes("taxonomy")) lists.add(address);
      if (makes("term") && !["tags", "categories"].includes(taxonomy))
        parents.add(address.replace(/\/$/, ""));
    }
  }
  for (const { facts, file } of files) {
    const [address] = routesOf(facts).addresses;
    if (address === undefined) continue;
    const [section] = file.folders;
    if (file.name === "_index") lists.add(address.replace(/\.html$/, "/"));
    else if (section !== undefined && makes("section") && !isOwnSection(file))
      lists.add(normalise(`${file.language.prefix}/${segment(section)}/`));
    if (!makes("term")) continue;
    for (const taxonomy of config.taxonomies) {
      for (const term of termsOf(facts, taxonomy) ?? []) {
        const path = termPath(file.language, taxonomy, term);
        if (path === undefined) parents.add("");
        else lists.add(path);
      }
    }
  }
  return { lists, others, parents };
}

/** A bundle at the top is a page, and no section. */
function isOwnSection({ folders, name }: ContentFile): boolean {
  return name === "index" && folders.length === 1;
}
