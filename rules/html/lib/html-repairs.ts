import {
  type Article,
  type Attribute,
  attributeOf,
  type Edit,
  type Element,
  insert,
  removeAttribute,
  replace,
} from "../../../src/rules.js";
import type { HtmlProblem } from "./html-problems.js";

/** Edits that correct the markup without changing what browsers read, where there are any. */
export function repairEdits(article: Article, problem: HtmlProblem): readonly Edit[] {
  const { attribute, code, element, range } = problem;
  const next = article.source[range.end] ?? "";
  switch (code) {
    case "printed-end-tag":
    case "stray-end-tag": {
      const isBreak = /^<\/br/i.test(article.source.slice(range.start, range.end));
      return [replace(range, isBreak ? "<br>" : "")];
    }
    case "missing-semicolon-after-character-reference":
      return /\w/.test(next)
        ? []
        : [replace(range, `${article.source.slice(range.start, range.end)};`)];
    case "missing-whitespace-between-attributes":
      return [insert(range.start, " ")];
    case "invalid-first-character-of-tag-name":
      return next === "/" ? [] : [replace(range, "&lt;")];
    case "duplicate-attribute":
      return attribute !== undefined &&
        element !== undefined &&
        isRepeat(article, element, attribute)
        ? [removeAttribute(article, attribute.range)]
        : [];
    default:
      return [];
  }
}

/** Whether an attribute has the same value as the first one with its name, which browsers use. */
function isRepeat(article: Article, element: Element, attribute: Attribute): boolean {
  const first = attributeOf(article, element, attribute.name);
  return (
    first !== undefined &&
    first.range.start < attribute.range.start &&
    first.value === attribute.value &&
    !first.unknown
  );
}
