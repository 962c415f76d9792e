import { isDeepStrictEqual } from "node:util";
import { applyEdits, modify, type ParseError, parse as parseJson } from "jsonc-parser";
import { isSeq, parseDocument, stringify } from "yaml";

/** Adds a line at the end of a text, with the line ending that it has. */
export function withLine(text: string, line: string): string {
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const isOpen = text !== "" && !text.endsWith("\n");
  return `${text}${isOpen ? ending : ""}${line.replaceAll("\n", ending)}${ending}`;
}

/**
 * Adds an item to a list at the top of a YAML file. All else stays as it is written.
 *
 * @returns undefined where that is not possible: another form of list, anchors in between, a file that is not YAML
 */
export function withYamlItem(text: string, key: string, item: object): string | undefined {
  const list = yamlOf(text)?.get(key);
  if (!isSeq(list) || list.flow === true || !list.range || list.items.length === 0)
    return undefined;
  const [start, end] = list.range;
  const indentation = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
  const lines = stringify([item]).trimEnd().split("\n");
  const added = lines.map((line) => indentation + line).join("\n");
  const at = text.slice(0, end).trimEnd().length;
  const rest = text.slice(at);
  const lineEnd = rest.search(/\r?\n/);
  const head = lineEnd === -1 ? text : text.slice(0, at + lineEnd);
  const extended = withLine(head, added) + text.slice(head.length).replace(/^\r?\n/, "");
  return holds(text, extended, (value) => {
    const items = value[key];
    return { ...value, [key]: [...(Array.isArray(items) ? items : []), item] };
  });
}

/**
 * Adds a key at the end of a YAML file.
 *
 * @returns undefined where the key is there already, or the file is not a map in YAML
 */
export function withYamlKey(text: string, key: string, value: object): string | undefined {
  const document = yamlOf(text);
  if (document === undefined || document.has(key)) return undefined;
  const separated = text === "" ? text : withLine(text.trimEnd(), "");
  const extended = withLine(separated, stringify({ [key]: value }, { lineWidth: 0 }).trimEnd());
  return holds(text, extended, (before) => ({ ...before, [key]: value }));
}

/**
 * Adds a value to a JSON file, with the indentation that the file has.
 *
 * @returns undefined where the file is not JSON, or the value is there already
 */
export function withJsonValue(
  text: string,
  path: readonly string[],
  value: string,
): string | undefined {
  const errors: ParseError[] = [];
  const before: unknown = parseJson(text, errors);
  if (errors.length > 0 || valueAt(before, path) !== undefined) return undefined;
  const [, indentation = "  "] = /^([ \t]+)"/m.exec(text) ?? [];
  const formattingOptions = {
    insertSpaces: !indentation.includes("\t"),
    tabSize: indentation.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? Object.getOwnPropertyDescriptor(at, key)?.value : at,
    value,
  );
}

/** A YAML file that is read without errors. */
function yamlOf(text: string): ReturnType<typeof parseDocument> | undefined {
  const document = parseDocument(text);
  return document.errors.length === 0 && document.contents !== null ? document : undefined;
}

/** The extended text, if it says what the text did and what was added. */
function holds(
  text: string,
  extended: string,
  add: (value: Readonly<Record<string, unknown>>) => object,
): string | undefined {
  const [before, after] = [text, extended].map((one): unknown => {
    const document = parseDocument(one);
    return document.errors.length === 0 ? document.toJS() : undefined;
  });
  if (typeof before !== "object" || before === null) return undefined;
  return isDeepStrictEqual(after, add({ ...before })) ? extended : undefined;
}
