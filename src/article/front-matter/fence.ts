import type { Problem } from "../problem.js";
import type { Range } from "../range.js";
import {
  type FencedBlock,
  type FenceSearch,
  fenceProblem,
  NOTHING,
  nextLineStart,
} from "./block.js";
import { type ClosingFence, findClosingFence, unclosed } from "./closing-fence.js";
import {
  isBlankBlock,
  isUsualKey,
  keyOfLine,
  lengthOfKeyRun,
  looksLikeMapping,
} from "./likeness.js";

const BLANKS = /[\s\uFEFF\u200B-\u200D\u2060]*/y;
const OPENING = /(-{3,}|\+{3}(?!\+)|;{3,})([^\r\n]*)(?:\r?\n|$)/y;

/** A JSON object at the top, and what may follow it on its last line. */
const OBJECT = /\{\s*"(?:[^"\\\n]|\\.)*"\s*:/y;
const AFTER_OBJECT = /[ \t]*(?:\r?\n|$)/y;

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

/** Offset of the brace that closes the one at `start`, strings skipped. */
function closingBrace(source: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < source.length; at += 1) {
    const character = source[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"' || character === "\n") inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

/** JSON front matter: an object at the top of the file, its braces being the fences. */
function findJsonBlock(source: string, leading: Range): FenceSearch {
  const start = leading.end;
  OBJECT.lastIndex = start;
  if (!OBJECT.test(source)) return NOTHING;
  const opening = { start, end: start + 1 };
  const end = closingBrace(source, start);
  if (end === undefined) {
    return { block: undefined, problems: [fenceProblem("unclosed", opening)] };
  }
  AFTER_OBJECT.lastIndex = end + 1;
  if (!AFTER_OBJECT.test(source)) return NOTHING;
  return {
    block: {
      format: "json",
      executable: undefined,
      withoutBraces: true,
      leading,
      opening,
      closing: { start: end, end: end + 1 },
      content: { start: start + 1, end },
      bodyStart: AFTER_OBJECT.lastIndex,
    },
    problems: [],
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
