import {
  type Article,
  type JsxComponent,
  jsxComponentsOf,
  type Range,
} from "../../../src/rules.js";

/** A component that shows an image, without a text for it. */
interface UnnamedImage {
  readonly name: string;
  /** Its opening tag. */
  readonly range: Range;
  /** How many others of the article have a text. */
  readonly count: number;
}

const IMAGE = /^(?:Img|Picture|\w*Image)$/;
/** So many others show what the component takes. */
const LEAST_OTHERS = 2;

/** Components of MDX for images without alt, where all others of the article have one: what a component asks for is its own. */
export function unnamedImageComponents(article: Article): readonly UnnamedImage[] {
  const named = new Map<string, number>();
  const unnamed = new Map<string, JsxComponent[]>();
  for (const component of jsxComponentsOf(article)) {
    const { name, attributes } = component;
    if (!IMAGE.test(name) || !attributes.some((one) => one.name === "src")) continue;
    const others = unnamed.get(name);
    if (attributes.some(isText)) named.set(name, (named.get(name) ?? 0) + 1);
    else if (others === undefined) unnamed.set(name, [component]);
    else others.push(component);
  }
  return [...unnamed].flatMap(([name, [first, ...others]]): readonly UnnamedImage[] => {
    const count = named.get(name) ?? 0;
    if (first === undefined || others.length > 0 || count < LEAST_OTHERS) return [];
    const { start, end } = first.opening;
    // Attributes that are handed on may hold it.
    if (article.source.slice(start, end).includes("{...")) return [];
    return [{ name, range: first.opening, count }];
  });
}

function isText({ name }: { readonly name: string }): boolean {
  return name === "alt" || name === "children" || name.startsWith("aria-");
}
