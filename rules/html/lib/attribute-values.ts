import { type ARIAPropertyDefinition, aria, roles } from "aria-query";
import { htmlElementAttributes } from "html-element-attributes";
import { type Definition, enumeratedAttributes } from "html-enumerated-attributes";
import { find, html } from "property-information";
import { remembered } from "../../../src/rules.js";
import table from "./attribute-values.json" with { type: "json" };

/** What is wrong with the value of an attribute. */
export type ValueProblem =
  /** Not one of the allowed words. */
  | { readonly kind: "keyword"; readonly allowed: readonly string[] }
  /** Not the kind of number it must be. */
  | { readonly kind: "number"; readonly wanted: string }
  /** `disabled="false"`, which is on anyway. */
  | { readonly kind: "on-anyway" }
  /** `controls="true"`: on, whatever its value. */
  | { readonly kind: "boolean" };

type ByElement = Readonly<Record<string, readonly string[] | undefined>>;

const KEYWORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>> | undefined>> =
  table.keywords;
const COUNT: ByElement = table.count;
const INTEGER: ByElement = table.integer;
const NUMBER: ByElement = table.number;
const ARIA: ReadonlyMap<string, ARIAPropertyDefinition> = new Map(aria.entries());
const ROLES: ReadonlySet<string> = new Set([
  ...roles
    .entries()
    .filter(([, { abstract }]) => !abstract)
    .map(([name]) => name),
  ...table.newRoles,
]);
const SHARES: ReadonlySet<string> = new Set(
  ["embed", "iframe", "object", "video"].flatMap((name) => [`${name} width`, `${name} height`]),
);
const OFF = /^(?:false|0|no|off)$/i;

/** Checks a value against HTML and ARIA; undefined if nothing is wrong, or nobody can tell. */
export function valueProblem(
  element: string,
  name: string,
  value: string,
): ValueProblem | undefined {
  const written = value.trim();
  if (written === "") return undefined;
  if (name === "role") return roleProblem(written);
  if (name.startsWith("aria-")) return ariaProblem(name, written);
  // Browsers take a percentage for the size of anything but a canvas (HTML, 15.4.3).
  if (SHARES.has(`${element} ${name}`) && /^\d+%$/.test(written)) return undefined;
  const judge = judgeOf(`${element} ${name}`);
  if (judge.isBoolean) {
    if (written.toLowerCase() === name) return undefined;
    return { kind: OFF.test(written) ? "on-anyway" : "boolean" };
  }
  return numberProblem(judge, written) ?? keywordProblem(judge, written);
}

/** What HTML says about the values of an attribute, by element and name with a space between. */
const judgeOf = remembered((key) => {
  const [element = "", name = ""] = key.split(" ");
  const has = (list: ByElement): boolean =>
    list[element]?.includes(name) === true || list["*"]?.includes(name) === true;
  return {
    isBoolean: isBoolean(element, name),
    isCount: has(COUNT),
    isInteger: has(INTEGER),
    isNumber: has(NUMBER),
    keywords: table.notKeywords.includes(name) ? undefined : keywordsOf(element, name),
  };
});

type Judge = ReturnType<typeof judgeOf>;

/** `<embed>` passes any attribute to its plug-in, so only listed attributes are booleans. */
function isBoolean(element: string, name: string): boolean {
  if (!find(html, name).boolean || table.notBoolean.includes(name)) return false;
  const lists = [htmlElementAttributes["*"], htmlElementAttributes[element]];
  return lists.some((list) => list?.includes(name) === true);
}

/** The names of all ARIA attributes. */
export function ariaNames(): readonly string[] {
  return [...ARIA.keys()];
}

function numberProblem(
  { isCount, isInteger, isNumber }: Judge,
  value: string,
): ValueProblem | undefined {
  if (isCount && !/^\d+$/.test(value)) return { kind: "number", wanted: "a whole number" };
  if (isInteger && !/^-?\d+$/.test(value)) return { kind: "number", wanted: "a whole number" };
  if (isNumber && !/^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i.test(value)) {
    return { kind: "number", wanted: "a number" };
  }
  return undefined;
}

function keywordProblem({ keywords }: Judge, value: string): ValueProblem | undefined {
  if (keywords === undefined) return undefined;
  const { definition, allowed } = keywords;
  // Any word can be the name of a window, but those that begin with _ are reserved (HTML §7.3.1.7).
  if (definition?.allowUnknown === true && !value.startsWith("_")) return undefined;
  const same = (word: string): boolean =>
    definition?.caseSensitive === true ? word === value : word === value.toLowerCase();
  return allowed.some(same) ? undefined : { kind: "keyword", allowed };
}

/** The words that an attribute allows; undefined if it is not limited to words. */
function keywordsOf(element: string, name: string) {
  const definition = definitionOf(element, name);
  const added = KEYWORDS[element]?.[name] ?? [];
  const everywhere = KEYWORDS["*"]?.[name];
  if (definition === undefined && added.length === 0 && everywhere === undefined) return undefined;
  const states = (definition?.states ?? []).flat().flatMap((word) => word ?? []);
  const allowed = (everywhere ?? [...states, ...added]).filter((word) => word !== "");
  return { definition, allowed };
}

function definitionOf(element: string, name: string): Definition | undefined {
  const own = Object.hasOwn(enumeratedAttributes, name) ? enumeratedAttributes[name] : undefined;
  if (own === undefined) return undefined;
  const all = Array.isArray(own) ? own : [own];
  return all.find(
    ({ selector }) => selector === undefined || selector.split(/,\s*/).includes(element),
  );
}

function roleProblem(value: string): ValueProblem | undefined {
  const isKnown = value
    .toLowerCase()
    .split(/\s+/)
    .every((role) => ROLES.has(role));
  return isKnown ? undefined : { kind: "keyword", allowed: [...ROLES] };
}

function ariaProblem(name: string, value: string): ValueProblem | undefined {
  const definition = ARIA.get(name);
  if (definition === undefined) return undefined;
  const { type, allowundefined } = definition;
  const undefinedToo = allowundefined === true ? ["undefined"] : [];
  const words = (definition.values ?? []).map(String);
  switch (type) {
    case "boolean":
      return oneOf(value, ["true", "false", ...undefinedToo]);
    case "tristate":
      return oneOf(value, ["true", "false", "mixed", ...undefinedToo]);
    case "token":
      return oneOf(value, [...words, ...undefinedToo]);
    case "tokenlist":
      return value
        .split(/\s+/)
        .map((word) => oneOf(word, words))
        .find((problem) => problem !== undefined);
    case "integer":
      return /^-?\d+$/.test(value) ? undefined : { kind: "number", wanted: "a whole number" };
    case "number":
      return /^-?\d+(?:\.\d+)?$/.test(value) ? undefined : { kind: "number", wanted: "a number" };
    default:
      return undefined;
  }
}

function oneOf(value: string, allowed: readonly string[]): ValueProblem | undefined {
  return allowed.includes(value.toLowerCase()) ? undefined : { kind: "keyword", allowed };
}
