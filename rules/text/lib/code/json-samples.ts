import { type CodeBlock, type Range, showsChange } from "../../../../src/rules.js";
import { isJson, placeIn } from "./code-text.js";

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
/** The end of a value before the beginning of the next one, on the same line or a later one. */
const MISSING = /["\d\]}el](?=\s+["{[]|[ \t]*\n\s*[-\dtfn])/g;
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const LANGUAGES = ["json", "jsonc", "json5"];
const KEY = /^\s*"([^"\n]{1,200})"\s*:/;
const STRING = /"(?:[^"\\\n]|\\.)*"/g;

/** Finds the commas that make a sample of JSON unreadable, where nothing else does. */
export function jsonDefect(block: CodeBlock): JsonDefect | undefined {
  const { language, meta, lines } = block;
  if (!LANGUAGES.includes(language)) return undefined;
  const text = lines.map((line) => line.text).join("\n");
  if (text.length > LONGEST || !/^[{[]/.test(text.trim()) || !/[}\]]$/.test(text.trim()))
    return undefined;
  const placeOf = (index: number): Range => placeIn(lines, index);
  const isPlain = language === "json" && withoutComments(text) === text;
  const isStrict = isPlain && !LENIENT.test(meta) && !LENIENT.test(text);
  const plain = isStrict ? text : withoutComments(text);
  // Addresses in strings have slashes, too.
  const signs = plain.replace(STRING, (found) => `"${"_".repeat(found.length - 2)}"`);
  if (NOT_MEANT.test(signs) || isJson(plain)) return undefined;
  const trailing = [...signs.matchAll(/,(?=\s*[}\]])/g)].map(({ index }) => index);
  if (trailing.length > 0 && isStrict) {
    if (text.includes("...") || !isJson(without(text, trailing))) return undefined;
    return { kind: "trailingComma", places: trailing.map(placeOf) };
  }
  // Between a line that goes and the one that comes is no comma.
  if (showsChange(block)) return undefined;
  // Where commas at the end are allowed, they say nothing about those between members.
  const closed = isStrict ? plain : blankedAt(plain, trailing);
  const missing = [...signs.matchAll(MISSING)].map(({ index }) => index);
  const mended = missing.reduceRight(
    (whole, at) => `${whole.slice(0, at + 1)},${whole.slice(at + 1)}`,
    closed,
  );
  if (missing.length === 0 || !isJson(mended)) return undefined;
  // A comment or dots between two members say what is left out.
  const isAbbreviated = missing.some((at) => /^\s*(?:"\s*\.{2}|\/)/.test(text.slice(at + 1)));
  return isAbbreviated || missing.some((at) => isOtherValue(text, at))
    ? undefined
    : { kind: "missingComma", places: missing.map(placeOf) };
}

/** Whether the members around a place have one key: the old value and the new one. */
function isOtherValue(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at + 1);
  const [before, after] = [line, text.slice(at + 1)].map((part) => KEY.exec(part)?.[1]);
  return before !== undefined && before === after;
}

/** Blanks the comments outside of strings. */
function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, " "),
  );
}

function blankedAt(text: string, places: readonly number[]): string {
  return places.reduce((whole, at) => `${whole.slice(0, at)} ${whole.slice(at + 1)}`, text);
}

function without(text: string, places: readonly number[]): string {
  return places.reduceRight((whole, at) => whole.slice(0, at) + whole.slice(at + 1), text);
}
