import { member } from "../../engines/read/member.js";

type Look = (value: unknown) => boolean;

/** What tells nothing about a value, and what is understood here. */
const NOTES: ReadonlySet<string> = new Set(["$schema", "title", "description"]);
const UNDERSTOOD: ReadonlySet<string> = new Set(["type", "anyOf", "items", "properties"]);

const TYPES: Readonly<Record<string, Look | undefined>> = {
  string: (value) => typeof value === "string",
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/**
 * A quick look at a value for a JSON Schema: true where the value certainly meets it, as that of most articles
 * does; false where the schema itself must be asked.
 */
export function quickLook(schema: unknown): Look {
  const keys = typeof schema === "object" && schema !== null ? Object.keys(schema) : [""];
  if (!keys.every((key) => UNDERSTOOD.has(key) || NOTES.has(key))) return () => false;
  const looks: Look[] = [];
  const types = listOf(member(schema, "type")).map((name) => TYPES[String(name)]);
  if (types.length > 0) looks.push((value) => types.some((holds) => holds?.(value) === true));
  const choices = listOf(member(schema, "anyOf")).map(quickLook);
  if (choices.length > 0) looks.push((value) => choices.some((holds) => holds(value)));
  const items = member(schema, "items");
  const holdsItem = items === undefined ? undefined : quickLook(items);
  if (holdsItem !== undefined)
    looks.push((value) => !Array.isArray(value) || value.every(holdsItem));
  const members = Object.entries(member(schema, "properties") ?? {}).map(
    ([key, part]) => [key, quickLook(part)] as const,
  );
  if (members.length > 0) {
    looks.push((value) =>
      members.every(([key, holds]) => {
        const part = member(value, key);
        return part === undefined || holds(part);
      }),
    );
  }
  return (value) => looks.every((holds) => holds(value));
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
