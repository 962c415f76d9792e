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
/** Where `redirects-yaml` leads when a page is there, and when none is. */
const TRIED = ["else", "try"];
const STATUS = ["status", "statusCode", "code"];
const CONDITIONS = ["conditions", "query", "has", "missing", "language", "country"];

/**
 * Reads redirects from a file of data: the lists `redirects` (netlify.toml, vercel.json) and `rewrites`
 * (vercel.json, asked after them), a list of `{ from, to }`, or a table of addresses (`{ "/old": "/new" }`).
 */
export function readTableRedirects(text: string, format: TableFormat): readonly RawRedirect[] {
  // A list by itself is read as the value of the key that hosts give it.
  const isList = /^\s*(?:#.*\s+)*(?:\[\s*[{\]]|- )/.test(text);
  const [before, after] = isList ? WRAPPERS[format] : ["", ""];
  const { entries } = READERS[format](before + text + after, -before.length, false);
  return [
    ...tableOf(entries),
    ...listOf(entries, "redirects", undefined),
    ...listOf(entries, "rewrites", 200),
  ];
}

/** Redirects that are tables in a list; `usual` is the status of those that say none. */
function listOf(
  entries: readonly FrontMatterEntry[],
  name: string,
  usual: number | undefined,
): readonly RawRedirect[] {
  const items = new Map<number, Map<string, FrontMatterEntry>>();
  for (const entry of entries) {
    const [list, index, key] = entry.path;
    if (list !== name || typeof index !== "number" || typeof key !== "string") continue;
    const item = items.get(index) ?? new Map<string, FrontMatterEntry>();
    // Of several that are tried the first one stands for all.
    const isTried = TRIED.includes(key) && typeof item.get(key)?.value !== "string";
    if (entry.path.length === 3 || isTried) item.set(key, entry);
    items.set(index, item);
  }
  return [...items.values()].flatMap((item) => readItem(item, usual) ?? []);
}

function readItem(
  item: ReadonlyMap<string, FrontMatterEntry>,
  usual: number | undefined,
): RawRedirect | undefined {
  const from = entryOf(item, FROM);
  const sure = entryOf(item, TO);
  const to = sure ?? entryOf(item, TRIED);
  if (typeof from?.value !== "string" || typeof to?.value !== "string") return undefined;
  const syntax: PatternSyntax = item.has("source") ? "path-to-regexp" : "underscore";
  return {
    from: withSplat(from.value, "*"),
    to: withSplat(to.value, ":splat"),
    status: statusOf(item, usual),
    isForced: item.get("force")?.value === true,
    isConditional: sure === undefined || CONDITIONS.some((key) => !isEmpty(item.get(key)?.value)),
    fromRange: inner(from),
    toRange: inner(to),
    syntax,
  };
}

/** `/guide/...`, as `redirects-yaml` writes what is below a path. */
function withSplat(path: string, splat: string): string {
  return path.endsWith("/...") ? path.slice(0, -"...".length) + splat : path;
}

/** The status that is said, by number or as `permanent`. */
function statusOf(item: ReadonlyMap<string, FrontMatterEntry>, usual: number | undefined): number {
  const status = entryOf(item, STATUS)?.value;
  if (typeof status === "number") return status;
  const isPermanent = item.get("permanent")?.value;
  if (isPermanent === undefined) return usual ?? 301;
  return isPermanent === true ? 308 : 307;
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
