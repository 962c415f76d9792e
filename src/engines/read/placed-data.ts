import { readJson } from "../../article/front-matter/json/read-json.js";
import { readToml } from "../../article/front-matter/toml/read-toml.js";
import { readYaml } from "../../article/front-matter/yaml/read-yaml.js";
import type { Problem } from "../../article/problem.js";
import { keepPlaces, type Place } from "./places.js";
import { isTable } from "./table.js";

/** Largest file that is read, in characters. */
const MAXIMUM = 200_000;

/** The key under which a file is read that holds one list. */
const LIST = "list";

/**
 * A file of YAML, TOML or JSON as data, with the places of its texts (`placeOf`); undefined for a broken or huge one. Of a file
 * that is one list, that list.
 *
 * @param path names the file, by its ending the format
 */
export function readPlaced(path: string, text: string | undefined): unknown {
  if (text === undefined || text.length > MAXIMUM) return undefined;
  const { data, entries, problems } = readingOf(path, text);
  if (problems.some(isFatal)) return undefined;
  const places = new Map<object, Map<string | number, Place>>();
  for (const { path: keys, value, valueRange } of entries) {
    const holder = valueAt(data, keys.slice(0, -1));
    const key = keys.at(-1);
    if (typeof value !== "string" || typeof holder !== "object" || holder === null) continue;
    if (key === undefined) continue;
    const own = places.get(holder) ?? new Map<string | number, Place>();
    places.set(holder, own.set(key, { path, range: unquoted(text, valueRange) }));
  }
  for (const [holder, own] of places) keepPlaces(holder, own);
  return isBareList(path, text) ? data[LIST] : data;
}

/** Whether a problem leaves no reading. Tags are for the programs that know them. */
function isFatal(problem: Problem): boolean {
  if (problem.kind === "limit") return true;
  return problem.kind === "front-matter-syntax" && !/ the tag /.test(problem.reason);
}

function readingOf(path: string, text: string): ReturnType<typeof readYaml> {
  const isList = isBareList(path, text);
  if (/\.toml$/i.test(path)) return readToml(text, 0);
  if (/\.json$/i.test(path)) {
    const before = `{"${LIST}":`;
    return isList ? readJson(`${before}${text}}`, -before.length, false) : readJson(text, 0, false);
  }
  const before = `${LIST}:\n`;
  return isList ? readYaml(before + text, -before.length) : readYaml(text, 0);
}

/** Whether a file is one list, and no table. */
function isBareList(path: string, text: string): boolean {
  if (/\.toml$/i.test(path)) return false;
  if (/\.json$/i.test(path)) return /^\s*\[/.test(text);
  const first = text.split("\n").find((line) => /^[^\s#]/.test(line) && !line.startsWith("---"));
  return first?.startsWith("- ") === true || first?.trimEnd() === "-";
}

function valueAt(data: unknown, keys: readonly (string | number)[]): unknown {
  let value = data;
  for (const key of keys) {
    if (Array.isArray(value) && typeof key === "number") value = value[key];
    else if (isTable(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

function unquoted(text: string, { start, end }: Place["range"]): Place["range"] {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end > start + 1 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
