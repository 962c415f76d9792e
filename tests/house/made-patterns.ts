import { type AnyNode, parse } from "acorn";
import { transformSync } from "esbuild";
import type { Tree } from "./imports.js";

/** The one folder that makes regular expressions of data. */
const HOME = "src/patterns/";

/** Functions that are called while a module loads, if they stand in its outermost code. */
const CALLED_AT_ONCE = new Set(["map", "flatMap"]);

/**
 * Places outside of `src/patterns` where a regular expression is made while the program runs, and so of what it is
 * given. One that is made when a module loads, or when it is first needed (`lazily`), consists of our own words.
 */
export function strayPatterns(tree: Tree): readonly string[] {
  return [...tree].flatMap(([file, code = ""]) => {
    if (file.startsWith(HOME) || !/\bRegExp\(/.test(code)) return [];
    const program = parse(transformSync(code, { loader: "ts" }).code, {
      ecmaVersion: "latest",
      sourceType: "module",
    });
    return placesIn(program, false).map((source) => `${file}: ${source}`);
  });
}

function placesIn(node: AnyNode, isLater: boolean): readonly string[] {
  const isMade =
    (node.type === "NewExpression" || node.type === "CallExpression") &&
    node.callee.type === "Identifier" &&
    node.callee.name === "RegExp";
  const own = isMade && isLater ? ["new RegExp"] : [];
  return [
    ...own,
    ...childrenOf(node).flatMap((child) => {
      const isFunction = /Function/.test(child.type);
      if (isFunction && takesNothing(node))
        return childrenOf(child).flatMap((one) => placesIn(one, isLater));
      return placesIn(child, isLater || isFunction);
    }),
  ];
}

/** Whether a call gives what it calls nothing but our own words: members of a table, or nothing at all. */
function takesNothing(node: AnyNode): boolean {
  if (node.type !== "CallExpression") return false;
  const { callee } = node;
  if (callee.type === "Identifier") return callee.name === "lazily";
  return (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    CALLED_AT_ONCE.has(callee.property.name)
  );
}

function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => value)
    .filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
