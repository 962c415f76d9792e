import {
  type Article,
  ancestorOf,
  type Element,
  headingText,
  outlineHeadings,
  perArticle,
  rangeOf,
  textContentOf,
  titleOf,
  weightedLength,
} from "../../../src/rules.js";

/** A name that the article itself has for something it embeds. */
export interface EmbedName {
  readonly text: string;
  /** Where it comes from, for the suggestion: "the caption". */
  readonly source: string;
}

const cachedHeadings = perArticle((article) =>
  outlineHeadings(article).map(({ element }) => ({ element, start: rangeOf(element).start })),
);
const cachedTexts = perArticle(() => new Map<Element, string>());

/** A screen reader reads the name aloud each time; a text of more than a line is not a name. */
const MAXIMUM_WEIGHT = 150;

/**
 * Possible names of something embedded, the most specific first: its fallback text, its caption, the heading
 * above it, the title of the article.
 */
export function embedNamesOf(article: Article, element: Element): readonly EmbedName[] {
  const start = rangeOf(element).start;
  const figure = ancestorOf(article, element, ["figure"]);
  const caption = figure?.children.find(
    (child) => child.type === "element" && child.tagName === "figcaption",
  );
  const heading = cachedHeadings(article).findLast((one) => one.start < start);
  const names = [
    {
      text: element.tagName === "object" ? textIn(article, element) : "",
      source: "its fallback text",
    },
    { text: caption?.type === "element" ? textIn(article, caption) : "", source: "the caption" },
    {
      text: heading === undefined ? "" : (headingText(article, heading.element) ?? ""),
      source: "the heading above it",
    },
    { text: titleOf(article), source: "the title of the article" },
  ];
  return names.filter(({ text }) => text !== "" && weightedLength(text) <= MAXIMUM_WEIGHT);
}

function textIn(article: Article, element: Element): string {
  const known = cachedTexts(article);
  const text =
    known.get(element) ?? textContentOf(article, element).text.replace(/\s+/g, " ").trim();
  known.set(element, text);
  return text;
}
