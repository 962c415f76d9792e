import {
  type Article,
  type Attribute,
  attributeOf,
  type Element,
  removeAttribute,
} from "../../../src/rules.js";
import type { HtmlProblem } from "./html-problems.js";

interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that correct the markup without changing what browsers read, where there are any. */
export function repairEdits(article: Article, problem: HtmlProblem): readonly SourceEdit[] {
  const { attribute, code, element, range } = problem;
  const next = article.source[range.end] ?? "";
  switch (code) {
    case "stray-end-tag": {
      const isBreak = /^<\/br/i.test(article.source.slice(range.start, range.end));
      return [{ ...range, text: isBreak ? "<br>" : "" }];
    }
    case "missing-semicolon-after-character-reference":
      return /\w/.test(next)
        ? []
        : [{ ...range, text: `${article.source.slice(range.start, range.end)};` }];
    case "missing-whitespace-between-attributes":
      return [{ start: range.start, end: range.start, text: " " }];
    case "invalid-first-character-of-tag-name":
      return next === "/" ? [] : [{ ...range, text: "&lt;" }];
    case "duplicate-attribute":
      return attribute !== undefined &&
        element !== undefined &&
        isRepeat(article, element, attribute)
        ? [removeAttribute(article.source, attribute.range)]
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
