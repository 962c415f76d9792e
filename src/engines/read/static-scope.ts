import { type Expression, type FunctionNode, nodesIn, type Statement } from "./static-syntax.js";

/** Most values that one config may unfold to. */
const BUDGET = 100_000;

/** Methods that change the list they are called on. */
const CHANGING = new Set(["push", "unshift", "splice", "pop", "shift", "sort", "reverse", "fill"]);

/** What a name stands for: an expression, a function, or something from elsewhere. */
export type Binding =
  | { readonly kind: "value"; readonly value: Expression; readonly changed: ReadonlySet<string> }
  | { readonly kind: "function"; readonly value: FunctionNode }
  | {
      readonly kind: "import";
      readonly source: string;
      /** The export it is; `default` for the default one, undefined for the module as a whole. */
      readonly name: string | undefined;
    }
  | { readonly kind: "opaque" };

/** What the values of one config may cost in all, so that small texts cannot unfold to huge data. */
export class Budget {
  #left = BUDGET;

  get left(): number {
    return this.#left;
  }

  /** False when nothing is left. */
  spend(amount: number): boolean {
    this.#left -= amount;
    return this.#left >= 0;
  }
}

/** Reads what other modules export, as data. */
export interface Importer {
  /** The module that imports. */
  readonly path: string;
  /** The value of an export (`default` for the default one); `UNREADABLE` where nobody knows it. */
  exportOf(source: string, name: string, budget: Budget): unknown;
}

/** The names of a module or a function's body. */
export class Scope {
  readonly budget: Budget;
  /** What a name was evaluated to, and what that cost. */
  readonly known = new Map<Binding, { readonly value: unknown; readonly cost: number }>();
  /** Names that are being evaluated, so that cycles end. */
  readonly open = new Set<Binding>();
  readonly #names = new Map<string, Binding>();
  readonly #outer: Scope | undefined;

  readonly importer: Importer | undefined;

  constructor(outer: Scope | undefined, importer?: Importer, budget = new Budget()) {
    this.#outer = outer;
    this.importer = outer?.importer ?? importer;
    this.budget = outer?.budget ?? budget;
  }

  lookup(name: string): Binding | undefined {
    return this.#names.get(name) ?? this.#outer?.lookup(name);
  }

  /** Makes a name stand for something nobody knows here, such as a parameter. */
  hide(name: string): void {
    this.#names.set(name, { kind: "opaque" });
  }

  /** Takes the names that statements declare. */
  declareAll(statements: readonly Statement[]): void {
    const changes = changedNames(statements);
    for (const statement of statements) this.#declare(statement, changes);
  }

  #declare(statement: Statement, changes: ReadonlyMap<string, ReadonlySet<string>>): void {
    if (
      statement.type === "ExportNamedDeclaration" ||
      statement.type === "ExportDefaultDeclaration"
    ) {
      const { declaration } = statement;
      if (
        declaration?.type === "VariableDeclaration" ||
        declaration?.type === "FunctionDeclaration"
      ) {
        this.#declare(declaration, changes);
      }
    } else if (statement.type === "VariableDeclaration") {
      for (const { id, init } of statement.declarations) {
        if (id.type !== "Identifier" || init === null || init === undefined) continue;
        const changed = changes.get(id.name) ?? new Set<string>();
        this.#names.set(id.name, { kind: "value", value: init, changed });
      }
    } else if (statement.type === "FunctionDeclaration") {
      if (statement.id) this.#names.set(statement.id.name, { kind: "function", value: statement });
    } else if (statement.type === "ImportDeclaration") {
      for (const specifier of statement.specifiers) {
        const source = statement.source.value;
        const name = importedName(specifier);
        this.#names.set(specifier.local.name, { kind: "import", source, name });
      }
    }
  }
}

type Specifier = Extract<Statement, { type: "ImportDeclaration" }>["specifiers"][number];

function importedName(specifier: Specifier): string | undefined {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return undefined;
  const { imported } = specifier;
  return imported.type === "Identifier" ? imported.name : imported.value;
}

/** Names that are changed after their declaration, with the members changed; `*` where it is the whole. */
function changedNames(statements: readonly Statement[]): ReadonlyMap<string, ReadonlySet<string>> {
  const changes = new Map<string, Set<string>>();
  const change = (target: unknown): void => {
    const place = placeOf(target);
    if (place === undefined) return;
    const members = changes.get(place.name) ?? new Set();
    changes.set(place.name, members.add(place.member));
  };
  for (const node of nodesIn(statements)) {
    if (node.type === "AssignmentExpression") change(node.left);
    else if (node.type === "UpdateExpression") change(node.argument);
    else if (node.type === "UnaryExpression" && node.operator === "delete") change(node.argument);
    else if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
      const { object, property } = node.callee;
      const method = property.type === "Identifier" ? property.name : "";
      if (CHANGING.has(method)) change(object);
      if (method === "assign") change(node.arguments[0]);
    }
  }
  return changes;
}

/** The name and first member that an assignment's left side is about. */
function placeOf(target: unknown): { readonly name: string; readonly member: string } | undefined {
  let member = "*";
  for (const node of nodesIn(target)) {
    if (node.type === "Identifier") return { name: node.name, member };
    if (node.type !== "MemberExpression") return undefined;
    const { property } = node;
    member = !node.computed && property.type === "Identifier" ? property.name : "*";
  }
  return undefined;
}
