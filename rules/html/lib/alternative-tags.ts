import { type Article, patternAround, templateFlowOf } from "../../../src/rules.js";
import type { HtmlProblem } from "./html-problems.js";

/** Tags of one name that a parser sees and no reader does, since only one branch of a condition is printed. */
interface Surplus {
  readonly start: number;
  readonly end: number;
  /** How many more opening than closing tags; undefined where the branches differ. */
  readonly count: number | undefined;
}

/**
 * Leaves out what only seems to be wrong with the balance of tags: `{% if x %}<div>{% else %}<div class="y">{% endif %}`
 * opens one element, not two.
 */
export function withoutAlternativeTags(
  article: Article,
  problems: readonly HtmlProblem[],
): readonly HtmlProblem[] {
  const { alternatives } = templateFlowOf(article);
  if (alternatives.length === 0) return problems;
  const known = new Map<string, readonly Surplus[]>();
  const surplusOf = (name: string): readonly Surplus[] => {
    const found = known.get(name) ?? surplusesOf(article, alternatives, name);
    known.set(name, found);
    return found;
  };
  const left = new Set(problems);
  for (const problem of problems) {
    const { code, range } = problem;
    const isUnclosed = code === "unclosed-element";
    if (!isUnclosed && code !== "stray-end-tag") continue;
    const name = /^<\/?([^\s/>]+)/.exec(article.markup.slice(range.start, range.end))?.[1] ?? "";
    // An element that seems open begins before the branches, an end tag too many comes after them.
    const surpluses = surplusOf(name.toLowerCase()).filter(({ start, end, count }) =>
      isUnclosed
        ? range.start < end && (count === undefined || count > 0)
        : range.start > start && (count === undefined || count < 0),
    );
    if (surpluses.some(({ count }) => count === undefined)) left.delete(problem);
    else {
      const total = surpluses.reduce((sum, { count = 0 }) => sum + Math.abs(count), 0);
      const dropped = problems.filter(
        (one) => one.code === code && !left.has(one) && sameName(article, one, name),
      );
      if (dropped.length < total) left.delete(problem);
    }
  }
  return problems.filter((problem) => left.has(problem));
}

function sameName(article: Article, { range }: HtmlProblem, name: string): boolean {
  const tag = article.markup.slice(range.start, range.end).toLowerCase();
  return patternAround()`^</?${name.toLowerCase()}(?=[\s/>]|$)`.test(tag);
}

function surplusesOf(
  article: Article,
  alternatives: ReturnType<typeof templateFlowOf>["alternatives"],
  name: string,
): readonly Surplus[] {
  const tags = patternAround("gi")`<(/?)${name}(?=[\s/>])`;
  return alternatives.flatMap((branches) => {
    const balances = branches.map(({ start, end }) =>
      [...article.markup.slice(start, end).matchAll(tags)].reduce(
        (sum, [, slash]) => sum + (slash === "/" ? -1 : 1),
        0,
      ),
    );
    const [one = 0] = balances;
    if (balances.every((balance) => balance === 0)) return [];
    const isSame = balances.every((balance) => balance === one);
    const count = isSame ? one * (balances.length - 1) : undefined;
    return [{ start: branches[0]?.start ?? 0, end: branches.at(-1)?.end ?? 0, count }];
  });
}
