import {
  type Article,
  contentModel,
  type Element,
  type WrittenTag,
  writtenTagsOf,
} from "../../../src/rules.js";

const PHRASING_ONLY = contentModel.phrasingOnly;

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
