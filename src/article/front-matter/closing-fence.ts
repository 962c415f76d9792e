import type { FenceProblem, Problem } from "../problem.js";
import type { Range } from "../range.js";
import { type FencedBlock, type FenceSearch, fenceProblem, NOTHING } from "./block.js";
import {
  isPlausibleLine,
  isUsualKey,
  keyOfLine,
  lengthOfKeyRun,
  looksLikeMapping,
} from "./likeness.js";

/** A closing fence, and what is wrong with it or before it. */
export interface ClosingFence {
  readonly range: Range;
  readonly problem: { readonly code: FenceProblem; readonly range: Range } | undefined;
}

/** A line of running text: no key, no list, no bracket, several words or a heading. */
const PROSE = /^(?:#{1,6} \S|!?\[|<[a-zA-Z!]|[^\s#\-[\]{}"'|>&*!%@`].*\s\S+\s\S)/;

const CANDIDATE = /^([ \t]*)(-{3,}|\+{3,}|;{3,}|\.{3})([^\r\n]*)/;

interface Candidate {
  readonly range: Range;
  /** Undefined for a fence that every reader takes. */
  readonly code: FenceProblem | undefined;
}

function judge(line: string, start: number, delimiter: string): Candidate | undefined {
  const match = CANDIDATE.exec(line);
  if (match === null) return undefined;
  const [, indent = "", mark = "", rest = ""] = match;
  const range = { start: start + indent.length, end: start + line.trimEnd().length };
  const bare = rest.trim() === "";
  const same = mark[0] === delimiter[0];
  if (indent === "" && bare && same && (mark === delimiter || mark.length === 3)) {
    return { range, code: undefined };
  }
  if (mark.startsWith(".")) {
    return indent === "" && bare && delimiter.startsWith("-")
      ? { range, code: "dots-close" }
      : undefined;
  }
  if (!same) {
    return indent === "" && bare && mark.length === 3 ? { range, code: "mixed" } : undefined;
  }
  if (indent !== "") return bare && mark.length === 3 ? { range, code: "indented" } : undefined;
  return { range, code: "closing-prefix" };
}

/**
 * Finds the line that closes front matter opened with `delimiter`. The first faultless fence wins; an
 * imprecise one before it (a prefix, indented, `...`, another delimiter) is taken instead when prose
 * follows it, because then the faultless one is a rule of the body.
 *
 * Readers that search for the mere text of the fence (gray-matter) stop at a prefix, so a prefix
 * that is only content is reported as well.
 */
export function findClosingFence(
  source: string,
  from: number,
  delimiter: string,
): ClosingFence | undefined {
  let imprecise: Candidate | undefined;
  let plausible = true;
  let keysSince = false;
  let textSince = false;
  let start = from;
  while (start <= source.length) {
    const feed = source.indexOf("\n", start);
    const end = feed === -1 ? source.length : feed;
    const line = source.slice(start, end);
    const candidate = judge(line, start, delimiter);
    if (candidate !== undefined && candidate.code === undefined) {
      if (imprecise?.code !== undefined && (!plausible || (textSince && !keysSince))) break;
      const prefix = imprecise?.code === "closing-prefix" ? imprecise.range : undefined;
      return {
        range: candidate.range,
        problem: prefix === undefined ? undefined : { code: "closing-prefix", range: prefix },
      };
    }
    if (imprecise === undefined) {
      imprecise = candidate;
    } else if (line.trim() !== "") {
      // Indented lines belong to the value the line may be part of.
      textSince ||= !/^\s/.test(line);
      keysSince ||= keyOfLine(line) !== undefined;
      plausible &&= isPlausibleLine(line);
      if (!plausible) break;
    }
    if (feed === -1) break;
    start = feed + 1;
  }
  if (imprecise?.code === undefined) return undefined;
  return { range: imprecise.range, problem: { code: imprecise.code, range: imprecise.range } };
}

/** Front matter whose closing fence is missing: the keys at its start are read, all the rest is body. */
export function unclosed(
  source: string,
  leading: Range,
  opening: { readonly range: Range; readonly contentStart: number },
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
    problem: fenceProblem("unclosed", block.opening),
  };
}
