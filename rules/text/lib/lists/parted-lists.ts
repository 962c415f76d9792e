import { type Article, type Element, type Range, rangeOf } from "../../../../src/rules.js";

/** A number that is lacking between two lists of which one goes on where the other ends. */
export interface LackingStep {
  /** The number after the lacking one. */
  readonly range: Range;
  readonly lacking: number;
}

interface Chain {
  readonly start: number;
  last: number;
  /** How many lists go on with the next number. */
  follows: number;
  readonly gaps: LackingStep[];
}

/**
 * Steps whose lists are parted by code or text and count on (`1.`, `2.`, `4.`), with one number left out. Where a
 * template or a component stands between two of them, it may hold the step.
 */
export function lackingSteps(article: Article): readonly LackingStep[] {
  const chains: Chain[] = [];
  const open = new Map<Element | undefined, Chain>();
  for (const element of article.elements) {
    const parent = article.parentOf(element);
    if (/^h[1-6]$/.test(element.tagName)) open.delete(parent);
    if (element.tagName !== "ol" || article.originOf(element) !== "markdown") continue;
    const { start } = rangeOf(element);
    const mark = /^\d{1,4}(?=[.)])/.exec(article.source.slice(start, start + 6))?.[0];
    const items = element.children.filter(
      (child) => child.type === "element" && child.tagName === "li",
    ).length;
    const first = mark === undefined ? Number.NaN : Number(mark);
    const last = first + items - 1;
    const chain = open.get(parent);
    const skipped = chain === undefined ? undefined : chain.last + 1;
    if (chain !== undefined && first === skipped) chain.follows++;
    else if (
      chain !== undefined &&
      skipped !== undefined &&
      first === skipped + 1 &&
      !mayHold(article, { start: chain.start, end: start }, skipped)
    ) {
      const range = { start, end: start + String(first).length };
      chain.gaps.push({ range, lacking: skipped });
    } else {
      open.delete(parent);
      if (first !== 1) continue;
      const begun = { start, last, follows: 0, gaps: [] };
      chains.push(begun);
      open.set(parent, begun);
      continue;
    }
    chain.last = last;
  }
  return chains.flatMap(({ follows, gaps }) => (follows > 0 && gaps.length === 1 ? gaps : []));
}

/** Whether a stretch may hold a step: written as text, or made by a template or a component. */
function mayHold(article: Article, { start, end }: Range, step: number): boolean {
  const text = article.source.slice(start, end);
  return (
    article.templateTags.some(({ range }) => start <= range.start && range.end <= end) ||
    /^[ \t]*<(?:[A-Z]|ol)/m.test(text) ||
    text.split("\n").some((line) => {
      const written = /^[\s>#*_\\-]*(\d{1,4})(?!\d)/.exec(line)?.[1];
      return written !== undefined && Number(written) === step;
    })
  );
}
