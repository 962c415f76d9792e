import { UNREADABLE, UNREADABLE_REST } from "../../facts/site-settings.js";
import { describedCall, describedList } from "./described-calls.js";
import { pathBeside, requiredModule } from "./module-paths.js";
import { keepPlaces, type Place, placesOf } from "./places.js";
import { type Binding, Scope } from "./static-scope.js";
import {
  type Expression,
  type FunctionNode,
  isFunction,
  nodesIn,
  type SyntaxNode,
} from "./static-syntax.js";
import { isTable } from "./table.js";
import { textFunction, textSteps } from "./text-functions.js";

/** Deepest nesting of values, and longest chain of names, that is followed. */
const DEPTH = 200;

/** Functions that give back the config they are handed: `defineConfig`, `withMermaid`, `extendConfig` of themes. */
const PASSES_ON = /^(?:define|extend|with|as)[A-Z]/;

/** Members that are functions without parameters and worth knowing by what they return. */
const RETURNS = new Set(["redirects", "rewrites"]);

/** Members that may be functions which keep what was there: `permalink: (data) => (isDraft(data) ? false : data.permalink)`. */
const MAY_KEEP = new Set(["permalink"]);

/** Members that are functions which make a text of a text. */
const TEXT_FUNCTIONS = new Set(["slugify"]);

/** Members whose calls are worth knowing by name and options although they cannot be run. */
const KEEPS_CALLS = new Set(["integrations", "loader", "plugins"]);

/**
 * The value of an expression as plain data, without running anything; of a regular expression its parts. What only code could tell is
 * `UNREADABLE`, at any depth; an object with unknown further members has `UNREADABLE_REST`.
 */
export function staticValue(node: Expression, scope: Scope, depth = 0): unknown {
  if (depth > DEPTH || !scope.budget.spend(1)) return UNREADABLE;
  const evaluate = (inner: Expression): unknown => staticValue(inner, scope, depth + 1);
  switch (node.type) {
    case "StringLiteral":
      return text(node.value, scope);
    case "NumericLiteral":
      return Number.isFinite(node.value) ? node.value : UNREADABLE;
    case "BooleanLiteral":
      return node.value;
    case "RegExpLiteral":
      return { pattern: node.pattern, flags: node.flags };
    case "NullLiteral":
      return null;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ParenthesizedExpression":
      return evaluate(node.expression);
    case "Identifier":
      return node.name === "undefined" ? undefined : named(scope.lookup(node.name), scope, depth);
    case "TemplateLiteral":
      return template(node, scope, depth);
    case "UnaryExpression":
      return unary(node.operator, evaluate(node.argument));
    case "BinaryExpression":
      if (node.operator !== "+" || node.left.type === "PrivateName") return UNREADABLE;
      return sum(evaluate(node.left), evaluate(node.right), scope);
    case "LogicalExpression":
      return logical(node.operator, evaluate(node.left), () => evaluate(node.right));
    case "ConditionalExpression": {
      const test = evaluate(node.test);
      if (isUnreadable(test)) return UNREADABLE;
      return evaluate(test ? node.consequent : node.alternate);
    }
    case "MemberExpression":
      return node.object.type === "Super" || node.property.type === "PrivateName"
        ? UNREADABLE
        : member(evaluate(node.object), keyOf(node.property, node.computed, scope, depth));
    case "ArrayExpression":
      return list(node, scope, depth);
    case "ObjectExpression":
      return table(node, scope, depth);
    case "CallExpression": {
      const path = pathBeside(node);
      if (path !== undefined) return path;
      const required = requiredModule(node);
      if (required !== undefined) return importedValue(required, "default", scope);
      const inner = passedOn(node);
      return inner === undefined ? UNREADABLE : evaluate(inner);
    }
    default:
      return UNREADABLE;
  }
}

/**
 * The config that a call such as `defineConfig({ … })` or `createPlugin()({ … })` is handed; undefined for any other
 * call.
 */
export function passedOn(node: Expression): Expression | undefined {
  if (node.type !== "CallExpression") return undefined;
  const { callee } = node;
  const [first] = node.arguments;
  const passesOn =
    callee.type === "CallExpression" ||
    (callee.type === "Identifier" && PASSES_ON.test(callee.name));
  if (!passesOn || first === undefined) return undefined;
  return first.type === "SpreadElement" || first.type === "ArgumentPlaceholder" ? undefined : first;
}

function isUnreadable(value: unknown): boolean {
  // An object whose members are partly unknown is still an object: only its truth is asked here.
  return value === UNREADABLE;
}

function text(value: string, scope: Scope): string {
  return scope.budget.spend(value.length >> 5) ? value : UNREADABLE;
}

function named(binding: Binding | undefined, scope: Scope, depth: number): unknown {
  if (binding?.kind !== "value" && binding?.kind !== "import") return UNREADABLE;
  const known = scope.known.get(binding);
  if (known !== undefined) return scope.budget.spend(known.cost) ? known.value : UNREADABLE;
  if (scope.open.has(binding)) return UNREADABLE;
  scope.open.add(binding);
  const before = scope.budget.left;
  const value =
    binding.kind === "value"
      ? withChanges(staticValue(binding.value, scope, depth + 1), binding.changed)
      : binding.name === undefined
        ? UNREADABLE
        : importedValue(binding.source, binding.name, scope);
  scope.open.delete(binding);
  scope.known.set(binding, { value, cost: before - scope.budget.left });
  return value;
}

function importedValue(source: string, name: string, scope: Scope): unknown {
  return scope.importer?.exportOf(source, name, scope.budget) ?? UNREADABLE;
}

/** A value of which some members were changed later on: nobody knows those. */
function withChanges(value: unknown, changed: ReadonlySet<string>): unknown {
  if (changed.size === 0) return value;
  if (changed.has("*") || !isTable(value)) return UNREADABLE;
  const unknown = [...changed].filter((key) => key !== "__proto__").map((key) => [key, UNREADABLE]);
  return { ...value, ...Object.fromEntries(unknown) };
}

type Template = Extract<Expression, { type: "TemplateLiteral" }>;

function template(node: Template, scope: Scope, depth: number): unknown {
  let whole: unknown = "";
  for (const [index, part] of node.quasis.entries()) {
    whole = sum(whole, part.value.cooked ?? UNREADABLE, scope);
    const hole = node.expressions[index];
    if (hole === undefined) continue;
    if (hole.type.startsWith("TS") && !("expression" in hole)) return UNREADABLE;
    const value = isExpression(hole) ? staticValue(hole, scope, depth + 1) : UNREADABLE;
    whole = sum(whole, typeof value === "number" ? String(value) : value, scope);
  }
  return whole;
}

/** Template literal types hold types where values hold expressions. */
function isExpression(node: Template["expressions"][number]): node is Expression {
  return !/^TS(?!As|Satisfies|NonNull|TypeAssertion)/.test(node.type);
}

function sum(left: unknown, right: unknown, scope: Scope): unknown {
  if (left === UNREADABLE || right === UNREADABLE) return UNREADABLE;
  if (typeof left === "number" && typeof right === "number") return left + right;
  const fits = (part: unknown): boolean => typeof part === "string" || typeof part === "number";
  return fits(left) && fits(right) ? text(`${String(left)}${String(right)}`, scope) : UNREADABLE;
}

function unary(operator: string, value: unknown): unknown {
  if (isUnreadable(value)) return UNREADABLE;
  if (operator === "!") return !value;
  if (operator === "void") return undefined;
  if (typeof value !== "number") return UNREADABLE;
  return operator === "-" ? -value : operator === "+" ? value : UNREADABLE;
}

function logical(operator: string, left: unknown, right: () => unknown): unknown {
  if (isUnreadable(left)) return UNREADABLE;
  if (operator === "??") return left ?? right();
  return (operator === "||") === Boolean(left) ? left : right();
}

function member(object: unknown, key: string | undefined): unknown {
  if (key === undefined || typeof object !== "object" || object === null) return UNREADABLE;
  if (Object.hasOwn(object, key)) return Reflect.get(object, key);
  return Array.isArray(object) || Object.hasOwn(object, UNREADABLE_REST) || key in object
    ? UNREADABLE
    : undefined;
}

/** The name of a member; undefined when only code could tell. */
function keyOf(
  node: Expression,
  computed: boolean,
  scope: Scope,
  depth: number,
): string | undefined {
  if (!computed && node.type === "Identifier") return node.name;
  const key = staticValue(node, scope, depth + 1);
  if (key === UNREADABLE) return undefined;
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}

function list(
  node: Extract<Expression, { type: "ArrayExpression" }>,
  scope: Scope,
  depth: number,
): unknown {
  const values: unknown[] = [];
  const places = new Map<string | number, Place>();
  for (const element of node.elements) {
    if (element === null) values.push(null);
    else if (element.type === "SpreadElement") {
      const spread = staticValue(element.argument, scope, depth + 1);
      if (Array.isArray(spread)) {
        for (const [key, place] of placesOf(spread)) places.set(values.length + Number(key), place);
        for (const value of spread) values.push(value);
      } else values.push(UNREADABLE);
    } else {
      const place = literalPlace(element, scope);
      if (place !== undefined) places.set(values.length, place);
      const value = staticValue(element, scope, depth + 1);
      values.push(value ?? null);
    }
  }
  keepPlaces(values, places);
  return values;
}

/** Where a text is written that no code puts together. */
function literalPlace(node: SyntaxNode, scope: Scope): Place | undefined {
  const isText =
    node.type === "StringLiteral" ||
    (node.type === "TemplateLiteral" && node.expressions.length === 0);
  const { start, end } = node;
  if (!isText || typeof start !== "number" || typeof end !== "number") return undefined;
  const path = scope.importer?.path;
  return path === undefined ? undefined : { path, range: { start: start + 1, end: end - 1 } };
}

function table(
  node: Extract<Expression, { type: "ObjectExpression" }>,
  scope: Scope,
  depth: number,
): unknown {
  const members = new Map<string, unknown>();
  const open = new Set<string>();
  const rest: unknown[] = [];
  const places = new Map<string | number, Place>();
  const unknownRest = (value: unknown = UNREADABLE): void => {
    // Whatever comes from there may replace what stands before it.
    for (const key of open) {
      rest.push(members.get(key));
      members.set(key, UNREADABLE);
    }
    open.clear();
    rest.push(value);
    members.set(UNREADABLE_REST, rest.includes(UNREADABLE) ? UNREADABLE : rest);
  };
  const set = (key: string, value: unknown): void => {
    members.set(key, value);
    open.add(key);
  };
  const at = (key: string, place: Place | undefined): void => {
    if (place === undefined) places.delete(key);
    else places.set(key, place);
  };
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      const spread = staticValue(property.argument, scope, depth + 1);
      if (isTable(spread)) {
        if (Object.hasOwn(spread, UNREADABLE_REST)) unknownRest();
        for (const [key, value] of Object.entries(spread)) {
          if (key === "__proto__") continue;
          set(key, value);
          at(key, placesOf(spread).get(key));
        }
      } else if (spread !== undefined && spread !== null && spread !== false) unknownRest();
      continue;
    }
    const key =
      property.key.type === "PrivateName"
        ? undefined
        : keyOf(property.key, property.computed, scope, depth);
    if (key === undefined)
      unknownRest(
        property.type === "ObjectMethod" || isPattern(property.value)
          ? UNREADABLE
          : staticValue(property.value, scope, depth + 1),
      );
    // As a key it would set the prototype, which is no data.
    else if (key === "__proto__") continue;
    else if (TEXT_FUNCTIONS.has(key)) {
      const evaluate = (inner: Expression): unknown => staticValue(inner, scope, depth + 1);
      if (property.type === "ObjectMethod") set(key, textSteps(property, evaluate));
      else if (isPattern(property.value)) set(key, UNREADABLE);
      else set(key, textFunction(property.value, scope, evaluate));
    } else if (property.type === "ObjectMethod")
      set(key, RETURNS.has(key) ? returned(property, scope, depth + 1) : UNREADABLE);
    else {
      const inner = property.value;
      at(key, isPattern(inner) ? undefined : literalPlace(inner, scope));
      const value = isPattern(inner)
        ? UNREADABLE
        : isFunction(inner)
          ? functionValue(inner, key, scope, depth + 1)
          : memberValue(inner, scope, depth + 1, KEEPS_CALLS.has(key));
      if (value === undefined) {
        members.delete(key);
        open.delete(key);
      } else set(key, value);
    }
  }
  const value = Object.fromEntries(members);
  keepPlaces(value, places);
  return value;
}

/** What a member that is a function says; undefined where it leaves things as they were without it. */
function functionValue(node: FunctionNode, key: string, scope: Scope, depth: number): unknown {
  if (RETURNS.has(key)) return returned(node, scope, depth);
  return MAY_KEEP.has(key) && keeps(node, key) ? undefined : UNREADABLE;
}

/** Whether a function gives back the member it is called for of what it is handed, or false, and nothing else. */
function keeps({ params, body }: FunctionNode, key: string): boolean {
  const [data] = params;
  if (data?.type !== "Identifier" || params.length > 1) return false;
  const returns =
    body.type === "BlockStatement"
      ? [...nodesIn(body.body, (node) => !isFunction(node))].flatMap((node) =>
          node.type === "ReturnStatement" ? [node.argument] : [],
        )
      : [body];
  const isKept = (node: Expression | null | undefined): boolean => {
    if (node?.type === "ConditionalExpression")
      return isKept(node.consequent) && isKept(node.alternate);
    if (node?.type === "BooleanLiteral") return !node.value;
    return (
      node?.type === "MemberExpression" &&
      !node.computed &&
      node.object.type === "Identifier" &&
      node.object.name === data.name &&
      node.property.type === "Identifier" &&
      node.property.name === key
    );
  };
  return returns.length > 0 && returns.every(isKept);
}

/** What a function without parameters returns, where it does nothing but return it. */
function returned(
  { params, body }: Pick<FunctionNode, "params" | "body">,
  outer: Scope,
  depth: number,
): unknown {
  if (params.length > 0) return UNREADABLE;
  if (body.type !== "BlockStatement") return staticValue(body, outer, depth);
  const scope = new Scope(outer);
  scope.declareAll(body.body);
  const last = body.body.at(-1);
  const isPlain = body.body.every(
    (statement) => statement === last || statement.type === "VariableDeclaration",
  );
  return isPlain && last?.type === "ReturnStatement" && last.argument
    ? staticValue(last.argument, scope, depth)
    : UNREADABLE;
}

function memberValue(node: Expression, scope: Scope, depth: number, keepsCalls: boolean): unknown {
  if (!keepsCalls) return staticValue(node, scope, depth);
  const evaluate = (inner: Expression): unknown => staticValue(inner, scope, depth + 1);
  return (
    describedList(node, scope, evaluate) ??
    describedCall(node, scope, evaluate) ??
    staticValue(node, scope, depth)
  );
}

type MemberValue = Extract<
  Extract<Expression, { type: "ObjectExpression" }>["properties"][number],
  { type: "ObjectProperty" }
>["value"];

/** Only the left side of an assignment holds patterns; broken code may have them elsewhere. */
function isPattern(node: MemberValue): node is Exclude<MemberValue, Expression> {
  return /Pattern$|^RestElement$|^VoidPattern$/.test(node.type);
}
