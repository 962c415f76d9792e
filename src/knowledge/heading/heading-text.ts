import type { Element, Nodes } from "hast";
import type { Article } from "../../article/article.js";
import { hasTemplateSyntax } from "../../article/templates.js";
import { textContentOf } from "../../article/text.js";

/** `{#id}` and `{: .class}` behind a Markdown heading: no words of it. */
const ATTRIBUTE_LIST = /(?<!\s)\s*\{:?\s*[#.][^{}\n]*\}\s*$/;

/** The words of a heading, white space collapsed; undefined where a template or a component prints some of them. */
export function headingText(article: Article, heading: Element): string | undefined {
  if (hasUnknownPart(heading)) return undefined;
  const text = textContentOf(article, heading).text.replace(ATTRIBUTE_LIST, "");
  return hasTemplateSyntax(text) ? undefined : text.replace(/\s+/g, " ").trim();
}

function hasUnknownPart(node: Nodes): boolean {
  if (node.type.startsWith("mdx")) return true;
  return "children" in node && node.children.some(hasUnknownPart);
}
