import { ITEMS, type ObservedArticle, type Place } from "./observed-article.js";

/** One value at one place, and the article that it is in. */
export interface Sample {
  /** Index of the article. */
  readonly article: number;
  readonly value: unknown;
}

/** What a value is, as YAML, TOML and JSON tell values apart. */
export type Kind = "text" | "integer" | "number" | "boolean" | "nothing" | "list" | "map";

/** Everything that was seen at one place. */
export interface Shape {
  readonly place: Place;
  readonly samples: readonly Sample[];
  /** The samples by what they are, the most frequent first. */
  readonly kinds: readonly KindOfShape[];
}

/** The samples of one kind at one place. */
export interface KindOfShape {
  readonly kind: Kind;
  readonly samples: readonly Sample[];
  /** Of the items of lists; absent for other kinds, and where they are too many or too deep. */
  readonly items?: Shape | undefined;
  /** Of the values of maps by key, in the order in which keys first appear; absent as `items` is. */
  readonly keys?: ReadonlyMap<string, Shape> | undefined;
}

/** What the front matter of articles looks like, taken together. */
export function shapeOf(articles: readonly ObservedArticle[]): Shape {
  return shapeAt(
    [],
    articles.map(({ data }, article) => ({ article, value: data })),
  );
}

/** Deeper values are not looked at, nor very many at one place: what aliases of YAML multiply must come to an end. */
const DEEPEST = 5;
const MOST_IN_ARTICLE = 1_000;
/** Maps inside of front matter with more keys than this are dictionaries: their keys are data. */
const MOST_KEYS = 200;

function shapeAt(place: Place, samples: readonly Sample[]): Shape {
  const isDeep = place.length >= DEEPEST;
  const kinds = [...byKind(samples)]
    .map(([kind, own]): KindOfShape => {
      if (isDeep) return { kind, samples: own };
      if (kind === "list") return { kind, samples: own, items: itemsOf(place, own) };
      if (kind === "map") return { kind, samples: own, keys: keysOf(place, own) };
      return { kind, samples: own };
    })
    .sort((a, b) => b.samples.length - a.samples.length || (a.kind < b.kind ? -1 : 1));
  return { place, samples, kinds };
}

function byKind(samples: readonly Sample[]): ReadonlyMap<Kind, readonly Sample[]> {
  const groups = new Map<Kind, Sample[]>();
  for (const sample of samples) add(groups, kindOf(sample.value), sample);
  // A whole number among numbers is a number.
  const [integers, numbers] = [groups.get("integer"), groups.get("number")];
  if (integers === undefined || numbers === undefined) return groups;
  groups.delete("integer");
  return groups.set("number", [...numbers, ...integers]);
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "list";
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return Number.isSafeInteger(value) ? "integer" : "number";
    case "object":
      return "map";
    default:
      return "text";
  }
}

function itemsOf(place: Place, lists: readonly Sample[]): Shape | undefined {
  const counts = new Map<number, number>();
  const items: Sample[] = [];
  for (const { article, value } of lists) {
    if (!Array.isArray(value)) continue;
    const count = (counts.get(article) ?? 0) + value.length;
    if (count > MOST_IN_ARTICLE) return undefined;
    counts.set(article, count);
    for (const item of value) items.push({ article, value: item });
  }
  return shapeAt([...place, ITEMS], items);
}

function keysOf(place: Place, maps: readonly Sample[]): ReadonlyMap<string, Shape> | undefined {
  const values = new Map<string, Sample[]>();
  for (const { article, value } of maps) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) add(values, key, { article, value: inner });
    if (values.size > MOST_KEYS && place.length > 0) return undefined;
  }
  return new Map([...values].map(([key, samples]) => [key, shapeAt([...place, key], samples)]));
}

function add<Key>(groups: Map<Key, Sample[]>, key: Key, sample: Sample): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [sample]);
  else known.push(sample);
}
