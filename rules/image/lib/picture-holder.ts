import {
  type Article,
  attributeOf,
  type Element,
  hasUnknownAttribute,
  isHiddenFromReaders,
  textContentOf,
} from "../../../src/rules.js";

/** Attributes other than `alt` that name an element for screen readers. */
export const OTHER_NAMES = ["aria-label", "aria-labelledby", "title"] as const;

/** Whether an image is the only content of a link, button or figure: nothing else gives it a name or text. */
export function isOnlyContent(article: Article, image: Element, holder: Element): boolean {
  if (holder.tagName === "a" && attributeOf(article, holder, "href") === undefined) return false;
  if (OTHER_NAMES.some((name) => attributeOf(article, holder, name) !== undefined)) return false;
  if (isHiddenFromReaders(article, holder) || hasUnknownAttribute(article, holder, "aria-label"))
    return false;
  if (textContentOf(article, holder).text.trim() !== "") return false;
  if (holdsUnknown(holder)) return false;
  const inside = descendants(holder);
  // Of several empty images only the first one is reported.
  if (inside.find(({ tagName }) => tagName === "img") !== image) return false;
  return !inside.some(
    (element) =>
      ["figcaption", "svg", "video", "iframe", "table", "pre", "object"].includes(
        element.tagName,
      ) ||
      (element !== image && (attributeOf(article, element, "alt")?.value ?? "") !== ""),
  );
}

function descendants(element: Element): readonly Element[] {
  return element.children.flatMap((child) =>
    child.type === "element" ? [child, ...descendants(child)] : [],
  );
}

/** Whether there is an MDX component or expression inside, which may add text of its own. */
function holdsUnknown(element: Element): boolean {
  return element.children.some((child) =>
    child.type === "element"
      ? holdsUnknown(child)
      : child.type !== "text" && child.type !== "comment",
  );
}
