import type { z } from "zod";
import { nearestWord } from "../../knowledge/text/nearest.js";
import type { ConfigIssue } from "../config-error.js";
import type { ConfigSource, KeyPath } from "../load/source.js";

type Issue = z.core.$ZodIssue;

/**
 * Turns the issues of a zod schema into config issues: plain sentences, at the wrong key or value,
 * with the nearest valid name.
 *
 * @param prefix keys that lead from the top of the source to the value that was parsed
 * @param knownKeys names allowed at a place, for did-you-mean
 */
export function configIssues(
  source: ConfigSource,
  issues: readonly Issue[],
  prefix: KeyPath,
  knownKeys: (keys: KeyPath) => readonly string[],
): readonly ConfigIssue[] {
  return issues.slice(0, MOST_ISSUES).flatMap((issue) => {
    const chosen = narrow(issue);
    const keys: KeyPath = [...prefix, ...plainPath(chosen.path)];
    if (chosen.code === "unrecognized_keys") {
      return chosen.keys.slice(0, MOST_ISSUES).map((key) => {
        const known = knownKeys(keys);
        const near = nearestWord(key, known);
        return issueAt(
          source,
          [...keys, key],
          "key",
          `The ${settingName(keys)} "${key}" does not exist.`,
          near === undefined
            ? known.length > 0
              ? `Known names: ${known.join(", ")}.`
              : undefined
            : `Did you mean "${near}"?`,
        );
      });
    }
    const value = valueAt(source.value, keys);
    const allowed = allowedValues(chosen);
    const near = typeof value === "string" ? nearestWord(value, allowed) : undefined;
    return [
      issueAt(
        source,
        keys,
        "value",
        `${dotted(keys)} ${sentence(chosen, value)}`,
        near === undefined ? undefined : `Did you mean "${near}"?`,
      ),
    ];
  });
}

/** Most mistakes of one kind that are told: nobody reads more. */
export const MOST_ISSUES = 100;

/** One issue at a key or value of a source. */
export function issueAt(
  source: ConfigSource,
  keys: KeyPath,
  part: "key" | "value",
  message: string,
  help: string | undefined,
): ConfigIssue {
  const range = source.rangeOf(keys, part);
  const place =
    range === undefined || source.text === undefined ? undefined : { text: source.text, range };
  return { file: source.file, place, keys, message, help };
}

/** `rules["image/hotlink"][1].minimum`, as a person would write it in code. */
export function dotted(keys: KeyPath): string {
  if (keys.length === 0) return "The config";
  return keys
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[\w$]+$/.test(key)) return `["${key}"]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

function settingName(keys: KeyPath): string {
  if (keys[0] === "rules" && keys.length > 1) return "option";
  return "setting";
}

/** Of a union, the branch with the deepest issue: what the writer most likely meant. */
function narrow(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const branches = issue.errors.flatMap((branch) => branch[0] ?? []).map(narrow);
  const deepest = branches.reduce<Issue | undefined>(
    (best, branch) => (branch.path.length > (best?.path.length ?? 0) ? branch : best),
    undefined,
  );
  if (deepest === undefined) return issue;
  return { ...deepest, path: [...issue.path, ...deepest.path] };
}

function allowedValues(issue: Issue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "invalid_union") {
    return issue.errors.flatMap((branch) => branch.flatMap((inner) => allowedValues(inner)));
  }
  return [];
}

function sentence(issue: Issue, value: unknown): string {
  if (issue.code === "custom" || issue.code === "invalid_format") {
    return issue.message.startsWith("Invalid ")
      ? `is not a valid ${issue.message.slice("Invalid ".length)}.`
      : `${issue.message.replace(/\.$/, "")}.`;
  }
  const wanted = expectation(issue);
  if (wanted === undefined) return `is not accepted: ${issue.message}.`;
  return value === undefined
    ? `is missing; it must be ${wanted}.`
    : `must be ${wanted}, not ${shown(value)}.`;
}

function expectation(issue: Issue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return article(issue.expected);
    case "invalid_value":
      return issue.values.length === 1
        ? JSON.stringify(issue.values[0])
        : `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return [...new Set(issue.errors.flatMap((branch) => branch.map(expectation)))]
        .filter((wanted) => wanted !== undefined)
        .join(" or ");
    case "too_small":
      return `at least ${issue.minimum}${unit(issue.origin)}`;
    case "too_big":
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    default:
      return undefined;
  }
}

function unit(origin: string): string {
  if (origin === "string") return " characters long";
  return origin === "array" ? " entries long" : "";
}

function article(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    object: "a map of keys and values",
    record: "a map of keys and values",
    array: "a list",
    tuple: "a list",
    boolean: "true or false",
    int: "a whole number",
  };
  return names[expected] ?? `a ${expected}`;
}

function shown(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "function") return "a function";
  return JSON.stringify(value) ?? typeof value;
}

function valueAt(root: unknown, keys: KeyPath): unknown {
  let current = root;
  for (const key of keys) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

function plainPath(path: readonly PropertyKey[]): KeyPath {
  return path.map((key) => (typeof key === "number" ? key : String(key)));
}
