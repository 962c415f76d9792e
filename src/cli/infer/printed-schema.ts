import { globOf, type InferredCollection } from "../../inference/infer-collections.js";
import { configYaml } from "../../inference/print/config-yaml.js";
import { jsonSchemaOf } from "../../inference/print/json-schema.js";
import { zodModule } from "../../inference/print/zod-source.js";
import { plural } from "../../report/count.js";
import type { SCHEMA_FORMATS } from "../options.js";

/** The schemas of collections, as source. */
export function printedSchema(
  collections: readonly InferredCollection[],
  format: (typeof SCHEMA_FORMATS)[number],
): string {
  switch (format) {
    case "zod":
      return zodModule(
        collections.map((one) => ({
          name: one.name,
          comment: commentOf(one),
          root: one.inferred.root,
        })),
      );
    case "yaml":
      return configYaml(
        collections.map((one) => ({
          files: globOf(one),
          comment: commentOf(one),
          root: one.inferred.root,
        })),
      );
    case "json-schema":
      return `${JSON.stringify(jsonSchemaDocument(collections), undefined, 2)}\n`;
  }
}

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** One schema for all: an article must match that of some collection. */
function jsonSchemaDocument(collections: readonly InferredCollection[]): object {
  const [first, ...others] = collections;
  const schemas = collections.map((one) => ({
    $comment: commentOf(one),
    ...jsonSchemaOf(one.inferred.root),
  }));
  if (first === undefined || others.length === 0) return { $schema: DIALECT, ...schemas[0] };
  const names = collections.map(({ name }) => name);
  return {
    $schema: DIALECT,
    anyOf: names.map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: Object.fromEntries(names.map((name, index) => [name, schemas[index]])),
  };
}

function commentOf({ folder, articles }: InferredCollection): string {
  const where = folder === "" ? "" : ` in ${folder}/`;
  return `Inferred from ${plural(articles.length, "article")}${where}.`;
}
