import { type Article, attributeOf, type Element } from "../../../src/rules.js";

const FIELDS: ReadonlySet<string> = new Set(["button", "input", "select", "textarea"]);

/** Whether the keyboard reaches an element by itself. */
export function isFocusable(article: Article, element: Element): boolean {
  const has = (name: string) => attributeOf(article, element, name) !== undefined;
  const index = attributeOf(article, element, "tabindex");
  if (index !== undefined) return !index.unknown && /^\s*\+?\d+\s*$/.test(index.value);
  // What is not shown or switched off cannot get the focus.
  if (has("hidden") || has("inert") || has("disabled") || has("style")) return false;
  if (FIELDS.has(element.tagName)) {
    return attributeOf(article, element, "type")?.value.trim().toLowerCase() !== "hidden";
  }
  const href = element.tagName === "a" ? attributeOf(article, element, "href") : undefined;
  // Links from a heading to itself are hidden everywhere.
  return href !== undefined && !href.value.trim().startsWith("#");
}
