import type { Problem } from "../problem.js";
import type { FencedBlock } from "./fence.js";
import { lengthOfKeyRun } from "./likeness.js";

/** A line of running text: no key, no list, no bracket, several words or a heading. */
const PROSE = /^(?:#{1,6} \S|!?\[|<[a-zA-Z!]|[^\s#\-[\]{}"'|>&*!%@`].*\s\S+\s\S)/;

/**
 * Sees when a closing fence was forgotten and the next thematic break of the body was taken for it: YAML has
 * errors, and they begin in prose after a blank line. The block then ends with its keys.
 */
export function withClosingFenceLost(
  source: string,
  block: FencedBlock,
  problems: readonly Problem[],
): { readonly block: FencedBlock; readonly problem: Problem } | undefined {
  if (block.format !== "yaml" || block.closing === undefined) return undefined;
  const content = source.slice(block.content.start, block.content.end);
  const run = lengthOfKeyRun(content);
  const end = block.content.start + run.length;
  const rest = content.slice(run.length);
  if (run.keys.length === 0 || !/^[ \t]*\r?\n/.test(rest) || !PROSE.test(rest.trimStart()))
    return undefined;
  const first = problems.find(({ kind }) => kind === "front-matter-syntax");
  if (first === undefined || first.range.start < end) return undefined;
  return {
    block: {
      ...block,
      closing: undefined,
      content: { start: block.content.start, end },
      bodyStart: end,
    },
    problem: { kind: "front-matter-fence", code: "unclosed", range: block.opening },
  };
}
