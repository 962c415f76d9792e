import {
  type Article,
  type JsxComponent,
  type ListComponents,
  patternAround,
  rangeOf,
} from "../../../src/rules.js";

const LABELS = { ol: "ordered list", ul: "unordered list" } as const;

/** What a component holds that takes one list and nothing else; undefined where that is so, or nobody knows. */
export function wrongListIn(
  article: Article,
  { name, content }: JsxComponent,
  { module, lists }: ListComponents,
): { readonly list: string; readonly found: string } | undefined {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list === undefined || !isImported(article, name, module)) return undefined;
  const elements = content.filter((one) => /^[a-z]/.test(one) && one !== "script");
  const isRight = elements.length === 1 && elements[0] === list;
  // A component or an expression may make the list.
  if (isRight || (elements.length === 0 && content.length > 0)) return undefined;
  const found = elements.length === 0 ? "nothing" : elements.map((one) => `<${one}>`).join(", ");
  return { list: LABELS[list], found };
}

/** Whether an article imports a name from a module, by this very name. */
function isImported(article: Article, name: string, module: string): boolean {
  const pattern = patternAround(
    "",
  )`import\s*\{[^}]*\b${name}\b(?!\s+as\b)[^}]*\}\s*from\s*["']${module}["']`;
  return article.tree.children.some((node) => {
    if (!/^mdxjsEsm$/.test(node.type)) return false;
    const { start, end } = rangeOf(node);
    return pattern.test(article.source.slice(start, end));
  });
}
