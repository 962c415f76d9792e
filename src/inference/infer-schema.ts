import { type Condition, isComplete, LEAST_UNANIMOUS } from "./condition.js";
import { conditionsOf } from "./conditions.js";
import type { ObservedArticle } from "./observed-article.js";
import type { MapNode, Property, SchemaNode, TextNode } from "./schema-node.js";
import { type KindOfShape, type Shape, shapeOf } from "./shape.js";
import { TEXT_FORMATS } from "./text-formats.js";

/** What was inferred from articles. */
export interface InferredSchema {
  readonly root: MapNode;
  /** What nearly all articles have in common; those that the schema asks for are in `adopted`. */
  readonly conditions: readonly Condition[];
  readonly adopted: ReadonlySet<Condition>;
}

/** Of so many articles, the schema may refuse one. */
const ACCEPTED_OF_ONE_REFUSED = 100;

/**
 * Infers a schema that accepts at least 99 of 100 articles. What more than one of a hundred articles break is not asked for,
 * though it may be told as an exception.
 */
export function inferSchema(articles: readonly ObservedArticle[]): InferredSchema {
  const shape = shapeOf(articles);
  const conditions = conditionsOf(shape);
  const adopted = adoptedOf(conditions, Math.floor(articles.length / ACCEPTED_OF_ONE_REFUSED));
  const byShape = new Map<Shape, Condition[]>();
  for (const condition of adopted)
    byShape.set(condition.shape, [...(byShape.get(condition.shape) ?? []), condition]);
  const builder = new SchemaBuilder(byShape);
  const maps = shape.kinds.find(({ kind }) => kind === "map");
  const root = builder.mapNode(shape, maps ?? { kind: "map", samples: [] });
  return { root, conditions, adopted };
}

/** The conditions that all but a few articles fulfil, those with the fewest exceptions first. */
function adoptedOf(conditions: readonly Condition[], allowance: number): ReadonlySet<Condition> {
  const refused = new Set<number>();
  const adopted = new Set<Condition>();
  const byExceptions = conditions.toSorted((a, b) => a.violations.length - b.violations.length);
  for (const condition of byExceptions) {
    const more = condition.violations.map(({ article }) => article);
    const others = new Set(more.filter((article) => !refused.has(article)));
    if (refused.size + others.size > allowance) continue;
    for (const article of others) refused.add(article);
    adopted.add(condition);
  }
  return adopted;
}

/** No language of schemas can name this key: to JavaScript it is something else. */
const UNSPEAKABLE = "__proto__";

class SchemaBuilder {
  readonly #adopted: ReadonlyMap<Shape, readonly Condition[]>;

  constructor(adopted: ReadonlyMap<Shape, readonly Condition[]>) {
    this.#adopted = adopted;
  }

  node(shape: Shape): SchemaNode {
    if (shape.samples.length < LEAST_UNANIMOUS) return { type: "anything" };
    const statements = this.#statements(shape);
    const refused = statements.flatMap((one) => (one.kind === "kind" ? [one.refused] : []));
    const options = shape.kinds
      .filter(({ kind }) => !refused.includes(kind))
      .map((kind) => this.#nodeOf(shape, kind));
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { type: "union", options };
  }

  mapNode(shape: Shape, { samples, keys = new Map() }: KindOfShape): MapNode {
    const statements = this.#statements(shape);
    const misspelled = statements.flatMap((one) => (one.kind === "spelling" ? [one.key] : []));
    const required = statements.flatMap((one) => (one.kind === "present" ? [one.key] : []));
    const known = [...keys].filter(([key]) => !misspelled.includes(key) && key !== UNSPEAKABLE);
    const counts = known.map(([, { samples: having }]) => having.length);
    const isClosed = !keys.has(UNSPEAKABLE) && isComplete(counts, samples.length);
    const properties = known
      .filter(([, { samples: having }]) => isClosed || having.length > 1)
      .map(
        ([key, inner]): Property => ({
          key,
          node: this.node(inner),
          isRequired: required.includes(key),
          seen: inner.samples.length,
          of: samples.length,
        }),
      );
    return { type: "map", properties, isClosed };
  }

  #nodeOf(shape: Shape, kind: KindOfShape): SchemaNode {
    switch (kind.kind) {
      case "text":
        return this.#textNode(shape);
      case "list":
        return {
          type: "list",
          items: kind.items === undefined ? { type: "anything" } : this.node(kind.items),
        };
      case "map":
        return kind.keys === undefined ? { type: "anything" } : this.mapNode(shape, kind);
      default:
        return { type: kind.kind };
    }
  }

  #textNode(shape: Shape): TextNode {
    const statements = this.#statements(shape);
    const isFilled = statements.some((one) => one.kind === "filled");
    // What texts look like was learned from those that are not empty.
    if (!isFilled) return { type: "text", isFilled, format: undefined, values: undefined };
    const values = statements.find((one) => one.kind === "values");
    // The table has the narrowest format first, and so have the conditions that were made from it.
    const formats = TEXT_FORMATS.filter((format) =>
      statements.some((one) => one.kind === "format" && one.format === format),
    );
    return { type: "text", isFilled, format: formats[0], values: values?.values };
  }

  #statements(shape: Shape): readonly Condition["states"][] {
    return (this.#adopted.get(shape) ?? []).map(({ states }) => states);
  }
}
