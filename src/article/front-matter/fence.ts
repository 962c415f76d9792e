import type { Problem } from "../problem.js";
import type { Range } from "../range.js";
import { nextLineStart } from "./block-lines.js";
import { type ClosingFence, findClosingFence } from "./closing-fence.js";
import { findJsonBlock } from "./json-fence.js";
import {
  isBlankBlock,
  isUsualKey,
  keyOfLine,
  lengthOfKeyRun,
  looksLikeMapping,
} from "./likeness.js";

/** The block that holds an article's front matter, before its content is read. */
export interface FencedBlock {
  readonly format: "yaml" | "toml" | "json";
  /** Name of a language that would be *executed* by some readers, as written; undefined for data. */
  readonly executable: string | undefined;
  /** True for `;;;` blocks, whose content is a JSON object without its braces. */
  readonly withoutBraces: boolean;
  readonly leading: Range;
  readonly opening: Range;
  readonly closing: Range | undefined;
  readonly content: Range;
  /** Offset just after the line ending of the closing fence. */
  readonly bodyStart: number;
}

export interface FenceSearch {
  readonly block: FencedBlock | undefined;
  readonly problems: readonly Problem[];
}

const NOTHING: FenceSearch = { block: undefined, problems: [] };
const BLANKS = /[\s\uFEFF\u200B-\u200D\u2060]*/y;
const OPENING = /(-{3,}|\+{3}(?!\+)|;{3,})([^\r\n]*)(?:\r?\n|$)/y;

/** Languages that gray-matter and engines built on it evaluate as programs. */
const EXECUTABLE = new Set([
  "js",
  "javascript",
  "node",
  "mjs",
  "cjs",
  "jsx",
  "ts",
  "typescript",
  "coffee",
  "coffeescript",
  "cson",
  "lua",
  "php",
  "ruby",
  "python",
]);

/** Offset of the first thing that is neither blank, invisible nor an HTML comment. */
function skipLeading(source: string): number {
  let at = 0;
  for (;;) {
    BLANKS.lastIndex = at;
    BLANKS.exec(source);
    at = BLANKS.lastIndex;
    if (!source.startsWith("<!--", at)) return at;
    const end = source.indexOf("-->", at + 4);
    if (end === -1) return at;
    at = end + 3;
  }
}

function fenceProblem(
  code: Extract<Problem, { kind: "front-matter-fence" }>["code"],
  range: Range,
  related?: Range,
): Problem {
  return { kind: "front-matter-fence", code, range, ...(related && { related }) };
}

function formatOf(delimiter: string, language: string): FencedBlock["format"] {
  if (language === "toml" || language === "json") return language;
  if (delimiter.startsWith("+")) return "toml";
  return delimiter.startsWith(";") ? "json" : "yaml";
}

interface Opening {
  readonly delimiter: string;
  /** What stands on the line after the delimiter, trimmed. */
  readonly text: string;
  readonly range: Range;
  readonly contentStart: number;
}

function openingAt(source: string, start: number): Opening | undefined {
  OPENING.lastIndex = start;
  const match = OPENING.exec(source);
  if (match === null) return undefined;
  const [line, delimiter = "", rest = ""] = match;
  return {
    delimiter,
    text: rest.trim(),
    range: { start, end: start + (delimiter + rest).trimEnd().length },
    contentStart: start + line.length,
  };
}

function problemsOfOpening(opening: Opening, isExecutable: boolean): Problem[] {
  if (opening.delimiter.startsWith("-") && opening.delimiter.length > 3) {
    return [fenceProblem("too-many-dashes", opening.range)];
  }
  if (opening.text !== "" && !isExecutable)
    return [fenceProblem("text-after-opening", opening.range)];
  return [];
}

/** Front matter whose closing fence is missing: the keys at its start are read, all the rest is body. */
function unclosed(
  source: string,
  leading: Range,
  opening: Opening,
  base: Pick<FencedBlock, "format" | "executable" | "withoutBraces">,
): FenceSearch {
  const rest = source.slice(opening.contentStart);
  const problem = fenceProblem("unclosed", opening.range);
  const block = (end: number): FencedBlock => ({
    ...base,
    leading,
    opening: opening.range,
    closing: undefined,
    content: { start: opening.contentStart, end },
    bodyStart: end,
  });
  if (base.executable !== undefined) return { block: block(source.length), problems: [problem] };
  if (base.format !== "yaml") {
    const paragraph = /\r?\n[ \t]*\r?\n/.exec(rest);
    const end = paragraph === null ? source.length : opening.contentStart + paragraph.index;
    const content = source.slice(opening.contentStart, end);
    return looksLikeMapping(content, base.format)
      ? { block: block(end), problems: [problem] }
      : NOTHING;
  }
  const run = lengthOfKeyRun(rest);
  const certain =
    run.keys.some(isUsualKey) || (run.keys.length > 1 && leading.end - leading.start < 2);
  return certain
    ? { block: block(opening.contentStart + run.length), problems: [problem] }
    : NOTHING;
}

/** Front matter that has only a closing fence, which some engine reads. Recognised by a usual key on the first line. */
function unopened(source: string, start: number): FenceSearch {
  const first = keyOfLine(source.slice(start, start + 200).split("\n", 1)[0] ?? "");
  if (first === undefined || !isUsualKey(first)) return NOTHING;
  const run = lengthOfKeyRun(source.slice(start));
  const opening = openingAt(source, start + run.length);
  if (opening?.delimiter !== "---" || opening.text !== "" || run.keys.length < 2) return NOTHING;
  const at = { start, end: start };
  return {
    block: {
      format: "yaml",
      executable: undefined,
      withoutBraces: false,
      leading: { start: 0, end: start },
      opening: at,
      closing: opening.range,
      content: { start, end: opening.range.start },
      bodyStart: opening.contentStart,
    },
    problems: [fenceProblem("unopened", opening.range)],
  };
}

function lineStartOf(source: string, closing: ClosingFence): number {
  return source.lastIndexOf("\n", closing.range.start - 1) + 1;
}

/**
 * Finds the front matter of an article. Finds what a writer meant, not what one reader takes: each
 * deviation that some reader stumbles over comes back as a problem. No part of the source is lost: it
 * is leading bytes, fence, content or body.
 */
export function findFence(source: string): FenceSearch {
  const start = skipLeading(source);
  const leading = { start: 0, end: start };
  if (source[start] === "{") return findJsonBlock(source, leading);
  const opening = openingAt(source, start);
  if (opening === undefined) return unopened(source, start);
  const { delimiter, text, range, contentStart } = opening;
  const language = text.toLowerCase();
  const executable = EXECUTABLE.has(language) ? text : undefined;
  const base = {
    format: formatOf(delimiter, language),
    executable,
    withoutBraces: delimiter.startsWith(";"),
  };
  const closing = findClosingFence(source, contentStart, delimiter);
  if (closing === undefined) return unclosed(source, leading, opening, base);

  const content = { start: contentStart, end: lineStartOf(source, closing) };
  const inside = source.slice(content.start, content.end);
  const empty = base.format !== "json" && isBlankBlock(inside);
  const meant =
    executable !== undefined || (empty ? start < 2 : looksLikeMapping(inside, base.format));
  const problems = problemsOfOpening(opening, executable !== undefined);
  if (!meant) {
    const misread = delimiter === "---" && text === "" && closing.problem === undefined && !empty;
    return misread
      ? { block: undefined, problems: [fenceProblem("prose-rule", range, closing.range)] }
      : NOTHING;
  }
  if (closing.problem !== undefined) {
    problems.push(fenceProblem(closing.problem.code, closing.problem.range, range));
  }
  return {
    block: {
      ...base,
      leading,
      opening: range,
      closing: closing.range,
      content,
      bodyStart: nextLineStart(source, closing.range.end) ?? source.length,
    },
    problems,
  };
}
