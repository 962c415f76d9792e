import type { FrontMatterEntry } from "../../article/front-matter/front-matter.js";
import { readJson } from "../../article/front-matter/json/read-json.js";
import { readToml } from "../../article/front-matter/toml/read-toml.js";
import { readYaml } from "../../article/front-matter/yaml/read-yaml.js";
import type { Range } from "../../article/range.js";
import type { PatternSyntax } from "../redirect-pattern.js";
import type { RawRedirect } from "./raw-redirect.js";

const READERS = { json: readJson, toml: readToml, yaml: readYaml } as const;

const WRAPPERS: Readonly<Record<TableFormat, readonly [string, string]>> = {
  json: ['{"redirects":', "}"],
  toml: ["", ""],
  yaml: ["redirects:\n", ""],
};

export type TableFormat = keyof typeof READERS;

/** Keys of a redirect, by what hosts and plugins call them. */
const FROM = ["from", "source", "src", "old"];
const TO = ["to", "destination", "dest", "new"];
const STATUS = ["status", "statusCode", "code"];
const CONDITIONS = ["conditions", "query", "has", "missing", "language", "country"];

/**
 * Reads redirects from a file of data: the list `redirects` (netlify.toml, vercel.json), a list of
 * `{ from, to }`, or a table of addresses (`{ "/old": "/new" }`).
 */
export function readTableRedirects(text: string, format: TableFormat): readonly RawRedirect[] {
  // A list by itself is read as the value of the key that hosts give it.
  const [before, after] = /^\s*(?:#.*\s+)*(?:\[\s*[{\]]|- )/.test(text)
    ? WRAPPERS[format]
    : ["", ""];
  const { entries } = READERS[format](before + text + after, -before.length, false);
  const listed = listOf(entries, entries.some(({ path }) => path[0] === "redirects") ? 1 : 0);
  return [...listed, ...tableOf(entries)].sort(
    (left, right) => left.fromRange.start - right.fromRange.start,
  );
}

/** Redirects that are tables in a list; `depth` is where the list's index stands in their paths. */
function listOf(entries: readonly FrontMatterEntry[], depth: number): readonly RawRedirect[] {
  const items = new Map<number, Map<string, FrontMatterEntry>>();
  for (const entry of entries) {
    const { path } = entry;
    if (depth === 1 && path[0] !== "redirects") continue;
    const index = path[depth];
    const key = path[depth + 1];
    if (typeof index !== "number" || typeof key !== "string") continue;
    const item = items.get(index) ?? new Map<string, FrontMatterEntry>();
    if (path.length === depth + 2) item.set(key, entry);
    items.set(index, item);
  }
  return [...items.values()].flatMap((item) => readItem(item) ?? []);
}

function readItem(item: ReadonlyMap<string, FrontMatterEntry>): RawRedirect | undefined {
  const from = entryOf(item, FROM);
  const to = entryOf(item, TO);
  if (typeof from?.value !== "string" || typeof to?.value !== "string") return undefined;
  const isPermanent = item.get("permanent")?.value;
  const status = entryOf(item, STATUS)?.value;
  const syntax: PatternSyntax = item.has("source") ? "path-to-regexp" : "underscore";
  return {
    from: from.value,
    to: to.value,
    status:
      typeof status === "number"
        ? status
        : isPermanent === undefined
          ? 301
          : isPermanent
            ? 308
            : 307,
    isForced: item.get("force")?.value === true,
    isConditional: CONDITIONS.some((key) => !isEmpty(item.get(key)?.value)),
    fromRange: inner(from),
    toRange: inner(to),
    syntax,
  };
}

/** Redirects written as `"/old": "/new"` at the top or under `redirects`. */
function tableOf(entries: readonly FrontMatterEntry[]): readonly RawRedirect[] {
  return entries.flatMap((entry) => {
    const { path, value, keyRange } = entry;
    const key = path.at(-1);
    const isListed = path.length === 1 || (path.length === 2 && path[0] === "redirects");
    if (!isListed || keyRange === undefined) return [];
    if (typeof key !== "string" || !key.startsWith("/") || typeof value !== "string") return [];
    return {
      from: key,
      to: value,
      status: 301,
      isConditional: false,
      isForced: false,
      fromRange: keyRange,
      toRange: inner(entry),
      syntax: "underscore" as const,
    };
  });
}

function entryOf(
  item: ReadonlyMap<string, FrontMatterEntry>,
  keys: readonly string[],
): FrontMatterEntry | undefined {
  const key = keys.find((name) => item.has(name));
  return key === undefined ? undefined : item.get(key);
}

/** A value's place without its quotes. */
function inner({ valueRange: { start, end }, style }: FrontMatterEntry): Range {
  return style === "single-quoted" || style === "double-quoted"
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
