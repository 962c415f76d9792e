import {
  type Article,
  type Attribute,
  attributeOf,
  attributesOf,
  type Element,
  openingTagOf,
} from "../../../src/rules.js";

const SLOT = /^(?:#|v-slot:)([\w-]+)(?==|$)/;

/** A second of two that should differ, with the first. */
export interface Double {
  readonly name: string;
  readonly value: string;
  readonly attribute: Attribute;
  readonly first: Attribute;
}

/** Slots of one component that are filled twice, without a condition. */
export function doubleSlots(article: Article): readonly Double[] {
  const firsts = new Map<Element | undefined, Map<string, Attribute>>();
  return article.elements.flatMap((element): Double[] => {
    if (element.tagName !== "template") return [];
    if (["v-if", "v-else-if", "v-else"].some((name) => attributeOf(article, element, name)))
      return [];
    // Before an article is parsed, `#` in names may have become another sign.
    const written = ({ range }: Attribute): string => article.source.slice(range.start, range.end);
    const attribute = attributesOf(article, element).find((one) => SLOT.test(written(one)));
    if (attribute === undefined) return [];
    const [, value = ""] = SLOT.exec(written(attribute)) ?? [];
    const parent = article.parentOf(element);
    const known = firsts.get(parent) ?? new Map<string, Attribute>();
    firsts.set(parent, known);
    const first = known.get(value);
    if (first === undefined) known.set(value, attribute);
    if (first === undefined || parent === undefined) return [];
    return [{ name: nameOf(article, parent), value, attribute, first }];
  });
}

/** The name of an element as it is written. */
export function nameOf(article: Article, element: Element): string {
  const { start } = openingTagOf(article, element);
  return article.source.slice(start + 1, start + 1 + element.tagName.length);
}
