import { literally } from "../../patterns/around.js";
import { usablePattern } from "../../patterns/linear.js";
/** One entry of VitePress' `rewrites`, ready to be asked. */
export interface Rewrite {
  /** Where a page goes, relative to the sources; undefined when the entry is not about it. */
  rewrite(page: string): string | undefined;
}

/** `:name`, `:name*`, `:name(\\d+)`, `(.*)`: a parameter, what it may match, how often. */
const PARAMETER = /(?::(\w+))?(?:\(((?:[^()\\]|\\.)*)\))?([*+?])?/y;

/** What custom parameters may match; anything else is more than is read here. */
const SAFE = /^(?:\.[*+]|\\[wd][*+]?|\[\^\/\][*+]|[\w-]+(?:\|[\w-]+)*)$/;

const MOST_PARAMETERS = 10;
const LONGEST = 300;

type Token =
  | { readonly text: string }
  | { readonly name: string; readonly pattern: string; readonly modifier: string };

/**
 * Reads an entry of `rewrites`: parameters as path-to-regexp 6 has them, a simple part of its language.
 *
 * @returns undefined for a pattern that is more than that
 */
export function readRewrite(from: string, to: string): Rewrite | undefined {
  const source = tokens(from);
  const target = tokens(to);
  if (source === undefined || target === undefined) return undefined;
  const parameters = source.filter((token) => "name" in token);
  if (parameters.length > MOST_PARAMETERS || from.length > LONGEST) return undefined;
  const names = source.flatMap((token) => ("name" in token ? [token.name] : []));
  const expression = usablePattern(`^${source.map(expressionOf).join("")}$`);
  return {
    rewrite: (page) => {
      const found = expression.exec(page);
      if (found === undefined) return undefined;
      const values = new Map(names.map((name, index) => [name, found.groups[index + 1] ?? ""]));
      return target
        .map((token) => ("text" in token ? token.text : (values.get(token.name) ?? "")))
        .join("")
        .replace(/\/{2,}/g, "/");
    },
  };
}

function expressionOf(token: Token, index: number, all: readonly Token[]): string {
  if ("text" in token) {
    const next = all[index + 1];
    const isOptional = next !== undefined && "name" in next && /[*?]/.test(next.modifier);
    // `a/:rest*` is about `a` too, and about `a/b/c`.
    return isOptional && token.text.endsWith("/")
      ? `${literally(token.text.slice(0, -1))}(?:/`
      : literally(token.text);
  }
  const pattern = token.pattern === "" ? "[^/]+?" : token.pattern;
  const previous = all[index - 1];
  const opened = previous !== undefined && "text" in previous && previous.text.endsWith("/");
  if (token.modifier === "") return `(${pattern})`;
  if (token.modifier === "+") return "(.+?)";
  return opened ? `(${token.modifier === "*" ? ".*?" : pattern}))?` : `(${pattern})?`;
}

function tokens(pattern: string): readonly Token[] | undefined {
  const found: Token[] = [];
  let text = "";
  let unnamed = 0;
  for (let index = 0; index < pattern.length; ) {
    PARAMETER.lastIndex = index;
    const match = /[:(]/.test(pattern[index] ?? "") ? PARAMETER.exec(pattern) : null;
    const [whole = "", name, custom = "", modifier = ""] = match ?? [];
    if (whole === "") {
      if (/[(){}*?+\\]/.test(pattern[index] ?? "")) return undefined;
      text += pattern[index];
      index++;
      continue;
    }
    if (custom !== "" && !SAFE.test(custom)) return undefined;
    if (text !== "") found.push({ text });
    text = "";
    found.push({ name: name ?? String(unnamed++), pattern: custom, modifier });
    index += whole.length;
  }
  if (text !== "") found.push({ text });
  return found;
}
