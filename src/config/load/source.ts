import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Document, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { Range } from "../../article/range.js";
import { ConfigError } from "../config-error.js";
import { excessOf } from "./bounds.js";
import { repeatedKey } from "./repeated-keys.js";

export type KeyPath = readonly (string | number)[];

/** A config as read from its file: the value, and where its parts stand. */
export interface ConfigSource {
  /** Absolute path. */
  readonly file: string;
  readonly value: unknown;
  /** Undefined for configs that are code. */
  readonly text: string | undefined;
  /** Where a key (or else its value) stands; undefined for code. The nearest parent's place for a missing one. */
  rangeOf(keys: KeyPath, part: "key" | "value"): Range | undefined;
}

/** A config given as a value: by code, or through the API. */
export function valueSource(file: string, value: unknown): ConfigSource {
  return { file, value, text: undefined, rangeOf: () => undefined };
}

/**
 * Reads a JSON config. `prefix` is the key under which it stands (`copydesk` in package.json).
 *
 * @throws {ConfigError} where the text is no JSON.
 */
export function jsonSource(file: string, text: string, prefix: KeyPath = []): ConfigSource {
  refuseExcess(file, text, "json");
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    const range = { start: error.offset, end: error.offset + Math.max(1, error.length) };
    throw syntaxError(file, text, range, `This is not valid JSON: ${jsonReason(error)}.`);
  }
  return {
    file,
    text,
    value: tree === undefined ? undefined : jsonValue(descend(tree, prefix)),
    rangeOf: (keys, part) => {
      const range = jsonRange(tree, [...prefix, ...keys], part);
      return range;
    },
  };
}

function jsonReason(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

function descend(node: Node | undefined, keys: KeyPath): Node | undefined {
  let current = node;
  for (const key of keys) current = jsonChild(current, key)?.value;
  return current;
}

function jsonChild(
  node: Node | undefined,
  key: string | number,
): { readonly key: Node | undefined; readonly value: Node | undefined } | undefined {
  if (node?.type === "array" && typeof key === "number") {
    const value = node.children?.[key];
    return value === undefined ? undefined : { key: undefined, value };
  }
  const property = node?.children?.findLast((child) => child.children?.[0]?.value === key);
  const [name, value] = property?.children ?? [];
  return property === undefined ? undefined : { key: name, value };
}

/** The plain value of a node; `__proto__` becomes an ordinary key, never a prototype. */
function jsonValue(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.type === "array") return (node.children ?? []).map(jsonValue);
  if (node.type !== "object") return node.value;
  return Object.fromEntries(
    (node.children ?? []).map((property) => [
      String(property.children?.[0]?.value),
      jsonValue(property.children?.[1]),
    ]),
  );
}

function jsonRange(
  tree: Node | undefined,
  keys: KeyPath,
  part: "key" | "value",
): Range | undefined {
  let parent = tree;
  let found: Node | undefined = tree;
  for (const [index, key] of keys.entries()) {
    const child = jsonChild(parent, key);
    if (child === undefined) break;
    const last = index === keys.length - 1;
    found = last && part === "value" ? child.value : (child.key ?? child.value);
    parent = child.value;
  }
  return found === undefined
    ? undefined
    : { start: found.offset, end: found.offset + found.length };
}

/**
 * Reads a YAML config.
 *
 * @throws {ConfigError} where the text is no YAML.
 */
export function yamlSource(file: string, text: string): ConfigSource {
  refuseExcess(file, text, "yaml");
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const [start, end] = error.pos;
    const reason = error.message.split("\n")[0]?.replace(/[.:]$/, "") ?? "";
    throw syntaxError(
      file,
      text,
      { start, end: Math.max(end, start + 1) },
      `This is not valid YAML: ${reason}.`,
    );
  }
  const repeated = repeatedKey(document);
  if (repeated !== undefined) {
    const range = rangeOfNode(repeated) ?? { start: 0, end: 1 };
    const message = "This is not valid YAML: Map keys must be unique.";
    throw syntaxError(file, text, range, message);
  }
  return {
    file,
    text,
    value: plainValue(document, file, text),
    rangeOf: (keys, part) => yamlRange(document, keys, part),
  };
}

/** @throws {ConfigError} for a text that no parser should be given */
function refuseExcess(file: string, text: string, format: "json" | "yaml"): void {
  const excess = excessOf(text, format);
  if (excess === undefined) return;
  const range = { start: excess.offset, end: excess.offset + 1 };
  throw syntaxError(file, text, range, `This file ${excess.reason}.`);
}

function plainValue(document: Document, file: string, text: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw syntaxError(file, text, { start: 0, end: 1 }, "This YAML has too many aliases.");
  }
}

function yamlRange(document: Document, keys: KeyPath, part: "key" | "value"): Range | undefined {
  let parent: unknown = document.contents;
  let found: unknown = parent;
  for (const [index, key] of keys.entries()) {
    let keyNode: unknown;
    let value: unknown;
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (pair === undefined) break;
      keyNode = pair.key;
      value = pair.value;
    } else if (isSeq(parent) && typeof key === "number") {
      value = parent.items[key];
      keyNode = value;
    }
    if (keyNode === undefined) break;
    const last = index === keys.length - 1;
    found = last && part === "value" ? (value ?? keyNode) : keyNode;
    parent = value;
  }
  return rangeOfNode(found);
}

function rangeOfNode(node: unknown): Range | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  const { range } = node;
  if (!Array.isArray(range)) return undefined;
  const [start, end]: unknown[] = range;
  return typeof start === "number" && typeof end === "number" ? { start, end } : undefined;
}

function syntaxError(file: string, text: string, range: Range, message: string): ConfigError {
  return new ConfigError([{ file, place: { text, range }, keys: [], message, help: undefined }]);
}
