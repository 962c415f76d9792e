import {
  beginsPattern,
  pastComment,
  pastPattern,
  pastString,
  pastTemplate,
} from "./search-signs.js";

/** Elements and expressions inside one another that the native parser follows. */
const MAXIMUM_NESTING = 32;
/** Characters that it may read in its search, however often it reads each. */
export const MOST_READ = 1e8;

const TAG_SIGN = /[A-Za-z_$/>]/;
const WORD = /[A-Za-z0-9_$]+/y;
const SPACE = /\s*/y;
const CHILDREN_TEXT = /[^<{]*/y;
const TAG_NAME =
  /[\p{ID_Start}$_][\p{ID_Continue}$\-\u200c\u200d]*(?:\s*:\s*[\p{ID_Start}$_][\p{ID_Continue}$\-\u200c\u200d]*|(?:\s*\.\s*[\p{ID_Start}$_][\p{ID_Continue}$\-\u200c\u200d]*)*)/uy;
const ATTRIBUTE_NAME =
  /[\p{ID_Start}$_][\p{ID_Continue}$\-\u200c\u200d]*(?::[\p{ID_Start}$_][\p{ID_Continue}$\-\u200c\u200d]*)?/uy;
const SPREAD = /\{[ \t\n\r]*\.\.\./y;

/** Where something ends, and how much is read to find that out. */
interface Ended {
  readonly end: number | undefined;
  readonly read: number;
}

/**
 * Follows the native parser where it looks for the end of an expression, before any grammar is asked. An element without an end is read
 * again as code, with all elements in it: twice as often for each one around it. Remembers what it found, so it takes no such time itself.
 */
export class ElementSearch {
  readonly #text: string;
  readonly #known = new Map<number, Ended>();
  #read = 0;
  #furthest = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the native parser would read too much, all expressions so far together. */
  get isTooLong(): boolean {
    return this.#read > MOST_READ;
  }

  /** How far any expression was read. */
  get furthest(): number {
    return this.#furthest;
  }

  /** Where the expression ends that begins with the brace at a place. */
  endOfExpression(start: number): number | undefined {
    return this.#braces(start, 0);
  }

  /** Where the tag ends that begins at a place. */
  endOfTag(start: number): number | undefined {
    return this.#tag(start, 0);
  }

  #remembered(start: number, depth: number, search: () => number | undefined): number | undefined {
    if (depth > MAXIMUM_NESTING || this.isTooLong) return undefined;
    const key = start * (MAXIMUM_NESTING + 1) + depth;
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#read += known.read;
      return known.end;
    }
    const before = this.#read;
    const end = search();
    this.#known.set(key, { end, read: this.#read - before });
    return end;
  }

  /** Moves on, and counts what was read. */
  #moved(from: number, to: number): number {
    this.#read += to - from;
    this.#furthest = Math.max(this.#furthest, to);
    return to;
  }

  #expression(start: number, depth: number): number | undefined {
    const text = this.#text;
    let open = 0;
    let isAfterValue = false;
    for (let at = start; at < text.length && !this.isTooLong; ) {
      const before = at;
      const sign = text[at] ?? "";
      switch (sign) {
        case " ":
        case "\t":
        case "\n":
        case "\r":
          at++;
          break;
        case "{":
          open++;
          at++;
          isAfterValue = false;
          break;
        case "}":
          at++;
          if (--open === 0) return this.#moved(before, at);
          isAfterValue = true;
          break;
        case '"':
        case "'":
          if (sign === "'" && /[A-Za-z0-9_]/.test(text[at - 1] ?? "")) at++;
          else {
            at = pastString(text, at);
            isAfterValue = true;
          }
          break;
        case "`":
          at = pastTemplate(text, at);
          isAfterValue = true;
          break;
        case "/":
          at = pastComment(text, at);
          if (at > before) break;
          isAfterValue = beginsPattern(text, at, isAfterValue);
          at = isAfterValue ? pastPattern(text, at) : at + 1;
          break;
        case "<": {
          const end = TAG_SIGN.test(text[at + 1] ?? "") ? this.#element(at, depth + 1) : undefined;
          isAfterValue = end !== undefined;
          // What was read within is counted there.
          if (end !== undefined) this.#furthest = Math.max(this.#furthest, end);
          at = end ?? at + 1;
          continue;
        }
        default: {
          const end = this.#after(WORD, at);
          isAfterValue = end > at || sign === ")" || sign === "]";
          at = Math.max(end, at + 1);
        }
      }
      this.#moved(before, at);
    }
    return undefined;
  }

  #element(start: number, depth: number): number | undefined {
    return this.#remembered(start, depth, () => {
      const tagEnd = this.#tag(start, depth);
      if (tagEnd === undefined || this.#text[start + 1] === "/") return tagEnd;
      return this.#text[tagEnd - 2] === "/" ? tagEnd : this.#children(tagEnd, depth);
    });
  }

  #children(start: number, depth: number): number | undefined {
    const text = this.#text;
    for (let at = start; !this.isTooLong; ) {
      at = this.#moved(at, this.#after(CHILDREN_TEXT, at));
      if (at === text.length) return undefined;
      if (text[at] === "{") {
        const end = this.#braces(at, depth);
        if (end === undefined) return undefined;
        at = end;
      } else if (text[at + 1] === "/") return this.#tag(at, depth);
      else at = this.#element(at, depth + 1) ?? this.#moved(at, at + 1);
    }
    return undefined;
  }

  #tag(start: number, depth: number): number | undefined {
    const text = this.#text;
    const isClosing = text[start + 1] === "/";
    const first = isClosing ? this.#after(SPACE, start + 2) : start + 1;
    if (text[first] === ">") return this.#moved(start, first + 1);
    let at = this.#moved(start, this.#after(TAG_NAME, first));
    if (at === first || !/^[\s>/{]/.test(text.slice(at, at + 1))) return undefined;
    for (;;) {
      at = this.#moved(at, this.#after(SPACE, at));
      if (text[at] === ">") return this.#moved(at, at + 1);
      if (isClosing) return undefined;
      if (text[at] === "/") {
        const end = this.#moved(at, this.#after(SPACE, at + 1));
        return text[end] === ">" ? end + 1 : undefined;
      }
      const end = text[at] === "{" ? this.#spread(at, depth + 1) : this.#attribute(at, depth);
      if (end === undefined) return undefined;
      at = end;
    }
  }

  #spread(start: number, depth: number): number | undefined {
    return this.#after(SPREAD, start) > start ? this.#braces(start, depth) : undefined;
  }

  #attribute(start: number, depth: number): number | undefined {
    const text = this.#text;
    const end = this.#after(ATTRIBUTE_NAME, start);
    if (end === start || text[end] === ":") return undefined;
    const sign = this.#after(SPACE, end);
    if (text[sign] !== "=") return this.#moved(start, end);
    const value = this.#moved(start, this.#after(SPACE, sign + 1));
    const quote = text[value];
    if (quote === "{") return this.#braces(value, depth + 1);
    if (quote !== '"' && quote !== "'") return undefined;
    const close = text.indexOf(quote, value + 1);
    if (close !== -1) return this.#moved(value, close + 1);
    this.#moved(value, text.length);
    return undefined;
  }

  #braces(start: number, depth: number): number | undefined {
    return this.#remembered(start, depth, () => this.#expression(start, depth));
  }

  #after(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? pattern.lastIndex : at;
  }
}
