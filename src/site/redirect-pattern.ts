/** How placeholders are written: `*` and `:name`; `:name*`, `(.*)` and `$1`; `[name]` and `[...name]`. */
export type PatternSyntax = "underscore" | "path-to-regexp" | "brackets";

interface Token {
  readonly kind: "text" | "segment" | "splat";
  /** The text itself, or the placeholder's name. */
  readonly value: string;
}

/** What stands between slashes, or in splats anything, by placeholder name. */
export type Captures = ReadonlyMap<string, string>;

/** A path with placeholders, read. */
export interface Pattern {
  readonly tokens: readonly Token[];
  readonly isPattern: boolean;
  /** False for what cannot be told from here, such as a regular expression of its own. */
  readonly isExact: boolean;
}

const PLACEHOLDERS: Readonly<Record<PatternSyntax, RegExp>> = {
  underscore: /\*|:([A-Za-z_]\w*)/g,
  "path-to-regexp": /:([A-Za-z_]\w*)(?:\(((?:[^()\\]|\\.)*)\))?([*+?])?|\(((?:[^()\\]|\\.)*)\)/g,
  brackets: /\[(\.\.\.)?([A-Za-z_]\w*)\]/g,
};

/** Reads the path of a redirect. */
export function readPattern(path: string, syntax: PatternSyntax): Pattern {
  const tokens: Token[] = [];
  let isExact = true;
  let unnamed = 0;
  let end = 0;
  for (const match of path.matchAll(PLACEHOLDERS[syntax])) {
    if (match.index > end) tokens.push({ kind: "text", value: path.slice(end, match.index) });
    end = match.index + match[0].length;
    if (syntax === "underscore") {
      const [, name] = match;
      tokens.push(
        name === undefined ? { kind: "splat", value: "splat" } : { kind: "segment", value: name },
      );
    } else if (syntax === "brackets") {
      tokens.push({ kind: match[1] === undefined ? "segment" : "splat", value: match[2] ?? "" });
    } else {
      const [, name, own, repeat, group] = match;
      if (name === undefined) unnamed += 1;
      const expression = own ?? group;
      if (expression !== undefined && expression !== ".*") isExact = false;
      const isSegment = repeat === undefined && expression === undefined;
      tokens.push({ kind: isSegment ? "segment" : "splat", value: name ?? String(unnamed) });
    }
  }
  if (end < path.length) tokens.push({ kind: "text", value: path.slice(end) });
  const isPattern = tokens.some(({ kind }) => kind !== "text");
  return { tokens, isPattern, isExact };
}

/** The first segment of all addresses that a pattern matches; undefined where they differ in it. */
export function firstSegmentOf({ tokens: [first] }: Pattern): string | undefined {
  if (first?.kind !== "text") return undefined;
  const [before, segment, ...rest] = first.value.split("/");
  return before === "" && rest.length > 0 ? segment : undefined;
}

/** An address that a pattern matches, its placeholders filled with a name that no page has. */
export function exampleOf({ tokens }: Pattern): string {
  return tokens.map(({ kind, value }) => (kind === "text" ? value : "~any~")).join("");
}

/**
 * Matches an address against a pattern, in linear time: each placeholder takes as little as the text behind it
 * allows, the last one all that is left. `/news/*` matches `/news` too, as hosts do, and a slash at the end makes no
 * difference, but in what a splat takes.
 */
export function matchPattern({ tokens }: Pattern, address: string): Captures | undefined {
  return tokens.at(-1)?.kind === "splat"
    ? matchTokens(tokens, address)
    : matchTokens(slashlessTokens(tokens), slashless(address));
}

function slashlessTokens(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (last?.kind !== "text" || !last.value.endsWith("/")) return tokens;
  const value = last.value.slice(0, -1);
  return [...tokens.slice(0, -1), ...(value === "" ? [] : [{ ...last, value }])];
}

/** An address without the slash at its end. */
export function slashless(address: string): string {
  return address === "/" ? address : address.replace(/\/$/, "");
}

function matchTokens(tokens: readonly Token[], address: string): Captures | undefined {
  const captures = new Map<string, string>();
  let at = 0;
  for (const [index, { kind, value }] of tokens.entries()) {
    const next = tokens[index + 1];
    if (kind === "text") {
      const isBeforeSplat = next?.kind === "splat" && index + 2 === tokens.length;
      if (address.startsWith(value, at)) at += value.length;
      else if (isBeforeSplat && value.endsWith("/") && address.slice(at) === value.slice(0, -1)) {
        at = address.length;
      } else return undefined;
      continue;
    }
    const end = endOf(address, at, next, index + 2 === tokens.length);
    if (end === undefined) return undefined;
    const text = address.slice(at, end);
    if (kind === "segment" && (text === "" || text.includes("/"))) return undefined;
    captures.set(value, text);
    at = end;
  }
  return at === address.length ? captures : undefined;
}

/** Where a placeholder ends: before the text that follows it, at a slash or at the end. */
function endOf(
  address: string,
  at: number,
  next: Token | undefined,
  isNextLast: boolean,
): number | undefined {
  if (next === undefined) return address.length;
  if (next.kind !== "text") return undefined;
  const end = isNextLast ? address.length - next.value.length : address.indexOf(next.value, at);
  return end < at ? undefined : end;
}

const REFERENCES: Readonly<Record<PatternSyntax, RegExp>> = {
  underscore: /:([A-Za-z_]\w*)/g,
  "path-to-regexp": /[:$](\w+)[*+?]?/g,
  brackets: /\[(?:\.\.\.)?([A-Za-z_]\w*)\]/g,
};

/** A redirect's target with its placeholders filled; those that nothing was found for stay. */
export function fillPattern(to: string, syntax: PatternSyntax, captures: Captures): string {
  if (captures.size === 0) return to;
  return to.replace(REFERENCES[syntax], (whole, name: string) => captures.get(name) ?? whole);
}
