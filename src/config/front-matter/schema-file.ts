import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/** Largest schema file that is read, in bytes. */
export const MAXIMUM_SCHEMA_BYTES = 1_000_000;

/**
 * The content of a schema file: JSON, comments and trailing commas allowed as in `frontmatter.json`.
 *
 * @throws {TypeError} when the text is no JSON object
 */
export function parseSchemaFile(text: string): object {
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
