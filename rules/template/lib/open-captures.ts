import type { Article } from "../../../src/rules.js";
import type { BalanceProblem } from "./template-balance.js";

const OPENING = /\{%[-~+]?[ \t]*set[ \t]+\w+[ \t]*[-~+]?%\}/g;
const HALF_END = /\{%[-~+]?[ \t]*endset[ \t]*\}(?!\})/;

/**
 * Blocks such as `{% set x %}` that another one begins in, where only the inner one is closed: the outer takes in the text up
 * to that end, and nothing closes it.
 */
export function openCaptures({ source, templateTags }: Article): readonly BalanceProblem[] {
  // Where an end is left over, one is rightly within the other.
  if (templateTags.some(({ name }) => name === "endset")) return [];
  return templateTags.flatMap(({ kind, name, range }): readonly BalanceProblem[] => {
    if (kind !== "opaque" || name !== "set") return [];
    const text = source.slice(range.start, range.end);
    const [first, ...others] = text.matchAll(OPENING);
    if (first === undefined || first.index > 0 || others.length === 0) return [];
    // The half of an end is told as what it is.
    if (HALF_END.test(text)) return [];
    const opening = { start: range.start, end: range.start + first[0].length };
    const content = first[0].replace(/^\{%[-~+]?[ \t]*set|[-~+]?%\}$/g, "");
    const tag = {
      range: opening,
      kind: "tag",
      name,
      content,
      isClosing: false,
      isSelfClosing: false,
    } as const;
    return [{ kind: "unclosed", tag, name }];
  });
}
