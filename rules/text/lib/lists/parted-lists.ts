import { type Article, type Element, type Range, rangeOf } from "../../../../src/rules.js";

/** A number between two lists of which one goes on where the other ends. */
export interface OddStep {
  readonly kind: "lacking" | "again";
  /** The number that is written. */
  readonly range: Range;
  /** The number that is lacking, or is there twice. */
  readonly number: number;
}

interface Chain {
  readonly start: number;
  last: number;
  /** How many lists go on with the next number. */
  follows: number;
  /** The same since the last odd step. */
  followsOdd: number;
  readonly odd: OddStep[];
}

/** A list of so many steps at the beginning shows as well that its steps count on. */
const LEAST_STEPS = 3;

/**
 * Steps whose lists are parted by code or text and count on (`1.`, `2.`, `4.`), with one number left out or given
 * twice. A template or a component between two of them may hold the step.
 */
export function oddSteps(article: Article): readonly OddStep[] {
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
    if (chain !== undefined && first === skipped) {
      chain.follows++;
      chain.followsOdd++;
    } else if (
      chain !== undefined &&
      skipped !== undefined &&
      first === skipped + 1 &&
      !mayHold(article, { start: chain.start, end: start }, skipped)
    ) {
      const range = { start, end: start + String(first).length };
      if (chain.last >= LEAST_STEPS) chain.follows++;
      chain.followsOdd = 0;
      chain.odd.push({ kind: "lacking", range, number: skipped });
    } else if (
      chain !== undefined &&
      first > 1 &&
      first === chain.last &&
      !mayHold(article, { start: chain.start, end: start })
    ) {
      const range = { start, end: start + String(first).length };
      chain.followsOdd = 0;
      chain.odd.push({ kind: "again", range, number: first });
    } else {
      open.delete(parent);
      if (first !== 1) continue;
      const begun = { start, last, follows: 0, followsOdd: 0, odd: [] };
      chains.push(begun);
      open.set(parent, begun);
      continue;
    }
    chain.last = last;
  }
  return chains.flatMap(({ follows, followsOdd, odd }) => {
    const [one, ...others] = odd;
    if (one === undefined || others.length > 0 || follows === 0) return [];
    // Where the number does not go on, another way to do the same may begin.
    return one.kind === "again" && (followsOdd === 0 || follows === followsOdd) ? [] : [one];
  });
}

/** Whether a stretch may hold a step: written as text, or made by a template or a component. */
function mayHold(article: Article, { start, end }: Range, step?: number): boolean {
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
