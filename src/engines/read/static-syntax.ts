import { createRequire } from "node:module";

// CommonJS, loaded only when a site's config is code, and at once: settings do not wait.
const load = createRequire(import.meta.url);

type Babel = typeof import("@babel/parser");

/** A statement of a module, as `@babel/parser` gives it. */
export type Statement = ReturnType<Babel["parse"]>["program"]["body"][number];
/** Any expression; parsed only, never run. */
export type Expression = Extract<Statement, { type: "ExpressionStatement" }>["expression"];
/** Any function with a body. */
export type FunctionNode = Extract<
  Statement | Expression,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;
/** Whatever stands in a syntax tree, as far as configs are read. */
export type SyntaxNode = Statement | Expression;

/** Open brackets at which code is none that people write; those in texts and patterns, which close none, count, too. */
const MOST_DEPTH = 500;

/** Parses JavaScript or TypeScript; undefined when its syntax is too broken or nested too deep. */
export function parseModule(text: string): readonly Statement[] | undefined {
  if (isTooDeep(text)) return undefined;
  const { parse }: Babel = load("@babel/parser");
  try {
    // With `jsx` a `<T>(…)` is never tried both ways, which would take exponential time when nested.
    return parse(text, {
      sourceType: "unambiguous",
      plugins: ["typescript", "jsx"],
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      attachComment: false,
    }).program.body;
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
    depth += "([{".includes(bracket) ? 1 : -1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

/** Every node below a value of the syntax tree, itself first, in source order; `enter` keeps out of some. */
export function* nodesIn(
  value: unknown,
  enter: (node: SyntaxNode) => boolean = () => true,
): Generator<SyntaxNode> {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (isNode(next)) {
      yield next;
      if (!enter(next)) continue;
    }
    if (typeof next !== "object" || next === null) continue;
    const parts: unknown[] = Object.values(next);
    for (let index = parts.length - 1; index >= 0; index--) waiting.push(parts[index]);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** Whether a node is a function, so that its returns and names are its own. */
export function isFunction(node: SyntaxNode): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}
