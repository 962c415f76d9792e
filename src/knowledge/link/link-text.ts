import type { Element, Nodes } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { lazily } from "../../article/lazily.js";
import { perElement } from "../../article/per-element.js";
import { textContentOf } from "../../article/text.js";
import words from "./link-words.json" with { type: "json" };

/** Beside CJK characters and marks, where some writers leave a space and others do not. */
const NEEDLESS_SPACE =
  / (?=[\p{Po}\p{Pe}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Ps}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[:：，。；！？、]) /gu;
const genericTexts = lazily(
  (): ReadonlySet<string> => new Set(Object.values(words.generic).flat().map(foldLinkText)),
);

/** A link text reduced to what is compared: NFKC, lower case, outer punctuation, arrows and needless spaces dropped. */
export function foldLinkText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(NEEDLESS_SPACE, "")
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, "");
}

/** Whether a link text says nothing about its target in any of the known languages, or in `added` words. */
export function isGenericLinkText(text: string, added: readonly string[]): boolean {
  const folded = foldLinkText(text);
  return genericTexts().has(folded) || added.some((word) => foldLinkText(word) === folded);
}

/** What a link is called by assistive technology. `unknown` when a template or expression gives part of it. */
export interface LinkName {
  /** Visible text, white space collapsed. */
  readonly text: string;
  /** A name from elsewhere: an image's alt, `aria-label`, `title`. */
  readonly hidden: string;
  readonly unknown: boolean;
}

/** Computes a link's name (a simple reading of the accessible name computation, W3C accname §4.3). */
export const linkNameOf: (article: Article, link: Element) => LinkName = perElement(readLinkName);

function readLinkName(article: Article, link: Element): LinkName {
  const text = textContentOf(article, link).text.replace(/\s+/g, " ").trim();
  const names: string[] = [];
  let unknown = false;
  for (const name of ["aria-label", "aria-labelledby", "title"]) {
    const attribute = attributeOf(article, link, name);
    if (attribute === undefined) continue;
    unknown ||= attribute.unknown || name === "aria-labelledby";
    names.push(attribute.value.trim());
  }
  const look = (node: Nodes): void => {
    if (isOpaque(node)) unknown = true;
    if (node.type === "element") {
      for (const name of ["alt", "aria-label", "title"]) {
        const attribute = attributeOf(article, node, name);
        unknown ||= attribute?.unknown === true;
        if (attribute !== undefined) names.push(attribute.value.trim());
      }
      // An SVG's <title> is its name; its text is already part of the text content.
    }
    if ("children" in node) node.children.forEach(look);
  };
  link.children.forEach(look);
  return { text, hidden: names.filter((name) => name !== "").join(" "), unknown };
}

/** Components, expressions and custom elements: nobody can know here what they print. */
function isOpaque(node: Nodes): boolean {
  return node.type === "element"
    ? node.tagName.includes("-")
    : /^mdx(?:Jsx|Flow|Text)/.test(node.type);
}
