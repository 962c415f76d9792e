import type { Nodes, Root } from "hast";
import { type MdxJsxAttributeUnion, mdxToJs } from "satteri";
import { rangeOf } from "../node-range.js";
import { isHarmless } from "./mdx-limits.js";

/** A spread of a name: nothing can be wrong with it. */
const PLAIN_SPREAD = /^\s*\.\.\.\s*[A-Za-z_$][\w$.]*\s*$/;

/** An expression in braces that is none: white space and comments. */
const EMPTY = /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*$/;

/** An error of the parser, and where in the article the code begins that it is about. */
export interface MdxCodeError {
  readonly start: number;
  readonly code: string;
  readonly error: unknown;
}

/**
 * What the parser of MDX has against modules, spread attributes and attributes without a value, which satteri takes as they stand until it
 * compiles them. Undefined where nothing is wrong.
 */
export function mdxCodeError(tree: Root, text: string): MdxCodeError | undefined {
  for (const { start, code } of codeIn(tree, text)) {
    if (!isHarmless(code)) continue;
    try {
      mdxToJs(`${code}\n`, { features: { frontmatter: false } });
    } catch (error) {
      return { start, code, error };
    }
  }
  return undefined;
}

interface Code {
  readonly start: number;
  readonly code: string;
}

function codeIn(tree: Root, text: string): readonly Code[] {
  const found: Code[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { start, end } = rangeOf(node);
    if (node.type === "mdxjsEsm") found.push({ start, code: text.slice(start, end) });
    else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
      for (const one of node.attributes.flatMap((attribute) => spreadIn(attribute, start)))
        found.push(one);
    if ("children" in node) for (const one of node.children) waiting.push(one);
  }
  return found.sort((left, right) => left.start - right.start);
}

function spreadIn(attribute: MdxJsxAttributeUnion, start: number): readonly Code[] {
  if (attribute.type === "mdxJsxAttribute") {
    const { value } = attribute;
    const isEmpty = typeof value === "object" && value !== null && EMPTY.test(value.value);
    return isEmpty ? [{ start, code: `<a b={${value.value}} />` }] : [];
  }
  if (PLAIN_SPREAD.test(attribute.value)) return [];
  return [{ start, code: `<a {${attribute.value}} />` }];
}
