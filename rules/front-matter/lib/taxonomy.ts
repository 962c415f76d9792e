import {
  type Article,
  type FrontMatterEntry,
  remembered,
  soundEntries,
} from "../../../src/rules.js";
import variants from "./han-variants.json" with { type: "json" };
import table from "./taxonomy.json" with { type: "json" };

export type Taxonomy = "tags" | "categories";

/** One tag or category where it is written. */
export interface Term {
  readonly taxonomy: Taxonomy;
  /** Trimmed; "" for an empty item. */
  readonly name: string;
  readonly entry: FrontMatterEntry;
  /** The list that contains it; the same as `entry` for a value that is not a list. */
  readonly field: FrontMatterEntry;
}

/** A front-matter field that holds tags or categories. */
export interface TaxonomyField {
  readonly taxonomy: Taxonomy;
  readonly field: FrontMatterEntry;
}

const TEMPLATE = /\{\{|\{%|<%|\$\{/;
const simplified = [...variants.simplified];
const SIMPLIFIED = new Map([...variants.traditional].map((c, at) => [c, simplified[at] ?? c]));

/** The fields of an article that hold tags or categories. */
export function taxonomyFields(article: Article): readonly TaxonomyField[] {
  return soundEntries(article).flatMap((field): readonly TaxonomyField[] => {
    const [key] = field.path;
    if (field.path.length !== 1 || typeof key !== "string") return [];
    if (table.tags.includes(key)) return [{ taxonomy: "tags", field }];
    return table.categories.includes(key) ? [{ taxonomy: "categories", field }] : [];
  });
}

/** All tags and categories of an article, including nested lists, in source order. */
export function termsOf(article: Article): readonly Term[] {
  return taxonomyFields(article).flatMap(({ taxonomy, field }) => {
    const items = Array.isArray(field.value)
      ? soundEntries(article).filter(({ path }) => path.length > 1 && path[0] === field.path[0])
      : [field];
    return items.flatMap((entry): readonly Term[] => {
      const { value } = entry;
      const isName = typeof value === "string" || typeof value === "number" || value === null;
      if (!isName || (entry === field && (value === null || value === ""))) return [];
      const name = String(value ?? "").trim();
      return TEMPLATE.test(name) ? [] : [{ taxonomy, name, entry, field }];
    });
  });
}

/** Chinese is set with or without a space next to Latin words. */
const BESIDE_HAN = /(?<=\p{Script=Han})[\s_-]+(?=[a-z\d])|(?<=[a-z\d])[\s_-]+(?=\p{Script=Han})/gu;

/** A name without differences that do not matter to readers: case, width, white space, hyphens, script variants. */
export const foldTerm: (name: string) => string = remembered((name) => {
  const folded = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(BESIDE_HAN, "")
    .replace(/[\s_-]+/g, " ")
    .trim();
  return [...folded].map((c) => SIMPLIFIED.get(c) ?? c).join("");
});

/** The folded name in the singular, for English words whose plural only adds an s. */
export const foldPlural: (name: string) => string = remembered((name) => {
  const folded = foldTerm(name);
  const last = folded.split(" ").at(-1) ?? "";
  const isPlural = /^[a-z]{2,}[^sui]s$/.test(last) && !table.notPlural.includes(last);
  return isPlural ? folded.slice(0, -1) : folded;
});

/** What two spellings of one name differ in, for messages; undefined if they are not the same name. */
export function twinKind(a: string, b: string): string | undefined {
  if (a === b) return undefined;
  if (a.toLowerCase() === b.toLowerCase()) return "letter case";
  if (a.normalize("NFKC").toLowerCase() === b.normalize("NFKC").toLowerCase())
    return "character width";
  const spaced = (name: string): string =>
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(BESIDE_HAN, "")
      .replace(/[\s_-]+/g, " ");
  if (spaced(a) === spaced(b)) return "spaces and hyphens";
  if (foldTerm(a) === foldTerm(b)) return "traditional or simplified characters";
  return foldPlural(a) === foldPlural(b) ? "singular or plural form" : undefined;
}
