import { parse, TomlDate, TomlError } from "smol-toml";
import type { Problem } from "../../problem.js";
import { lineAt, trimRange } from "../block.js";
import { type BlockReading, emptyRecord, MAXIMUM_DEPTH, refusedBlock } from "../block-reading.js";
import type { ValuePath } from "../front-matter.js";
import { type TomlPlace, TomlScanner } from "./scan-toml.js";

interface Parsed {
  readonly value: Readonly<Record<string, unknown>>;
  readonly error: { readonly reason: string; readonly at: number } | undefined;
}

/** Offset of a 1-based line and column. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) start = text.indexOf("\n", start) + 1;
  return Math.min(start + column - 1, text.length);
}

function parseOnce(text: string): Parsed {
  try {
    return { value: parse(text, { maxDepth: MAXIMUM_DEPTH }), error: undefined };
  } catch (error) {
    if (!(error instanceof TomlError))
      return { value: {}, error: { reason: String(error), at: 0 } };
    const reason = error.message.split("\n", 1)[0]?.replace(/^Invalid TOML document: /, "") ?? "";
    return { value: {}, error: { reason, at: offsetOf(text, error.line, error.column) } };
  }
}

/** Copies parsed values to plain JSON without prototypes; dates stay as they are written. */
function toJson(
  value: unknown,
  path: ValuePath,
  written: (path: ValuePath) => string | undefined,
): unknown {
  if (value instanceof TomlDate) return written(path) ?? value.toISOString();
  if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))) {
    return written(path) ?? String(value);
  }
  if (Array.isArray(value))
    return value.map((item, index) => toJson(item, [...path, index], written));
  if (typeof value !== "object" || value === null) return value;
  const record = emptyRecord();
  for (const [key, item] of Object.entries(value))
    record[key] = toJson(item, [...path, key], written);
  return record;
}

function valueAt(data: unknown, path: ValuePath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

function hintFor(text: string, place: TomlPlace | undefined): "unbalanced-quote" | undefined {
  if (place === undefined) return undefined;
  const written = text.slice(place.valueRange.start, place.valueRange.end);
  return (written.match(/"/g)?.length ?? 0) % 2 === 1 ? "unbalanced-quote" : undefined;
}

function tooDeep(start: number, end: number): Problem {
  const range = { start, end: Math.min(start + 1, end) };
  return {
    kind: "limit",
    range,
    limit: "front-matter-depth",
    maximum: MAXIMUM_DEPTH,
    unchecked: "front-matter",
  };
}

function problemOf(
  text: string,
  offset: number,
  error: NonNullable<Parsed["error"]>,
  places: readonly TomlPlace[],
): Problem {
  const line = trimRange(text, lineAt(text, Math.min(error.at, Math.max(text.length - 1, 0))));
  const range = { start: line.start + offset, end: line.end + offset };
  const here = places.find(
    ({ keyRange }) => keyRange && keyRange.start >= line.start && keyRange.end <= line.end,
  );
  const twice = /redefine|already/i.test(error.reason);
  const first = twice
    ? places.find((place) => place !== here && String(place.path) === String(here?.path))
    : undefined;
  if (here?.keyRange !== undefined && first?.keyRange !== undefined) {
    return {
      kind: "front-matter-duplicate-key",
      range: { start: here.keyRange.start + offset, end: here.keyRange.end + offset },
      key: String(here.path.at(-1)),
      first: { start: first.keyRange.start + offset, end: first.keyRange.end + offset },
      caseOnly: false,
    };
  }
  const hint = hintFor(text, here);
  return { kind: "front-matter-syntax", range, reason: error.reason, ...(hint && { hint }) };
}

/** Top-level keys that differ only by letter case. */
function caseTwins(places: readonly TomlPlace[], offset: number): Problem[] {
  const seen = new Map<string, TomlPlace>();
  const problems: Problem[] = [];
  for (const place of places) {
    const [name] = place.path;
    if (place.path.length !== 1 || typeof name !== "string" || place.keyRange === undefined)
      continue;
    const first = seen.get(name.toLowerCase());
    if (first?.keyRange === undefined) {
      seen.set(name.toLowerCase(), place);
    } else if (first.path[0] !== name) {
      problems.push({
        kind: "front-matter-duplicate-key",
        range: { start: place.keyRange.start + offset, end: place.keyRange.end + offset },
        key: name,
        first: { start: first.keyRange.start + offset, end: first.keyRange.end + offset },
        caseOnly: true,
      });
    }
  }
  return problems;
}

/**
 * Reads TOML front matter. `offset` is where `content` begins in the file. The parser stops at the first
 * error; what stands before the faulty line is then read on its own.
 */
export function readToml(content: string, offset: number): BlockReading {
  let text = content;
  const { tooDeepAt } = new TomlScanner(content).scan();
  if (tooDeepAt !== undefined)
    return refusedBlock(tooDeep(tooDeepAt + offset, content.length + offset));
  let parsed = parseOnce(text);
  const problems: Problem[] = [];
  if (parsed.error !== undefined) {
    problems.push(problemOf(text, offset, parsed.error, new TomlScanner(text).scan().places));
    text = text.slice(0, lineAt(text, parsed.error.at).start);
    parsed = parseOnce(text);
    if (parsed.error !== undefined) text = "";
  }
  const { places, comments } = new TomlScanner(text).scan();
  const byPath = new Map(places.map((place) => [JSON.stringify(place.path), place]));
  const written = (path: ValuePath): string | undefined => {
    const place = byPath.get(JSON.stringify(path));
    return place && text.slice(place.valueRange.start, place.valueRange.end);
  };
  const record = emptyRecord();
  for (const [key, value] of Object.entries(parsed.value))
    record[key] = toJson(value, [key], written);
  const inFile = (range: { start: number; end: number }) => ({
    start: range.start + offset,
    end: range.end + offset,
  });
  return {
    data: record,
    entries: places
      .map((place) => ({
        ...place,
        value: valueAt(record, place.path),
        keyRange: place.keyRange && inFile(place.keyRange),
        valueRange: inFile(place.valueRange),
      }))
      .filter(({ value }) => value !== undefined),
    comments: comments.map((range) => ({
      range: inFile(range),
      text: text.slice(range.start + 1, range.end),
    })),
    problems: [...problems, ...caseTwins(places, offset)],
  };
}
