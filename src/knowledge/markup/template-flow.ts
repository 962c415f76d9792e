import type { Article } from "../../article/article.js";
import type { Range } from "../../article/range.js";
import { overlapTest } from "../prose/verbatim.js";

const BRANCH = /^(?:else|elsif|elseif|elif|when|case|default)$/;
const OPENING =
  /^(?:if|unless|ifversion|case|for|tablerow|each|with|capture|block|macro|call|range)$/;
const CLOSING = /^end/;

/** What an article's templates leave open. */
export interface TemplateFlow {
  /** Whether a template's `else`, `when` or the like stands between two offsets: readers may see only one of them. */
  isEitherOr(first: number, second: number): boolean;
  /** Whether an offset lies inside a condition or loop: what stands there may come once, often or never. */
  isConditional(offset: number): boolean;
  /** The branches of each condition that has several, of which readers see one. */
  readonly alternatives: readonly (readonly Range[])[];
}

/** Reads the conditions and loops of an article's template tags. */
export function templateFlowOf(article: Article): TemplateFlow {
  const branches = overlapTest(
    article.templateTags.filter(({ name }) => BRANCH.test(name)).map(({ range }) => range),
  );
  const conditions = overlapTest(conditionRanges(article));
  return {
    isEitherOr: (first, second) => branches({ start: first, end: second }),
    isConditional: (offset) => conditions({ start: offset, end: offset + 1 }),
    alternatives: alternativesOf(article),
  };
}

/** What stands between the tags of each condition that has an `else`, a `when` or the like. */
function alternativesOf(article: Article): readonly (readonly Range[])[] {
  const found: (readonly Range[])[] = [];
  const open: { name: string; start: number; readonly branches: Range[] }[] = [];
  for (const { name, range } of article.templateTags) {
    const current = open.at(-1);
    if (OPENING.test(name)) open.push({ name, start: range.end, branches: [] });
    else if (current !== undefined && (BRANCH.test(name) || CLOSING.test(name))) {
      // Nothing is printed between `case` and the first `when`.
      const isHead = current.name === "case" && current.branches.length === 0 && name === "when";
      if (!isHead) current.branches.push({ start: current.start, end: range.start });
      if (isHead) current.name = "when";
      current.start = range.end;
      if (CLOSING.test(name)) {
        open.pop();
        if (current.branches.length > 1) found.push(current.branches);
      }
    }
  }
  return found;
}

/** From the outermost opening tags to their ends; to the end of the article where that is missing. */
function conditionRanges(article: Article): readonly Range[] {
  const ranges: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const { name, range } of article.templateTags) {
    if (OPENING.test(name)) {
      if (depth === 0) start = range.start;
      depth++;
    } else if (CLOSING.test(name) && depth > 0) {
      depth--;
      if (depth === 0) ranges.push({ start, end: range.end });
    }
  }
  if (depth > 0) ranges.push({ start, end: article.source.length });
  return ranges;
}
