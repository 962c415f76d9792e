import type { MapNode, Property, SchemaNode, TextNode } from "../schema-node.js";
import { evidenceOf } from "./json-schema.js";

/** A schema with the name of the constant that holds it, and what is said above it. */
export interface NamedSchema {
  readonly name: string;
  readonly comment: string;
  readonly root: MapNode;
}

/** A TypeScript module of zod schemas. */
export function zodModule(schemas: readonly NamedSchema[]): string {
  const constants = schemas.map(
    ({ name, comment, root }) =>
      `/** ${comment.replaceAll("*/", "*\\/")} */\nexport const ${name} = ${zodSource(root)};\n`,
  );
  return ['import { z } from "zod";\n', ...constants].join("\n");
}

/** @param indentation spaces before the line that the source begins in */
export function zodSource(node: SchemaNode, indentation = 0): string {
  switch (node.type) {
    case "anything":
      return "z.unknown()";
    case "nothing":
      return "z.null()";
    case "integer":
      return "z.int()";
    case "number":
      return "z.number()";
    case "boolean":
      return "z.boolean()";
    case "text":
      return textSource(node);
    case "list":
      return `z.array(${zodSource(node.items, indentation)})`;
    case "map":
      return mapSource(node, indentation);
    case "union":
      return `z.union([${node.options.map((option) => zodSource(option, indentation)).join(", ")}])`;
  }
}

function textSource({ isFilled, format, values }: TextNode): string {
  if (values !== undefined) {
    return values.length === 1
      ? `z.literal(${JSON.stringify(values[0])})`
      : `z.enum([${values.map((value) => JSON.stringify(value)).join(", ")}])`;
  }
  return format?.zod ?? (isFilled ? "z.string().min(1)" : "z.string()");
}

function mapSource({ properties, isClosed }: MapNode, indentation: number): string {
  const maker = isClosed ? "z.strictObject" : "z.looseObject";
  if (properties.length === 0) return `${maker}({})`;
  const inner = " ".repeat(indentation + 2);
  const lines = properties.map((property) => `${inner}${propertySource(property, indentation)}`);
  return `${maker}({\n${lines.join("\n")}\n${" ".repeat(indentation)}})`;
}

function propertySource(property: Property, indentation: number): string {
  const { key, node, isRequired } = property;
  const source = zodSource(node, indentation + 2);
  return `${keySource(key)}: ${source}${isRequired ? "" : ".optional()"}, // ${evidenceOf(property)}`;
}

function keySource(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
