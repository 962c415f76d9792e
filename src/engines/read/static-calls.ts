import { UNREADABLE } from "../../facts/site-settings.js";
import type { Scope } from "./static-scope.js";
import { type Expression, nodesIn, type Statement, type SyntaxNode } from "./static-syntax.js";
import { staticValue } from "./static-value.js";

/** Most calls chained on one another that are followed. */
const LONGEST_CHAIN = 200;

type Call = Extract<Expression, { type: "CallExpression" }>;

/** One call of a method on the parameter of a config function. */
export interface StaticCall {
  /** Its name; `ignores.add` for the method of a member. */
  readonly method: string;
  readonly arguments: readonly unknown[];
  /** Present when the call stands in a condition, a loop or another function: it may never happen, or often. */
  readonly conditional?: true;
}

/** The calls of methods of `name`, such as a function's parameter, in a body, in source order. */
export function callsOn(
  name: string,
  body: readonly Statement[],
  scope: Scope,
): readonly StaticCall[] {
  const certain = new Set<SyntaxNode>();
  for (const statement of body) {
    let node = statement.type === "ExpressionStatement" ? statement.expression : undefined;
    if (node?.type === "AwaitExpression") node = node.argument;
    while (node?.type === "CallExpression") {
      certain.add(node);
      const { callee }: Call = node;
      node =
        callee.type === "MemberExpression" && callee.object.type !== "Super"
          ? callee.object
          : undefined;
    }
  }
  return [...nodesIn(body)]
    .flatMap((node) => (node.type === "CallExpression" ? (methodCall(node, name) ?? []) : []))
    .sort((left, right) => left.start - right.start)
    .map(({ call, method }) => ({
      method,
      arguments: call.arguments.map((argument) =>
        argument.type === "SpreadElement" || argument.type === "ArgumentPlaceholder"
          ? UNREADABLE
          : (staticValue(argument, scope) ?? null),
      ),
      ...(certain.has(call) ? {} : { conditional: true }),
    }));
}

/** The method's name and place, when a call is one on `name`, directly or further along a chain. */
function methodCall(
  call: Call,
  name: string,
): readonly { readonly call: Call; readonly method: string; readonly start: number }[] | undefined {
  const { callee } = call;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return undefined;
  let root: SyntaxNode | { readonly type: "Super" } = callee.object;
  for (let links = 0; links < LONGEST_CHAIN; links++) {
    if (root.type !== "CallExpression" || root.callee.type !== "MemberExpression") break;
    root = root.callee.object;
  }
  let method = callee.property.name;
  if (root.type === "MemberExpression" && !root.computed && root.property.type === "Identifier") {
    method = `${root.property.name}.${method}`;
    root = root.object;
  }
  if (root.type !== "Identifier" || root.name !== name || callee.computed) return undefined;
  return [{ call, method, start: callee.property.start ?? 0 }];
}
