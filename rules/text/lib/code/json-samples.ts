import type { CodeBlock, Range } from "../../../../src/rules.js";

/** What keeps a sample from being JSON: the signs that are too many, or where one is missing. */
export interface JsonDefect {
  readonly kind: "trailingComma" | "missingComma";
  readonly places: readonly Range[];
}

/** Longer samples are data. */
const LONGEST = 50_000;
/** Files that are read with commas at the end, as their readers say. */
const LENIENT =
  /tsconfig|jsconfig|settings|launch|tasks|devcontainer|eslintrc|babel|swcrc|renovate|prettierrc|jsonc|json5|"compilerOptions"/i;
/** What says that a sample leaves something out, or is no plain JSON. */
const NOT_MEANT = /\.\.\.|…|\/\/|\/\*|<[\w/-]|^[ \t]*[#+-]/m;
const STRING = /"(?:[^"\\\n]|\\.)*"/g;

/** Finds the commas that make a sample of JSON unreadable, where nothing else does. */
export function jsonDefect({ language, meta, lines }: CodeBlock): JsonDefect | undefined {
  if (language !== "json") return undefined;
  const text = lines.map((line) => line.text).join("\n");
  if (text.length > LONGEST || !/^[{[]/.test(text.trim()) || !/[}\]]$/.test(text.trim()))
    return undefined;
  // Addresses in strings have slashes, too.
  const signs = text.replace(STRING, (found) => `"${" ".repeat(found.length - 2)}"`);
  if (LENIENT.test(meta) || LENIENT.test(text) || NOT_MEANT.test(signs) || text.includes("..."))
    return undefined;
  if (isJson(text)) return undefined;
  const placeOf = (index: number): Range => offsetIn(lines, index);
  const trailing = [...signs.matchAll(/,(?=\s*[}\]])/g)].map(({ index }) => index);
  if (trailing.length > 0) {
    const mended = [...text].length === text.length ? without(text, trailing) : undefined;
    if (mended !== undefined && isJson(mended))
      return { kind: "trailingComma", places: trailing.map(placeOf) };
    return undefined;
  }
  const missing = [...signs.matchAll(/["\d\]}el](?=[ \t]*\n\s*["{[])/g)].map(({ index }) => index);
  const mended = missing.reduceRight(
    (whole, at) => `${whole.slice(0, at + 1)},${whole.slice(at + 1)}`,
    text,
  );
  if (missing.length === 0 || !isJson(mended)) return undefined;
  return { kind: "missingComma", places: missing.map(placeOf) };
}

function without(text: string, places: readonly number[]): string {
  return places.reduceRight((whole, at) => whole.slice(0, at) + whole.slice(at + 1), text);
}

function offsetIn(lines: CodeBlock["lines"], index: number): Range {
  let rest = index;
  for (const { text, start } of lines) {
    if (rest < text.length) return { start: start + rest, end: start + rest + 1 };
    rest -= text.length + 1;
  }
  return { start: 0, end: 0 };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
