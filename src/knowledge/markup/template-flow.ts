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
  };
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
