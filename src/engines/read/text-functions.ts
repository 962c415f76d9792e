import { UNREADABLE } from "../../facts/site-settings.js";
import type { Scope } from "./static-scope.js";
import { type Expression, type FunctionNode, isFunction } from "./static-syntax.js";

type Evaluate = (node: Expression) => unknown;
type Plain = Pick<FunctionNode, "params" | "body">;

/** Methods of texts that a function may be put together of. */
const METHODS = new Set([
  "normalize",
  "replace",
  "replaceAll",
  "toLowerCase",
  "toUpperCase",
  "trim",
]);
/** Most methods that are called one on another. */
const LONGEST = 40;

/**
 * A function that makes a text of a text, as data: `{ steps }`, the calls of methods that it consists of, with their arguments; or
 * `{ package, name }`, the export of a package. `UNREADABLE` where it is anything else.
 */
export function textFunction(node: Expression, scope: Scope, evaluate: Evaluate): unknown {
  if (isFunction(node)) return textSteps(node, evaluate);
  if (node.type !== "Identifier") return UNREADABLE;
  const binding = scope.lookup(node.name);
  switch (binding?.kind) {
    case "function":
      return textSteps(binding.value, evaluate);
    case "value":
      return isFunction(binding.value) && binding.changed.size === 0
        ? textSteps(binding.value, evaluate)
        : UNREADABLE;
    case "import":
      return /^\./.test(binding.source) || binding.name === undefined
        ? UNREADABLE
        : { package: binding.source, name: binding.name };
    default:
      return UNREADABLE;
  }
}

/** The same of a function that is written out here. */
export function textSteps({ params, body }: Plain, evaluate: Evaluate): unknown {
  const [text] = params;
  let node = resultOf(body);
  if (text?.type !== "Identifier" || params.length > 1) return UNREADABLE;
  const steps: unknown[] = [];
  while (node?.type === "CallExpression" && steps.length < LONGEST) {
    const { callee } = node;
    if (callee.type !== "MemberExpression" || callee.computed || callee.object.type === "Super")
      return UNREADABLE;
    const method = callee.property.type === "Identifier" ? callee.property.name : "";
    const values = node.arguments.map((one) =>
      one.type === "SpreadElement" || one.type === "ArgumentPlaceholder"
        ? UNREADABLE
        : evaluate(one),
    );
    if (!METHODS.has(method) || values.includes(UNREADABLE)) return UNREADABLE;
    steps.unshift({ method, values });
    node = callee.object;
  }
  return node?.type === "Identifier" && node.name === text.name ? { steps } : UNREADABLE;
}

/** What a function returns that does nothing else. */
function resultOf(body: FunctionNode["body"]): Expression | null | undefined {
  if (body.type !== "BlockStatement") return body;
  const [only, ...others] = body.body;
  return only?.type === "ReturnStatement" && others.length === 0 ? only.argument : undefined;
}
