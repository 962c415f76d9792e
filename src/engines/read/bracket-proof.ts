import { createRequire } from "node:module";

// CommonJS, loaded only when the brackets of a sample cross, and at once.
const load = createRequire(import.meta.url);

type Babel = typeof import("@babel/parser");
type Options = NonNullable<Parameters<Babel["parse"]>[1]>;

/** What makes code of JavaScript or TypeScript that no parser takes whole: one bracket more, or one less. */
export interface BracketProof {
  readonly kind: "missing" | "extra";
  /** Where the bracket would have to be, or where the one too many is. */
  readonly at: number;
  /** The bracket. */
  readonly sign: string;
}

const LONGEST = 20_000;
const MOST_BRACKETS = 1000;
const CLOSING = [")", "}", "]"] as const;

/** What parsers recover from and what samples show side by side. */
const HARMLESS: ReadonlySet<string> = new Set(["VarRedeclaration", "DuplicateExport"]);

const READINGS: readonly NonNullable<Options["plugins"]>[] = [
  ["typescript", "jsx", "decorators"],
  ["flow", "jsx", "decorators"],
  ["typescript", "decorators"],
];

/**
 * The one bracket that is missing in code of JavaScript or TypeScript, or is too many: no reading of the code is taken
 * by the parser as it is, and one is without any complaint once the bracket is added or deleted.
 */
export function bracketProof(code: string): BracketProof | undefined {
  if (code.length > LONGEST) return undefined;
  // A parser that tries several readings takes long for deep code.
  if ((code.match(/[[({<]/g) ?? []).length > MOST_BRACKETS) return undefined;
  const { parse }: Babel = load("@babel/parser");
  const stops = new Set<number>();
  for (const plugins of READINGS) {
    const stop = stopOf(parse, code, plugins);
    if (stop === undefined) return undefined;
    stops.add(stop);
  }
  for (const at of stops) {
    // What ends too early may go on elsewhere.
    if (code.slice(at).trim() === "") continue;
    const sign = code.charAt(at);
    for (const missing of CLOSING)
      if (statementsOf(parse, `${code.slice(0, at)}${missing}${code.slice(at)}`) !== undefined)
        return { kind: "missing", at, sign: missing };
    if (!/[)\]}]/.test(sign)) continue;
    const statements = statementsOf(parse, `${code.slice(0, at)}${code.slice(at + 1)}`);
    if (statements !== undefined && isNeverOpened(statements, code, at))
      return { kind: "extra", at, sign };
  }
  return undefined;
}

/** Whether a parser takes code of JavaScript or TypeScript as it is, in any reading. */
export function isTakenAsScript(code: string): boolean {
  if (code.length > LONGEST || (code.match(/[[({<]/g) ?? []).length > MOST_BRACKETS) return false;
  const { parse }: Babel = load("@babel/parser");
  return statementsOf(parse, code) !== undefined;
}

interface Statement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

/** What may begin in the middle of a call or of a list whose beginning a sample leaves out. */
const MAY_GO_ON: ReadonlySet<string> = new Set([
  "ExpressionStatement",
  "BlockStatement",
  "LabeledStatement",
]);

/** Whether the partner of a bracket can be in nothing that a sample leaves out before its first line. */
function isNeverOpened(statements: readonly Statement[], code: string, at: number): boolean {
  const [first] = statements;
  const own = statements.findLast(({ start }) => start < at);
  if (first === undefined || own === undefined) return false;
  // What is within a bracket of the sample cannot have its partner before the sample.
  if (openIn(code.slice(own.start, at)) > 0) return true;
  if (code.charAt(at) !== "}") return own !== first || !MAY_GO_ON.has(own.type);
  // What is in braces is indented.
  const column = at - code.lastIndexOf("\n", at) - 1;
  return statements.every((statement) => statement.column === column);
}

function openIn(code: string): number {
  return (code.match(/[([{]/g) ?? []).length - (code.match(/[)\]}]/g) ?? []).length;
}

function optionsOf(plugins: Options["plugins"]): Options {
  return {
    sourceType: "module",
    plugins: plugins ?? [],
    errorRecovery: true,
    allowAwaitOutsideFunction: true,
    allowReturnOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowImportExportEverywhere: true,
    allowUndeclaredExports: true,
    attachComment: false,
  };
}

/** Where the parser gives up; undefined where it reads to the end. */
function stopOf(
  parse: Babel["parse"],
  code: string,
  plugins: Options["plugins"],
): number | undefined {
  try {
    parse(code, optionsOf(plugins));
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError && "pos" in error && typeof error.pos === "number"
      ? error.pos
      : undefined;
  }
}

/** The statements of code that one reading takes without any complaint. */
function statementsOf(parse: Babel["parse"], code: string): readonly Statement[] | undefined {
  for (const plugins of READINGS) {
    try {
      const { errors, program } = parse(code, optionsOf(plugins));
      if (!(errors ?? []).every(({ reasonCode }) => HARMLESS.has(reasonCode))) continue;
      return program.body.map((node) => ({
        type: isAssignment(node) ? "Assignment" : node.type,
        start: node.start ?? 0,
        end: node.end ?? 0,
        column: node.loc?.start.column ?? 0,
      }));
    } catch {
      // Another reading may take it.
    }
  }
  return undefined;
}

function isAssignment(node: ReturnType<Babel["parse"]>["program"]["body"][number]): boolean {
  return node.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression";
}
