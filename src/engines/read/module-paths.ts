import type { Expression } from "./static-syntax.js";

type Call = Extract<Expression, { type: "CallExpression" }>;

/** The path from its own folder that a module spells out: `require.resolve("./x")`, `path.resolve(__dirname, "./x")`. */
export function pathBeside(node: Call): string | undefined {
  const { callee, arguments: given } = node;
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return undefined;
  if (callee.property.type !== "Identifier") return undefined;
  const [first, second, ...others] = given;
  const isHere = first?.type === "Identifier" && first.name === "__dirname";
  const path = callee.object.name === "require" ? first : isHere ? second : undefined;
  const isMeant =
    callee.object.name === "require"
      ? callee.property.name === "resolve"
      : callee.object.name === "path" && /^(?:resolve|join)$/.test(callee.property.name);
  if (!isMeant || others.length > 0 || path?.type !== "StringLiteral") return undefined;
  return /^\.\.?\//.test(path.value) || isHere ? path.value : undefined;
}

/** The module that `require("./x")` names. */
export function requiredModule(node: Call): string | undefined {
  const [source] = node.arguments;
  return node.callee.type === "Identifier" &&
    node.callee.name === "require" &&
    source?.type === "StringLiteral"
    ? source.value
    : undefined;
}
