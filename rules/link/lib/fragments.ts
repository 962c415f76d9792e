import type { Article } from "../../../src/rules.js";

/** Tags that include text from elsewhere, and ids with it. */
const INCLUDES =
  /^(?:include|include_relative|import|render|partial|includes?_cached|embed|macro|call|block|for|raw|renderTemplate|snippet|content|toc|md|markdown|readfile|component)/i;

/**
 * Lines that Markdown extensions put a file or the documentation of code in place of: `--8<-- "a.md"`,
 * `::: package.name`, and `::: name` with options below.
 */
const INCLUDING_LINE =
  /^[ \t]*(?:-+8<-+|:::[ \t]+(?:[\w-]+\.[\w.-]+|[\w-]+[ \t]*\r?\n[ \t]+:[\w-]+:))/m;

/** Whether an article includes text from elsewhere (includes, components), so that not all of its ids are known. */
export function bringsInText(article: Article): boolean {
  return (
    article.templateTags.some(
      ({ kind, name }) => kind === "expression" || (kind === "tag" && INCLUDES.test(name)),
    ) ||
    article.comments.some(({ value }) => /^\s*@include:/.test(value)) ||
    INCLUDING_LINE.test(article.source)
  );
}
