import type { MapNode, Property, SchemaNode, TextNode } from "../schema-node.js";

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The JSON Schema (2020-12) of an inferred schema, without `$schema`. */
export function jsonSchemaOf(node: SchemaNode): JsonSchema {
  switch (node.type) {
    case "anything":
      return {};
    case "nothing":
      return { type: "null" };
    case "text":
      return textSchema(node);
    case "list":
      return { type: "array", items: jsonSchemaOf(node.items) };
    case "map":
      return mapSchema(node);
    case "union":
      return unionSchema(node.options.map(jsonSchemaOf));
    default:
      return { type: node.type };
  }
}

function textSchema({ isFilled, format, values }: TextNode): JsonSchema {
  if (values !== undefined) return values.length === 1 ? { const: values[0] } : { enum: values };
  if (format !== undefined) return { type: "string", ...format.jsonSchema };
  return isFilled ? { type: "string", minLength: 1 } : { type: "string" };
}

function mapSchema({ properties, isClosed }: MapNode): JsonSchema {
  const required = properties.flatMap(({ key, isRequired }) => (isRequired ? [key] : []));
  return {
    type: "object",
    properties: Object.fromEntries(
      properties.map(({ key, node }) => [key, jsonSchemaOf(node)] as const),
    ),
    ...(required.length === 0 ? {} : { required }),
    ...(isClosed ? { additionalProperties: false } : {}),
  };
}

/** Types without further conditions are one list of types. */
function unionSchema(options: readonly JsonSchema[]): JsonSchema {
  const isPlain = options.every(
    (option) => Object.keys(option).length === 1 && typeof option.type === "string",
  );
  return isPlain ? { type: options.map(({ type }) => type) } : { anyOf: options };
}

/** How often a key was seen, as people read it. */
export function evidenceOf({ seen, of, isRequired }: Property): string {
  return `${isRequired ? "required, " : ""}in ${seen} of ${of}`;
}
