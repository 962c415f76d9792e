import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Problem } from "../../problem.js";
import type { Range } from "../../range.js";
import { emptyRecord, MAXIMUM_ALIASES } from "../block-reading.js";
import type { FrontMatterEntry, ScalarStyle, ValuePath } from "../front-matter.js";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single-quoted",
  QUOTE_DOUBLE: "double-quoted",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

/** Turns a YAML document into plain JSON values with the place of each. */
export class YamlValues {
  readonly entries: FrontMatterEntry[] = [];
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #offset: number;
  /** Values whose text was replaced by filler before parsing, by their start. */
  readonly #restored: ReadonlyMap<number, Range>;
  readonly #original: string;
  readonly #anchors = new Map<string, unknown>();
  readonly #open = new Set<unknown>();
  #aliases = 0;

  constructor(
    texts: { readonly original: string; readonly repaired: string },
    offset: number,
    restored: ReadonlyMap<number, Range>,
  ) {
    this.#original = texts.original;
    this.#text = texts.repaired;
    this.#offset = offset;
    this.#restored = restored;
  }

  /** The values of the document's map; empty when the document is something else. */
  read(document: Document.Parsed | undefined): Record<string, unknown> {
    const root = document?.contents;
    return isMap(root) ? this.#map(root, []) : emptyRecord();
  }

  #inFile(range: Range): Range {
    return { start: range.start + this.#offset, end: range.end + this.#offset };
  }

  /** Stretch of a node as written, without the line ending that block scalars and collections carry. */
  #written(node: unknown): Range {
    const range =
      isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    if (!range) return { start: 0, end: 0 };
    const slice = this.#text.slice(range[0], range[1]);
    return { start: range[0], end: range[0] + slice.trimEnd().length };
  }

  #value(node: unknown, path: ValuePath | undefined): unknown {
    if (isAlias(node)) return this.#alias(node.source, this.#written(node));
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) {
      this.#anchors.set(node.anchor, node);
    }
    if (this.#open.has(node)) return null;
    if (isMap(node)) return this.#within(node, () => this.#map(node, path));
    if (isSeq(node)) return this.#within(node, () => this.#list(node.items, path));
    return isScalar(node) ? this.#scalar(node) : null;
  }

  /** Marks a collection as being read, so that an alias to itself ends. */
  #within<T>(node: object, read: () => T): T {
    this.#open.add(node);
    const value = read();
    this.#open.delete(node);
    return value;
  }

  #scalar(node: Scalar): unknown {
    const written = this.#written(node);
    const restored = this.#restored.get(written.start);
    if (restored !== undefined) {
      const raw = this.#original.slice(restored.start, restored.end);
      return raw
        .replace(/^["']/, "")
        .replace(/["']$/, "")
        .replace(/(?<!\s)\s*\n\s*/g, " ");
    }
    const { value } = node;
    const isJson =
      value === null ||
      typeof value === "string" ||
      typeof value === "boolean" ||
      (typeof value === "number" && Number.isFinite(value));
    // Dates, bytes and infinities are no JSON: kept as written.
    return isJson ? value : (node.source ?? this.#text.slice(written.start, written.end));
  }

  #alias(name: string, range: Range): unknown {
    this.#aliases += 1;
    if (this.#aliases > MAXIMUM_ALIASES) {
      if (this.#aliases === MAXIMUM_ALIASES + 1) {
        this.problems.push({
          kind: "limit",
          range: this.#inFile(range),
          limit: "aliases",
          maximum: MAXIMUM_ALIASES,
          unchecked: "front-matter",
        });
      }
      return null;
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.problems.push({
        kind: "front-matter-syntax",
        range: this.#inFile(range),
        reason: `there is no "&${name}" this could stand for`,
        hint: "reserved-start",
      });
      return this.#text.slice(range.start, range.end);
    }
    return this.#value(target, undefined);
  }

  #list(items: readonly unknown[], path: ValuePath | undefined): unknown[] {
    return items.map((item, index) =>
      this.#entry(item, path && [...path, index], undefined, undefined),
    );
  }

  /** Reads one value and notes its place, unless it is reached through an alias (no `path`). */
  #entry(
    node: unknown,
    path: ValuePath | undefined,
    key: Range | undefined,
    emptyAt: number | undefined,
  ): unknown {
    if (path === undefined) return this.#value(node, undefined);
    const empty = isScalar(node) && node.source === "" && node.type === "PLAIN";
    const written = this.#written(node);
    const place = empty && emptyAt !== undefined ? { start: emptyAt, end: emptyAt } : written;
    const entry: Writable<FrontMatterEntry> = {
      path,
      value: undefined,
      keyRange: key && this.#inFile(key),
      valueRange: this.#inFile(this.#restored.get(written.start) ?? place),
      style: isScalar(node) ? STYLES[node.type ?? ""] : undefined,
    };
    this.entries.push(entry);
    entry.value = this.#value(node, path);
    return entry.value;
  }

  #map(map: YAMLMap, path: ValuePath | undefined): Record<string, unknown> {
    const record = emptyRecord();
    const seen = new Map<string, Range>();
    const merged: unknown[] = [];
    for (const pair of map.items) {
      const name = this.#keyName(pair.key);
      const key = this.#written(pair.key);
      if (name === "<<" && isScalar(pair.key) && pair.key.type === "PLAIN") {
        merged.push(this.#value(pair.value, undefined));
        continue;
      }
      if (path !== undefined) this.#noteDuplicate(seen, name, key, path.length === 0);
      const entryPath = path && [...path, name];
      record[name] = this.#entry(pair.value, entryPath, key, this.#afterColon(pair, key));
    }
    for (const source of merged.flat()) {
      if (typeof source !== "object" || source === null) continue;
      for (const [name, value] of Object.entries(source))
        if (!(name in record)) record[name] = value;
    }
    return record;
  }

  #keyName(key: unknown): string {
    if (isScalar(key) && typeof key.value === "string") return key.value;
    const { start, end } = this.#written(key);
    return this.#text.slice(start, end);
  }

  #afterColon(pair: Pair, key: Range): number {
    const { srcToken } = pair;
    const colon =
      srcToken && "sep" in srcToken
        ? srcToken.sep?.find(({ type }) => type === "map-value-ind")
        : undefined;
    return colon === undefined ? key.end : colon.offset + 1;
  }

  #noteDuplicate(seen: Map<string, Range>, name: string, range: Range, ignoreCase: boolean): void {
    const exact = seen.get(name);
    const folded = ignoreCase ? seen.get(`:${name.toLowerCase()}`) : undefined;
    const first = exact ?? folded;
    if (first !== undefined) {
      this.problems.push({
        kind: "front-matter-duplicate-key",
        range: this.#inFile(range),
        key: name,
        first: this.#inFile(first),
        caseOnly: exact === undefined,
      });
    }
    if (exact === undefined) seen.set(name, range);
    if (ignoreCase && folded === undefined) seen.set(`:${name.toLowerCase()}`, range);
  }
}
