import { type SiteTable, UNREADABLE, UNREADABLE_REST } from "../../facts/site-settings.js";
import { callsOn } from "./static-calls.js";
import { type Budget, type Importer, Scope } from "./static-scope.js";
import {
  type Expression,
  type FunctionNode,
  isFunction,
  nodesIn,
  parseModule,
  type Statement,
  type SyntaxNode,
} from "./static-syntax.js";
import { passedOn, staticValue } from "./static-value.js";
import { isTable } from "./table.js";

/** Largest config that is parsed, in characters: hostile syntax takes time by the square of its length. */
const MAXIMUM = 200_000;

/** A table of which nothing is known. */
const UNKNOWN: SiteTable = { [UNREADABLE_REST]: UNREADABLE };

/** Most other modules that one config may have read. */
const MODULES = 20;

/** A module to be read: where it lies, and its text. */
export interface ModuleSource {
  readonly path: string;
  readonly text: string;
}

/** Finds the module that another one imports; undefined where it must not be read, or is not there. */
export type FindModule = (specifier: string, from: string) => ModuleSource | undefined;

/**
 * What a JavaScript or TypeScript module exports, as plain data, found by reading literals: nothing is run.
 * Values that only code could tell are `UNREADABLE`; where further members may exist the table has
 * `UNREADABLE_REST`.
 *
 * The table is the default export (`export default`, `module.exports`), through `defineConfig(…)`, constants,
 * spreads and type assertions. A function counts by the object it returns; calls of methods of its first
 * parameter, as Eleventy has them, are listed under `calls` in source order. Where a function returns nothing,
 * the export named `config` counts.
 *
 * @param find finds modules it imports; without it imports are unknown
 */
export function readStaticModule(source: ModuleSource, find?: FindModule): SiteTable {
  const module = new Modules(find).read(source);
  if (module === undefined) return UNKNOWN;
  const { statements, scope } = module;
  const { main, config } = exportsOf(statements);
  const value = main === undefined ? UNREADABLE : exported(main, scope);
  const named = config === undefined ? undefined : staticValue(config, scope);
  if (!isTable(value)) return isTable(named) ? named : UNKNOWN;
  return isTable(named) ? { ...named, ...value } : value;
}

/** What a module exports under a name, as {@link readStaticModule} reads the default export. */
export function readStaticExport(source: ModuleSource, name: string, find?: FindModule): SiteTable {
  const module = new Modules(find).read(source);
  const value = module === undefined ? UNREADABLE : namedValue(module, name);
  return isTable(value) ? value : UNKNOWN;
}

interface Module {
  readonly statements: readonly Statement[];
  readonly scope: Scope;
}

function namedValue({ statements, scope }: Module, name: string): unknown {
  const exporting = exportsOf(statements, name).config;
  return exporting === undefined ? UNREADABLE : staticValue(exporting, scope);
}

/** The modules of one config, each parsed once. */
class Modules {
  readonly #find: FindModule | undefined;
  readonly #modules = new Map<string, Module | undefined>();

  constructor(find: FindModule | undefined) {
    this.#find = find;
  }

  read({ path, text }: ModuleSource, budget?: Budget): Module | undefined {
    const known = this.#modules.get(path);
    if (known !== undefined || this.#modules.has(path) || this.#modules.size > MODULES)
      return known;
    const statements = text.length > MAXIMUM ? undefined : parseModule(text);
    const exportOf: Importer["exportOf"] = (specifier, name, left) =>
      this.#exportOf(specifier, path, name, left);
    const scope = new Scope(undefined, { path, exportOf }, budget);
    const module = statements && { statements, scope };
    this.#modules.set(path, module);
    if (statements !== undefined) scope.declareAll(statements);
    return module;
  }

  #exportOf(specifier: string, from: string, name: string, budget: Budget): unknown {
    if (!/^\.{1,2}\//.test(specifier)) return UNREADABLE;
    const source = this.#find?.(specifier, from);
    if (source === undefined) return UNREADABLE;
    if (source.path.endsWith(".json"))
      return name === "default" ? jsonOf(source, budget) : UNREADABLE;
    const module = this.read(source, budget);
    if (module === undefined) return UNREADABLE;
    if (name !== "default") return namedValue(module, name);
    const { main } = exportsOf(module.statements);
    // What a function returns depends on who calls it.
    return main === undefined || functionOf(main, module.scope, 0) !== undefined
      ? UNREADABLE
      : exported(main, module.scope);
  }
}

function jsonOf({ text }: ModuleSource, budget: Budget): unknown {
  if (text.length > MAXIMUM || !budget.spend(text.length >> 3)) return UNREADABLE;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

interface Exports {
  readonly main: Expression | FunctionNode | undefined;
  /** The export with the name asked for. */
  readonly config: Expression | undefined;
}

function exportsOf(statements: readonly Statement[], name = "config"): Exports {
  let main: Exports["main"];
  let config: Exports["config"];
  for (const statement of statements) {
    if (statement.type === "TSExportAssignment") main = statement.expression;
    else if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      if (declaration.type !== "ClassDeclaration" && declaration.type !== "TSDeclareFunction")
        main = declaration;
    } else if (statement.type === "ExportNamedDeclaration") {
      for (const specifier of statement.specifiers) {
        if (specifier.type !== "ExportSpecifier" || specifier.exported.type !== "Identifier")
          continue;
        if (specifier.exported.name === "default") main = specifier.local;
        if (specifier.exported.name === name) config = specifier.local;
      }
      const { declaration } = statement;
      if (declaration?.type !== "VariableDeclaration") continue;
      for (const { id, init } of declaration.declarations)
        if (id.type === "Identifier" && id.name === name) config = init ?? undefined;
    } else if (statement.type === "ExpressionStatement") {
      const assigned = assignment(statement.expression);
      if (/^(?:module\.exports|(?:module\.)?exports\.default)$/.test(assigned?.to ?? ""))
        main = assigned?.value;
      if (assigned?.to.replace(/^module\./, "") === `exports.${name}`) config = assigned.value;
    }
  }
  return { main, config };
}

/** `module.exports.x = value` as its path and value. */
function assignment(
  node: Expression,
): { readonly to: string; readonly value: Expression } | undefined {
  if (node.type !== "AssignmentExpression" || node.operator !== "=") return undefined;
  const names = [...nodesIn(node.left)].flatMap((part) =>
    part.type === "Identifier" ? [part.name] : [],
  );
  return node.left.type === "MemberExpression"
    ? { to: names.join("."), value: node.right }
    : undefined;
}

function exported(main: Expression | FunctionNode, scope: Scope): unknown {
  const made = functionOf(main, scope, 0);
  if (made !== undefined) return returned(made, new Scope(scope));
  return main.type === "FunctionDeclaration" ? UNREADABLE : staticValue(main, scope);
}

/** The function that an export stands for, through names, type assertions and `defineConfig`. */
function functionOf(node: SyntaxNode, scope: Scope, depth: number): FunctionNode | undefined {
  if (isFunction(node)) return node;
  if (depth > 20) return undefined;
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
      return functionOf(node.expression, scope, depth + 1);
    case "Identifier": {
      const binding = scope.lookup(node.name);
      return binding?.kind === "value" || binding?.kind === "function"
        ? functionOf(binding.value, scope, depth + 1)
        : undefined;
    }
    case "CallExpression": {
      const inner = passedOn(node);
      return inner === undefined ? undefined : functionOf(inner, scope, depth + 1);
    }
    default:
      return undefined;
  }
}

/** What a function returns, with the calls it makes on its first parameter. */
function returned({ params, body }: FunctionNode, scope: Scope): unknown {
  for (const node of nodesIn(params)) if (node.type === "Identifier") scope.hide(node.name);
  if (body.type !== "BlockStatement") return staticValue(body, scope);
  scope.declareAll(body.body);
  const [first] = params;
  const calls = first?.type === "Identifier" ? callsOn(first.name, body.body, scope) : [];
  const returns = [...nodesIn(body.body, (node) => !isFunction(node))].filter(
    (node) => node.type === "ReturnStatement",
  );
  const [only] = returns;
  const value =
    only === undefined
      ? {}
      : returns.length === 1 && body.body.includes(only) && only.argument
        ? staticValue(only.argument, scope)
        : UNREADABLE;
  const table = isTable(value) ? value : UNKNOWN;
  return calls.length === 0 ? table : { ...table, calls };
}
