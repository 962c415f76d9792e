import { parse, parseExpression } from "@babel/parser";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { rangeOf } from "../node-range.js";
import type { Problem } from "../problem.js";

type SyntaxProblem = Extract<Problem, { readonly kind: "mdx-syntax" }>;

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/**
 * The first piece of code that MDX refuses and satteri lets pass: an `import` or `export` that is none, an attribute
 * in braces that spreads nothing, a value without an expression. Undefined where all of it can be read.
 *
 * @param tree of satteri, as it comes
 * @param text what the tree was made of
 */
export function codeProblem(tree: Root, text: string): SyntaxProblem | undefined {
  const problems: SyntaxProblem[] = [];
  visit(tree, (node) => {
    const { start, end } = rangeOf(node);
    if (node.type === "mdxjsEsm") {
      const fault = moduleFault(text.slice(start, end));
      if (fault !== undefined) problems.push(problemAt(start + fault.offset, fault.reason));
    } else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      for (const attribute of node.attributes) {
        const code =
          attribute.type === "mdxJsxExpressionAttribute" ? attribute.value : codeOf(attribute);
        if (code === undefined) continue;
        const isSpread = attribute.type === "mdxJsxExpressionAttribute";
        const reason = isEmpty(code)
          ? "Unexpected empty expression"
          : isSpread && !isOneSpread(code)
            ? "Only a single spread is possible here"
            : undefined;
        const place = text.indexOf(`{${code}`, start);
        if (reason !== undefined && place >= 0 && place < end)
          problems.push(problemAt(place, reason));
      }
    }
  });
  return problems.sort((left, right) => left.range.start - right.range.start)[0];
}

function problemAt(start: number, reason: string): SyntaxProblem {
  return { kind: "mdx-syntax", range: { start, end: start + 1 }, reason };
}

/** The code of an attribute's value; undefined where the value is text, or there is none. */
function codeOf(attribute: { readonly value?: unknown }): string | undefined {
  const { value } = attribute;
  return typeof value === "object" && value !== null && "value" in value
    ? String(value.value)
    : undefined;
}

function isEmpty(code: string): boolean {
  return code.replace(COMMENT, "").trim() === "";
}

function isOneSpread(code: string): boolean {
  try {
    const object = parseExpression(`({${code}})`, { plugins: ["jsx"] });
    return (
      object.type === "ObjectExpression" &&
      object.properties.length === 1 &&
      object.properties[0]?.type === "SpreadElement"
    );
  } catch {
    return false;
  }
}

interface Fault {
  readonly offset: number;
  readonly reason: string;
}

/** Why a block of imports and exports cannot be read, and where. */
function moduleFault(code: string): Fault | undefined {
  try {
    const { program } = parse(code, {
      sourceType: "module",
      plugins: ["jsx"],
      allowUndeclaredExports: true,
    });
    const other = program.body.find(({ type }) => !/^(?:Import|Export)\w*Declaration$/.test(type));
    return other === undefined
      ? undefined
      : { offset: other.start ?? 0, reason: "Only imports and exports are possible here" };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = "pos" in error && typeof error.pos === "number" ? error.pos : 0;
    return {
      offset: Math.max(0, Math.min(offset, code.length - 1)),
      reason: `Could not parse import/exports: ${error.message}`,
    };
  }
}
