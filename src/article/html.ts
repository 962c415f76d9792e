import type { Root } from "hast";
import { htmlProblems } from "./html-problems.js";
import { parseHtml } from "./parse-html.js";
import type { Problem } from "./problem.js";

const DOCUMENT_START = /^\s*<(?:!doctype\s+html|html[\s>])/i;

/**
 * Parses an HTML body. `text` has the length of the source; front matter, BOM and template tags are
 * already blank or filler, so every position is a file position.
 *
 * @throws {RangeError} when elements nest deeper than the stack allows; callers check limits first.
 */
export function parseHtmlBody(text: string): {
  readonly tree: Root;
  readonly problems: readonly Problem[];
} {
  const fragment = !DOCUMENT_START.test(text);
  const { tree, errors } = parseHtml(text, { fragment });
  return { tree, problems: htmlProblems(text, tree, errors) };
}
