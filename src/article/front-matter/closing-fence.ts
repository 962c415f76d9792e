import type { FenceProblem } from "../problem.js";
import type { Range } from "../range.js";
import { isPlausibleLine, keyOfLine } from "./likeness.js";

/** A closing fence, and what is wrong with it or before it. */
export interface ClosingFence {
  readonly range: Range;
  readonly problem: { readonly code: FenceProblem; readonly range: Range } | undefined;
}

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
