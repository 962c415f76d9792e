import type { Range } from "../../range.js";
import { MAXIMUM_DEPTH } from "../block-reading.js";
import type { ScalarStyle, ValuePath } from "../front-matter.js";

/** A key with the place of its value, as the scanner met it. */
export interface TomlPlace {
  readonly path: ValuePath;
  readonly keyRange: Range | undefined;
  readonly valueRange: Range;
  readonly style: ScalarStyle | undefined;
}

interface KeyPart {
  readonly name: string;
  readonly range: Range;
}

const MULTI_LINE = ['"""', "'''"] as const;

/**
 * Finds the places of keys, values and comments in TOML that the parser has accepted; the parser itself
 * gives none. Grammar: TOML 1.0. On text the parser refuses it stops early and never throws.
 */
export class TomlScanner {
  readonly places: TomlPlace[] = [];
  readonly comments: Range[] = [];
  /** Where tables, lists or dotted keys nest too deeply; nothing from there on is scanned. */
  tooDeepAt: number | undefined;
  readonly #text: string;
  #at = 0;
  /** How many tables each array of tables has so far, by its path. */
  readonly #tables = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  scan(): this {
    let table: ValuePath = [];
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) return this;
      const before = this.#at;
      if (this.#peek() === "[") table = this.#header();
      else this.#pair(table);
      // Always forward: a place that cannot be understood is passed by.
      if (this.#at === before) this.#at += 1;
    }
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #skipBlank(): void {
    for (;;) {
      this.#match(/\s*/y);
      const start = this.#at;
      const comment = this.#match(/#[^\r\n]*/y);
      if (comment === "") return;
      this.comments.push({ start, end: start + comment.length });
    }
  }

  #key(): KeyPart[] {
    const parts: KeyPart[] = [];
    for (;;) {
      if (parts.length > MAXIMUM_DEPTH) {
        this.#stop();
        return [];
      }
      this.#match(/[ \t]*/y);
      const start = this.#at;
      const written = this.#match(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+/y);
      if (written === "") return parts;
      parts.push({ name: keyName(written), range: { start, end: this.#at } });
      this.#match(/[ \t]*/y);
      if (this.#peek() !== ".") return parts;
      this.#at += 1;
    }
  }

  /** A path with the index of the newest table put in after each array of tables. */
  #resolve(parts: readonly KeyPart[]): (string | number)[] {
    const path: (string | number)[] = [];
    for (const { name } of parts) {
      path.push(name);
      const count = this.#tables.get(JSON.stringify(path));
      if (count !== undefined) path.push(count - 1);
    }
    return path;
  }

  #header(): ValuePath {
    const start = this.#at;
    const isArray = this.#match(/\[{1,2}/y).length === 2;
    const parts = this.#key();
    const last = parts.at(-1);
    let path = this.#resolve(parts);
    if (isArray && last !== undefined) {
      const own = [...this.#resolve(parts.slice(0, -1)), last.name];
      const count = (this.#tables.get(JSON.stringify(own)) ?? 0) + 1;
      this.#tables.set(JSON.stringify(own), count);
      path = [...own, count - 1];
    }
    this.#match(/[ \t]*\]{1,2}/y);
    if (last !== undefined) {
      const valueRange = { start, end: this.#at };
      this.places.push({ path, keyRange: last.range, valueRange, style: undefined });
    }
    return path;
  }

  #pair(table: ValuePath): void {
    const parts = this.#key();
    const last = parts.at(-1);
    if (last === undefined || this.#match(/[ \t]*=[ \t]*/y) === "") {
      this.#match(/[^\n]*/y);
      return;
    }
    this.#value([...table, ...parts.map(({ name }) => name)], last.range);
  }

  #stop(): void {
    this.tooDeepAt ??= this.#at;
    this.#at = this.#text.length;
  }

  #value(path: ValuePath, keyRange: Range | undefined): void {
    if (path.length > MAXIMUM_DEPTH) {
      this.#stop();
      return;
    }
    const start = this.#at;
    const index = this.places.length;
    const style = this.#skipValue(path);
    this.places.splice(index, 0, { path, keyRange, valueRange: { start, end: this.#at }, style });
  }

  #skipValue(path: ValuePath): ScalarStyle | undefined {
    const quotes = MULTI_LINE.find((mark) => this.#text.startsWith(mark, this.#at));
    if (quotes === '"""') this.#match(/"""(?:[^\\"]|\\[\s\S]|"{1,2}(?!"))*"{3,5}/y);
    else if (quotes === "'''") this.#match(/'''(?:[^']|'{1,2}(?!'))*'{3,5}/y);
    if (quotes !== undefined) return "block";
    switch (this.#peek()) {
      case '"':
        this.#match(/"(?:[^"\\\n]|\\.)*"/y);
        return "double-quoted";
      case "'":
        this.#match(/'[^'\n]*'/y);
        return "single-quoted";
      case "[": {
        let count = 0;
        this.#list("]", () => this.#value([...path, count++], undefined));
        return undefined;
      }
      case "{":
        this.#list("}", () => this.#pair(path));
        return undefined;
      default: {
        const scalar = this.#match(/[^,\]}#\r\n]+/y);
        this.#at -= scalar.length - scalar.trimEnd().length;
        return "plain";
      }
    }
  }

  #list(close: string, item: () => void): void {
    this.#at += 1;
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) return;
      if (this.#peek() === close) {
        this.#at += 1;
        return;
      }
      const before = this.#at;
      if (this.#peek() === ",") this.#at += 1;
      else item();
      if (this.#at === before) this.#at += 1;
    }
  }
}

function keyName(written: string): string {
  if (written.startsWith("'")) return written.slice(1, -1);
  if (!written.startsWith('"')) return written;
  try {
    const name: unknown = JSON.parse(written);
    return typeof name === "string" ? name : written;
  } catch {
    return written.slice(1, -1);
  }
}
