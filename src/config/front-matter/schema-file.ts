import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { tooDeepAt } from "../../article/front-matter/json/read-json.js";

/** Largest schema file that is read, in bytes. */
export const MAXIMUM_SCHEMA_BYTES = 1_000_000;

/** Lists and maps in one another. */
const MOST_DEPTH = 100;

/**
 * The content of a schema file: JSON, comments and trailing commas allowed as in `frontmatter.json`.
 *
 * @throws {TypeError} when the text is no JSON object
 */
export function parseSchemaFile(text: string): object {
  const deep = tooDeepAt(text, MOST_DEPTH);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split("\n").length;
    throw new TypeError(`It nests deeper than ${MOST_DEPTH} levels in line ${line}.`);
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ""), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    const line = text.slice(0, error.offset).split("\n").length;
    throw new TypeError(
      `It is not valid JSON (${printParseErrorCode(error.error)} in line ${line}).`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError("It does not contain a JSON Schema.");
  return value;
}
