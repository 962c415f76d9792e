import {
  createScanner,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Problem } from "../../problem.js";
import type { Range } from "../../range.js";
import { type BlockReading, emptyRecord, MAXIMUM_DEPTH, refusedBlock } from "../block-reading.js";
import type { FrontMatterEntry, ValuePath } from "../front-matter.js";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const REASONS: ReadonlyMap<string, string> = new Map([
  ["InvalidSymbol", "this is no JSON value; text needs double quotation marks"],
  ["InvalidNumberFormat", "this is no JSON number"],
  ["PropertyNameExpected", "a key in double quotation marks is missing here"],
  ["ValueExpected", "a value is missing here"],
  ["ColonExpected", "a colon is missing after the key"],
  ["CommaExpected", "a comma is missing between two values"],
  ["CloseBraceExpected", "a closing } is missing"],
  ["CloseBracketExpected", "a closing ] is missing"],
  ["EndOfFileExpected", "something follows after the end of the object"],
  ["InvalidCommentToken", "JSON has no comments"],
  ["UnexpectedEndOfComment", "JSON has no comments"],
  ["UnexpectedEndOfString", "a closing quotation mark is missing"],
  ["UnexpectedEndOfNumber", "this number is not complete"],
  ["InvalidUnicode", "this is no valid \\u escape"],
  ["InvalidEscapeCharacter", "this is no valid escape"],
  ["InvalidCharacter", "a control character stands inside quotation marks"],
]);

/** Offset where brackets nest deeper than `maximum`, counted before anything recursive runs. */
export function tooDeepAt(text: string, maximum: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    if (scanner.getTokenLength() === 0) return undefined;
    // A string in quotation marks is longer than one character, so this is the bracket itself.
    const token = scanner.getTokenLength() === 1 ? text[scanner.getTokenOffset()] : "";
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (depth > maximum) return scanner.getTokenOffset();
  }
}

class JsonValues {
  readonly entries: FrontMatterEntry[] = [];
  readonly problems: Problem[] = [];
  readonly #inFile: (start: number, length: number) => Range;

  constructor(inFile: (start: number, length: number) => Range) {
    this.#inFile = inFile;
  }

  value(node: Node, path: ValuePath): unknown {
    if (node.type === "object") return this.object(node, path);
    if (node.type !== "array") return node.value;
    return (node.children ?? []).map((child, index) =>
      this.#entry(child, [...path, index], undefined),
    );
  }

  #entry(node: Node, path: ValuePath, keyRange: Range | undefined): unknown {
    const isScalar = node.type !== "object" && node.type !== "array";
    const entry: Writable<FrontMatterEntry> = {
      path,
      value: undefined,
      keyRange,
      valueRange: this.#inFile(node.offset, node.length),
      style: isScalar ? (node.type === "string" ? "double-quoted" : "plain") : undefined,
    };
    this.entries.push(entry);
    entry.value = this.value(node, path);
    return entry.value;
  }

  object(node: Node, path: ValuePath): Record<string, unknown> {
    const record = emptyRecord();
    const seen = new Map<string, Range>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (typeof key?.value !== "string" || value === undefined) continue;
      const name: string = key.value;
      const keyRange = this.#inFile(key.offset, key.length);
      const exact = seen.get(name);
      const folded = path.length === 0 ? seen.get(`:${name.toLowerCase()}`) : undefined;
      const first = exact ?? folded;
      if (first !== undefined) {
        const caseOnly = exact === undefined;
        this.problems.push({
          kind: "front-matter-duplicate-key",
          range: keyRange,
          key: name,
          first,
          caseOnly,
        });
      }
      if (exact === undefined) seen.set(name, keyRange);
      if (folded === undefined) seen.set(`:${name.toLowerCase()}`, keyRange);
      record[name] = this.#entry(value, [...path, name], keyRange);
    }
    return record;
  }
}

/** What the parser complains of while it recovers from an error is left out: nothing lies between the two. */
function syntaxProblems(
  text: string,
  errors: readonly ParseError[],
  inFile: (start: number, length: number) => Range,
): Problem[] {
  const problems: Problem[] = [];
  let before: number | undefined;
  for (const { error, offset, length } of errors) {
    const follows = before !== undefined && text.slice(before, offset).trim() === "";
    before = offset + length;
    if (follows) continue;
    const code = printParseErrorCode(error);
    problems.push({
      kind: "front-matter-syntax",
      range: inFile(offset, length),
      reason: REASONS.get(code) ?? "this is no valid JSON",
      ...(code === "UnexpectedEndOfString" && { hint: "unbalanced-quote" }),
    });
  }
  return problems;
}

/**
 * Reads JSON front matter (RFC 8259). `offset` is where `content` begins in the file; `withoutBraces` says that
 * the content is an object whose braces stand outside of it or are left out.
 */
export function readJson(content: string, offset: number, withoutBraces: boolean): BlockReading {
  const wrap = withoutBraces && !content.trimStart().startsWith("{");
  const text = wrap ? `{${content}}` : content;
  const shift = wrap ? offset - 1 : offset;
  const inFile = (start: number, length: number): Range => {
    const from = Math.min(Math.max(start + shift, offset), offset + content.length);
    return {
      start: from,
      end: Math.min(Math.max(start + length + shift, from), offset + content.length),
    };
  };
  const deep = tooDeepAt(text, MAXIMUM_DEPTH);
  if (deep !== undefined) {
    return refusedBlock({
      kind: "limit",
      range: inFile(deep, 1),
      limit: "front-matter-depth",
      maximum: MAXIMUM_DEPTH,
      unchecked: "front-matter",
    });
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const values = new JsonValues(inFile);
  const data = root?.type === "object" ? values.object(root, []) : emptyRecord();
  return {
    data,
    entries: values.entries,
    comments: [],
    problems: [...syntaxProblems(text, errors, inFile), ...values.problems],
  };
}
