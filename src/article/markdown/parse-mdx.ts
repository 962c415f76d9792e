import type { Root } from "hast";
import { mdxToHast } from "satteri";
import { blanked } from "../blanked.js";
import type { Problem } from "../problem.js";
import type { Syntax } from "../syntax.js";
import type { MarkdownBody } from "./markdown-body.js";
import { mdxCodeError } from "./mdx-code.js";
import { elementsFromJsx } from "./mdx-elements.js";
import { isHarmless } from "./mdx-limits.js";
import { featuresOf, rootOf } from "./satteri.js";

/** How often a text that does not parse is tried again, each time without the block at fault. */
const MAXIMUM_ATTEMPTS = 4;

const REASON = /^(\d+):(\d+): ([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/;
const CULPRIT = /<!--[\s\S]*?-->|<\/?[^\s<>]*>?|\S|$/y;
/** Tags from the beginning of a line, the last of which ends on a later line that begins with its `>`. */
const TAG_OF_LINES =
  /([ \t]*(?:<[\w.:-]+(?:[ \t][^<>{}\n]*)?>[ \t]*)*<[\w.:-]+(?:\s[^<>{}]*[^\s<>{}])?)\s*\n[ \t]*(?=>)/y;
const BLOCK_END = /\n[ \t\r]*(?=\n|$)/g;

/**
 * Parses MDX. It is never evaluated. A text that does not parse is one problem at its place; the rest is
 * parsed without the block at fault, or without its HTML comments where one of them is the fault.
 */
export function parseMdx(text: string, syntax: Syntax): MarkdownBody {
  const markup = blanked(text);
  const problems: Problem[] = [];
  const features = featuresOf(syntax);
  let rest = text;
  for (let attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
    // Without the block at fault the rest may mean something else than what was looked at before.
    if (attempt > 0 && !isHarmless(rest)) break;
    try {
      const tree = rootOf(mdxToHast(ended(rest), { features }));
      if (problems.length === 0) for (const one of codeProblems(tree, text)) problems.push(one);
      elementsFromJsx(tree);
      return { tree, markup, problems };
    } catch (error) {
      if (error instanceof RangeError) throw error;
      const { offset, reason } = readError(error, rest);
      const joined = withTagJoined(rest, offset);
      if (joined !== undefined) {
        rest = joined;
        continue;
      }
      CULPRIT.lastIndex = offset;
      const culprit = CULPRIT.exec(rest)?.[0] ?? "";
      const range = { start: offset, end: offset + culprit.length };
      // What follows from the first error is no defect of its own.
      if (problems.length === 0) problems.push({ kind: "mdx-syntax", range, reason });
      rest = culprit.startsWith("<!--") ? withoutComments(rest) : withoutBlock(rest, offset);
    }
  }
  return { tree: { type: "root", children: [] }, markup, problems };
}

/** What is wrong with modules and spread attributes; the rest of the article is read all the same. */
function codeProblems(tree: Root, text: string): readonly Problem[] {
  const found = mdxCodeError(tree, text);
  if (found === undefined) return [];
  const { offset, reason } = readError(found.error, found.code);
  const start = Math.min(found.start + offset, text.length);
  CULPRIT.lastIndex = start;
  const range = { start, end: start + (CULPRIT.exec(text)?.[0].length ?? 0) };
  return [{ kind: "mdx-syntax", range, reason }];
}

/**
 * satteri reads past the end of a text whose last character is a backslash in an `export` or `import` that
 * is not closed, and takes the whole process down; a line ending prevents it.
 */
function ended(text: string): string {
  return text.endsWith("\\") ? `${text}\n` : text;
}

/** satteri throws `line:column: reason (source:rule)`, lines and columns from 1, in UTF-16. */
function readError(
  error: unknown,
  text: string,
): { readonly offset: number; readonly reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column, reason] = REASON.exec(message) ?? [];
  if (reason === undefined) return { offset: 0, reason: message };
  let start = 0;
  for (let count = Number(line); count > 1; count--) start = text.indexOf("\n", start) + 1;
  const offset = Math.min(start + Number(column) - 1, text.length);
  return { offset, reason: reason.replace(" with oxc", "") };
}

/**
 * satteri takes a line that begins with the `>` of a tag for a quote. MDX does not where nothing but tags comes before that
 * tag on its line: there the `>` is put behind the tag's attributes. Undefined where the line at fault is another one.
 */
function withTagJoined(text: string, offset: number): string | undefined {
  TAG_OF_LINES.lastIndex = text.lastIndexOf("\n", offset - 1) + 1;
  const [whole = "", begins = ""] = TAG_OF_LINES.exec(text) ?? [];
  if (whole === "") return undefined;
  const start = TAG_OF_LINES.lastIndex - whole.length + begins.length;
  const end = TAG_OF_LINES.lastIndex;
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, blanked);
}

/** Blanks the lines around an offset up to the next blank ones. */
function withoutBlock(text: string, offset: number): string {
  let start = 0;
  let end = text.length;
  for (const { index } of text.matchAll(BLOCK_END)) {
    if (index < offset) start = index + 1;
    else {
      end = index;
      break;
    }
  }
  return text.slice(0, start) + blanked(text.slice(start, end)) + text.slice(end);
}
