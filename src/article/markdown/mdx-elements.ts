import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { find, html } from "property-information";
import type { MdxJsxAttributeUnion, MdxJsxFlowElementHast, MdxJsxTextElementHast } from "satteri";

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/**
 * Makes elements of lower-case JSX tags, in place. Components (`<Card>`, `<ui.Card>`, `<>`) stay what they are,
 * parents nobody can see through; their children are elements again.
 */
export function elementsFromJsx(tree: Root): void {
  const rest: (Root | Element | Jsx)[] = [tree];
  for (let parent = rest.pop(); parent !== undefined; parent = rest.pop()) {
    const children: (RootContent | ElementContent)[] = parent.children;
    for (const [index, child] of children.entries()) {
      if (isJsx(child)) {
        const node = isPlainTag(child.name) ? toElement(child, child.name) : child;
        children[index] = node;
        rest.push(node);
      } else if (child.type === "element") rest.push(child);
    }
  }
}

function isJsx(node: RootContent | ElementContent): node is Jsx {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** JSX takes names that begin in lower case, and hold no dot, for the platform's own elements. */
function isPlainTag(name: string | null): name is string {
  return name !== null && /^[a-z][^.:]*$/.test(name);
}

function toElement({ attributes, children, position }: Jsx, tagName: string): Element {
  const properties: Properties = {};
  for (const attribute of attributes) {
    if (attribute.type === "mdxJsxAttribute") setProperty(properties, attribute);
  }
  return {
    type: "element",
    tagName,
    properties,
    children,
    ...(position === undefined ? {} : { position }),
  };
}

/** An expression's value is unknown: it is kept as written, in its braces. */
function setProperty(
  properties: Properties,
  { name, value }: Extract<MdxJsxAttributeUnion, { type: "mdxJsxAttribute" }>,
): void {
  const info = find(html, name);
  if (typeof value === "string") {
    properties[info.property] = info.spaceSeparated ? value.split(/\s+/).filter(Boolean) : value;
  } else if (value === null || value === undefined) {
    properties[info.property] = info.boolean || info.overloadedBoolean ? true : "";
  } else {
    properties[info.property] = `{${value.value}}`;
  }
}
