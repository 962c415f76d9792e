import type { Article } from "../../article/article.js";
import { hasTemplateSyntax } from "../../article/templates.js";

/** The title in an article's front matter, trimmed; a number is as it is written; "" where there is none or a template prints it. */
export function titleOf(article: Article): string {
  const title = article.frontMatter?.data.title;
  if (typeof title === "string") return hasTemplateSyntax(title) ? "" : title.trim();
  const entry = article.frontMatter?.entry(["title"]);
  return entry === undefined || (typeof title !== "number" && typeof title !== "boolean")
    ? ""
    : article.source.slice(entry.valueRange.start, entry.valueRange.end);
}

/** A title or heading as two of them compare: NFKC, lower case, letters, digits and the signs of `C++` and `C#`. */
export function foldTitle(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]/gu, "");
}
