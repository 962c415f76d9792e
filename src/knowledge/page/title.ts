import type { Article } from "../../article/article.js";
import { hasTemplateSyntax } from "../../article/templates.js";

/** The title in an article's front matter, trimmed; "" where there is none or a template prints it. */
export function titleOf(article: Article): string {
  const title = article.frontMatter?.data.title;
  return typeof title === "string" && !hasTemplateSyntax(title) ? title.trim() : "";
}

/** A title or heading as two of them compare: NFKC, lower case, letters, digits and the signs of `C++` and `C#`. */
export function foldTitle(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]/gu, "");
}
