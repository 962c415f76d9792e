import {
  type Article,
  contentModel,
  type Element,
  type WrittenTag,
  writtenTagsOf,
} from "../../../src/rules.js";

const PHRASING_ONLY = contentModel.phrasingOnly;

/**
 * JSX elements for words in a line that hold text on lines of its own: MDX makes a paragraph of that, which
 * they cannot hold.
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
