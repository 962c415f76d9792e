import { Document, isMap, isScalar, visit } from "yaml";
import type { MapNode } from "../schema-node.js";
import { evidenceOf, jsonSchemaOf } from "./json-schema.js";

/** A schema with the globs of its articles; without them, of all that no other one is for. */
export interface PlacedSchema {
  readonly files: string | undefined;
  readonly comment: string;
  readonly root: MapNode;
}

/** The part of a config in YAML that holds the articles to inferred schemas. */
export function configYaml(schemas: readonly PlacedSchema[]): string {
  const [base] = schemas.filter(({ files }) => files === undefined);
  const others = schemas.filter(({ files }) => files !== undefined);
  const parts = [
    ...(base === undefined ? [] : [printed({ schema: jsonSchemaOf(base.root) }, [base])]),
    ...(others.length === 0
      ? []
      : [
          printed(
            { overrides: others.map(({ files, root }) => ({ files, schema: jsonSchemaOf(root) })) },
            others,
          ),
        ]),
  ];
  return parts.join("");
}

function printed(value: object, schemas: readonly PlacedSchema[]): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const comments = schemas.map(({ comment }) => ` ${comment}`);
  let index = 0;
  visit(document, {
    Pair: (_key, pair) => {
      const name = isScalar(pair.key) ? pair.key.value : undefined;
      if (name !== "schema" || !isMap(pair.value) || !isScalar(pair.key)) return undefined;
      const schema = schemas[index];
      pair.key.commentBefore = comments[index] ?? null;
      index += 1;
      if (schema !== undefined) annotate(pair.value.get("properties"), schema.root);
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Says of each key how often it was seen; the schema of a key is on its line. */
function annotate(properties: unknown, { properties: known }: MapNode): void {
  if (!isMap(properties)) return;
  for (const pair of properties.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
    const property = known.find(({ key }) => key === name);
    if (!isMap(pair.value) || property === undefined) continue;
    pair.value.flow = true;
    pair.value.comment = ` ${evidenceOf(property)}`;
  }
}
