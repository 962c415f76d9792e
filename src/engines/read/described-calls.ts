import { UNREADABLE } from "../../facts/site-settings.js";
import type { Scope } from "./static-scope.js";
import type { Expression } from "./static-syntax.js";

type Evaluate = (node: Expression) => unknown;

/**
 * A call as data: the package its function comes from (else its name), and its first argument. Undefined for anything
 * else.
 */
export function describedCall(node: Expression, scope: Scope, evaluate: Evaluate): unknown {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const binding = scope.lookup(node.callee.name);
  const name = binding?.kind === "import" ? binding.source : node.callee.name;
  const [first] = node.arguments;
  if (first === undefined) return { name, options: {} };
  const readable = first.type !== "SpreadElement" && first.type !== "ArgumentPlaceholder";
  return { name, options: readable ? evaluate(first) : UNREADABLE };
}

/**
 * The entries of a list of calls, described: also those that stand there on a condition that nobody knows, since they
 * may be there. Undefined where the expression is no such list.
 */
export function describedList(
  node: Expression,
  scope: Scope,
  evaluate: Evaluate,
): readonly unknown[] | undefined {
  const within = (inner: Expression): readonly unknown[] | undefined =>
    describedList(inner, scope, evaluate);
  if (node.type === "ConditionalExpression") {
    const [first, second] = [within(node.consequent), within(node.alternate)];
    return first && second ? [...first, ...second] : undefined;
  }
  if (node.type === "LogicalExpression") return within(node.right);
  if (node.type === "CallExpression") {
    // `[…].filter(Boolean)`
    const { callee } = node;
    return callee.type === "MemberExpression" &&
      callee.property.type === "Identifier" &&
      /^(?:filter|flat)$/.test(callee.property.name) &&
      callee.object.type !== "Super"
      ? within(callee.object)
      : undefined;
  }
  if (node.type !== "ArrayExpression") return undefined;
  return node.elements.flatMap((element): readonly unknown[] => {
    if (element === null) return [null];
    if (element.type === "SpreadElement") {
      const value = evaluate(element.argument);
      return within(element.argument) ?? (Array.isArray(value) ? value : [UNREADABLE]);
    }
    return described(element, scope, evaluate);
  });
}

function described(node: Expression, scope: Scope, evaluate: Evaluate): readonly unknown[] {
  const value = evaluate(node);
  if (value !== UNREADABLE) return [value ?? null];
  if (node.type === "LogicalExpression") return described(node.right, scope, evaluate);
  if (node.type === "ConditionalExpression")
    return [node.consequent, node.alternate].flatMap((one) => described(one, scope, evaluate));
  return [describedCall(node, scope, evaluate) ?? UNREADABLE];
}
