import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { htmlProblems } from "../html-problems.js";
import { parseHtml } from "../parse-html.js";
import type { Problem } from "../problem.js";

/** What Markdown makes that ends an open `<p>` (HTML §13.2.6.4.7). */
const BLOCK = /^(?:p|h[1-6]|pre|ul|ol|dl|blockquote|table|hr)$/;
/** Ends an open `<p>` as each of them does, and holds nothing. */
const STAND_IN = "<hr>";

/**
 * Leaves out what only seems to be wrong with the balance of raw tags: the next block of Markdown ends a raw `<p>`,
 * so that an end tag beyond it reaches the element around the paragraph.
 *
 * @param tree the tree of the Markdown, its HTML not yet parsed
 * @param markup the layer of its raw HTML
 * @param problems what is wrong with that layer alone
 */
export function heedingBlocks(
  tree: Root,
  markup: string,
  problems: readonly Problem[],
): readonly Problem[] {
  if (!problems.some(isUnbalanced) || !/<p[\s>]/i.test(markup)) return problems;
  const starts = startsOfBlocks(tree);
  const text = withStandIns(markup, starts);
  const { tree: layer, errors } = parseHtml(text, { fragment: true });
  const left = new Set<number>();
  let before = 0;
  for (const problem of htmlProblems(text, layer, errors)) {
    const { start } = problem.range;
    while ((starts[before] ?? markup.length) + before * STAND_IN.length < start) before++;
    if (isUnbalanced(problem)) left.add(start - before * STAND_IN.length);
  }
  return problems.filter((problem) => !isUnbalanced(problem) || left.has(problem.range.start));
}

function isUnbalanced(problem: Problem): boolean {
  return problem.kind === "html-parse" && /^(?:stray|unclosed)-/.test(problem.code);
}

/** Ascending. */
function startsOfBlocks(tree: Root): readonly number[] {
  const starts = new Set<number>();
  visit(tree, "element", ({ tagName, position }) => {
    const start = position?.start.offset;
    if (start !== undefined && BLOCK.test(tagName)) starts.add(start);
  });
  return [...starts].sort((left, right) => left - right);
}

function withStandIns(markup: string, starts: readonly number[]): string {
  let text = "";
  let at = 0;
  for (const start of starts) {
    text += markup.slice(at, start) + STAND_IN;
    at = start;
  }
  return text + markup.slice(at);
}
