import * as z from "zod";
import type { KeyPath } from "../load/source.js";

/** Names of the members a schema allows at a place inside its value; empty where it allows any. */
export function knownKeys(schema: unknown, keys: KeyPath): readonly string[] {
  const members = descend(schema, keys).filter((found) => found instanceof z.ZodObject);
  return members.flatMap((found) => Object.keys(found.shape));
}

function descend(schema: unknown, keys: KeyPath): readonly unknown[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    return descend(schema.unwrap(), keys);
  }
  if (schema instanceof z.ZodPipe) return descend(schema.in, keys);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option: unknown) => descend(option, keys));
  }
  const [key, ...rest] = keys;
  if (key === undefined) return [schema];
  if (schema instanceof z.ZodObject) return descend(schema.shape[String(key)], rest);
  if (schema instanceof z.ZodArray) return descend(schema.element, rest);
  if (schema instanceof z.ZodRecord) return descend(schema.valueType, rest);
  if (schema instanceof z.ZodTuple && typeof key === "number")
    return descend(schema.def.items[key], rest);
  return [];
}
