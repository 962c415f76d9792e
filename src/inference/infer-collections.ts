import { type Collection, collectionsOf, LEAST_ARTICLES } from "./collections.js";
import { type InferredSchema, inferSchema } from "./infer-schema.js";
import type { ObservedArticle } from "./observed-article.js";
import { type Outlier, outliersOf } from "./outliers.js";

/** What was inferred from the articles of a collection. */
export interface InferredCollection extends Collection {
  /** A name for the schema that is unique and can name a constant: `zhBlog`. */
  readonly name: string;
  readonly inferred: InferredSchema;
  readonly outliers: readonly Outlier[];
}

/** Collections with a schema for each, and the articles that are in none. */
export interface InferredCollections {
  readonly collections: readonly InferredCollection[];
  /** How many articles are outside of all collections, and too few to infer a schema from. */
  readonly others: number;
}

/**
 * Infers a schema for each collection of articles. The same articles in the same order give the same schemas.
 *
 * @param articles sorted by path
 */
export function inferCollections(articles: readonly ObservedArticle[]): InferredCollections {
  const all = collectionsOf(articles);
  const large = all.filter((one) => one.articles.length >= LEAST_ARTICLES);
  const names = new Set<string>();
  const collections = large.map((collection): InferredCollection => {
    const name = uniqueName(collection.folder, names);
    names.add(name);
    const inferred = inferSchema(collection.articles);
    return { ...collection, name, inferred, outliers: outliersOf(collection, inferred) };
  });
  const inCollections = large.reduce((sum, one) => sum + one.articles.length, 0);
  return { collections, others: articles.length - inCollections };
}

/** The globs of a collection's articles; undefined for those that are in no folder of their own. */
export function globOf({ folder }: Collection): string | undefined {
  return folder === "" ? undefined : `${folder.replaceAll(/[\\*?[\]{}()!+@]/g, "\\$&")}/**`;
}

/** Words of a folder's name, as constants are named. */
function uniqueName(folder: string, taken: ReadonlySet<string>): string {
  const words = folder
    .split("/")
    .slice(-2)
    .join(" ")
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "");
  const joined = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.replace(/^./, upperCase)))
    .join("");
  const name = /^[a-z]/.test(joined) ? joined : `articles${joined}`;
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name}${count}`;
  return unique;
}

function upperCase(letter: string): string {
  return letter.toUpperCase();
}
