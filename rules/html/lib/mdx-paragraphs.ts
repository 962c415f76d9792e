import type { Element } from "hast";
import type { Article } from "../../../src/article/article.js";
import model from "../../../src/knowledge/markup/content-model.json" with { type: "json" };
import { type WrittenTag, writtenTagsOf } from "../../../src/knowledge/markup/written-tags.js";

const PHRASING_ONLY: ReadonlySet<string> = new Set(model.phrasingOnly);

/**
 * Inline JSX elements that contain text on its own lines: MDX makes a paragraph of the text, which they cannot
 * contain.
 */
export function paragraphsInPhrasing(
  article: Article,
): readonly { readonly tag: WrittenTag; readonly paragraph: Element }[] {
  if (article.format !== "mdx") return [];
  return writtenTagsOf(article).flatMap((tag) => {
    if (!PHRASING_ONLY.has(tag.name)) return [];
    const paragraph = tag.element?.children.find(
      (child): child is Element =>
        child.type === "element" && child.tagName === "p" && article.originOf(child) === "markdown",
    );
    return paragraph === undefined ? [] : [{ tag, paragraph }];
  });
}
