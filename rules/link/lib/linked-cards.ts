import { type Article, type Attribute, attributesOf, jsxComponentsOf } from "../../../src/rules.js";
import type { NamedLink } from "./listed-targets.js";

const TARGETS = ["href", "to", "link", "url"];
const NAMES = ["title", "name", "label", "text"];

/** Components with a name and a target of their own: `<LinkCard title="tides" href="https://…/tides" />`, compared by their kind. */
export function linkedCards(article: Article): readonly NamedLink[] {
  const components = jsxComponentsOf(article).map(({ name, attributes }) => ({ name, attributes }));
  const elements = article.elements
    .filter(({ tagName }) => tagName !== "a" && tagName !== "link")
    .map((element) => ({ name: element.tagName, attributes: attributesOf(article, element) }));
  return [...components, ...elements].flatMap(({ name, attributes }) => {
    const target = attributeIn(attributes, TARGETS);
    const title = attributeIn(attributes, NAMES);
    if (target === undefined || title === undefined) return [];
    return [{ list: name, range: target.valueRange, text: title.value, target: target.value }];
  });
}

function attributeIn(
  attributes: readonly Attribute[],
  names: readonly string[],
): Attribute | undefined {
  return attributes.find(
    ({ name, value, unknown }) => names.includes(name) && !unknown && value.trim() !== "",
  );
}
