import type { ArticleFormat } from "./article.js";
import { checkBlocks } from "./markdown/block-limits.js";
import { checkMdx } from "./markdown/mdx-limits.js";
import { checkNesting } from "./nesting.js";
import type { Problem } from "./problem.js";
import { withoutUncheckedBlocks } from "./unchecked-blocks.js";

/** Characters of an article; beyond it even linear parsing takes seconds. */
const MAXIMUM_LENGTH = 2_000_000;

/**
 * Finds text that would cost its parser more time or stack than it may take, by counting before
 * anything is built: native code cannot be interrupted, nor a full stack be emptied. Linear in the
 * text's length. Raw HTML in Markdown is counted when it is known, by the parser of Markdown bodies.
 *
 * @param text the text that will be parsed: front matter blanked, template tags masked
 */
export function checkLimits(text: string, format: ArticleFormat): readonly Problem[] {
  if (text.length > MAXIMUM_LENGTH) {
    const start = Math.max(0, text.search(/\S/));
    const range = { start, end: Math.min(start + 1, text.length) };
    return [{ kind: "limit", range, limit: "size", maximum: MAXIMUM_LENGTH, unchecked: "body" }];
  }
  if (format === "html") return checkNesting(text);
  const problems = checkBlocks(text, format === "markdown");
  return format === "mdx"
    ? [...problems, ...checkMdx(withoutUncheckedBlocks(text, problems))]
    : problems;
}
