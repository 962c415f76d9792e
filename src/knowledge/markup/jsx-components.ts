import type { Nodes } from "hast";
import type { Article } from "../../article/article.js";
import { jsxAttributes } from "../../article/attributes/jsx.js";
import type { Attribute } from "../../article/attributes.js";
import { rangeOf } from "../../article/node-range.js";
import { perArticle } from "../../article/per-article.js";
import type { Range } from "../../article/range.js";

/** A component that an MDX article uses: `<Card>`, `<ui.Card>`. */
export interface JsxComponent {
  readonly name: string;
  readonly opening: Range;
  readonly attributes: readonly Attribute[];
  /** The components right inside it. */
  readonly items: readonly JsxComponent[];
  /** Whether it holds nothing besides them but white space. */
  readonly holdsItemsOnly: boolean;
  /** Names of the elements and components right inside it, in source order; an expression is `{}`. */
  readonly content: readonly string[];
}

/** The components of an MDX article in source order, those inside others included. */
export const jsxComponentsOf: (article: Article) => readonly JsxComponent[] = perArticle(
  (article) => {
    const found: JsxComponent[] = [];
    if (article.format === "mdx") collect(article, article.tree, found);
    return found.sort((left, right) => left.opening.start - right.opening.start);
  },
);

/** Adds the components below a node; answers with those right below it. */
function collect(article: Article, node: Nodes, found: JsxComponent[]): readonly JsxComponent[] {
  if (!("children" in node)) return [];
  const own: JsxComponent[] = [];
  for (const child of node.children) {
    const items = collect(article, child, found);
    if (child.type !== "mdxJsxFlowElement" && child.type !== "mdxJsxTextElement") continue;
    const { name, position, children } = child;
    if (name === null || position === undefined) continue;
    const { range, attributes } = jsxAttributes(article, {
      type: "element",
      tagName: name,
      properties: {},
      children: [],
      position,
    });
    const isBlank = (one: Nodes): boolean => {
      const { start, end } = rangeOf(one);
      return article.source.slice(start, end).trim() === "";
    };
    const others = children.filter((one) => !isBlank(one)).length;
    const holdsItemsOnly = others === items.length;
    const content = children.flatMap((one) => contentNameOf(article, one));
    const component = { name, opening: range, attributes, items, holdsItemsOnly, content };
    own.push(component);
    found.push(component);
  }
  return own;
}

function contentNameOf(article: Article, node: Nodes): readonly string[] {
  if (node.type === "element") return [node.tagName];
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
    return [node.name ?? "{}"];
  if (!/^mdx/.test(node.type)) return [];
  const { start, end } = rangeOf(node);
  return /^\{\s*\/\*[\s\S]*\*\/\s*\}$/.test(article.source.slice(start, end)) ? [] : ["{}"];
}
