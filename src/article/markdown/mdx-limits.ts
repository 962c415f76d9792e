import type { LimitName, Problem } from "../problem.js";

/** Braces and tags in one block, and the squares of all blocks' braces: finding their ends is quadratic. */
const MAXIMUM_BRACES = 1000;
const BRACE_BUDGET = 3e7;
/** Brackets open at once: the native parser of expressions recurses, and its overflow cannot be caught. */
const MAXIMUM_NESTING = 500;
/** Operators and keywords of one block, all of which may nest without a bracket. */
const MAXIMUM_OPERATORS = 4000;
const OPERATORS = /[=?!:<]|\b(?:new|yield|await|typeof|void|delete|if|else|class|for|while|do)\b/g;
/** JSX elements inside one another. */
const MAXIMUM_DEPTH = 200;
const TAG = /<(\/?)([a-z][\w.:-]*)|\/>|`[^`\n]*`/gi;

/** Finds the blocks of MDX that would cost the native parser more time or stack than it may take. Linear. */
export function checkMdx(text: string): readonly Problem[] {
  const depth = checkDepth(text);
  if (depth !== undefined) return [depth];
  const problems: Problem[] = [];
  const counter = new ExpressionCounter();
  for (const { start, end } of blocksOf(text)) {
    const exceeded = counter.add(text.slice(start, end));
    if (exceeded === undefined) continue;
    problems.push({ kind: "limit", range: { start, end }, unchecked: "block", ...exceeded });
  }
  return problems;
}

function* blocksOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const blank = /\n(?:[ \t\r]*\n)+/g;
  let start = 0;
  for (const match of text.matchAll(blank)) {
    if (match.index > start) yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { start, end: text.length };
}

interface Exceeded {
  readonly limit: LimitName;
  readonly maximum: number;
}

class ExpressionCounter {
  #budget = BRACE_BUDGET;
  #open = 0;
  #openBraces = 0;

  add(block: string): Exceeded | undefined {
    const braces = this.#nest(block);
    const cost = braces ** 2;
    if (braces > MAXIMUM_BRACES || cost > this.#budget) {
      return { limit: "expressions", maximum: MAXIMUM_BRACES };
    }
    this.#budget -= cost;
    if (this.#open > MAXIMUM_NESTING) {
      this.#open = 0;
      return { limit: "expressions", maximum: MAXIMUM_NESTING };
    }
    const isLong = block.length > MAXIMUM_OPERATORS && braces + this.#openBraces > 0;
    return isLong && (block.match(OPERATORS)?.length ?? 0) > MAXIMUM_OPERATORS
      ? { limit: "expressions", maximum: MAXIMUM_OPERATORS }
      : undefined;
  }

  /** Follows brackets through a block, and on into the next one while a brace is open; gives the braces and tags it opens. */
  #nest(block: string): number {
    let deepest = 0;
    let braces = 0;
    if (this.#openBraces === 0) this.#open = 0;
    for (let at = 0; at < block.length; at++) {
      switch (block.charCodeAt(at)) {
        case 0x7b:
          braces++;
          this.#openBraces++;
          deepest = Math.max(deepest, ++this.#open);
          break;
        case 0x28:
        case 0x5b:
          deepest = Math.max(deepest, ++this.#open);
          break;
        case 0x3c:
          braces++;
          break;
        case 0x7d:
          if (this.#openBraces > 0) this.#openBraces--;
          if (this.#open > 0) this.#open--;
          break;
        case 0x29:
        case 0x5d:
          if (this.#open > 0) this.#open--;
      }
    }
    if (deepest > MAXIMUM_NESTING) this.#open = deepest;
    return braces;
  }
}

/** Counts JSX elements inside one another by name; inline code holds none. */
function checkDepth(text: string): Problem | undefined {
  const open = new Map<string, number>();
  let last = "";
  let depth = 0;
  for (const { 0: tag, 1: slash, 2: name, index } of text.matchAll(TAG)) {
    if (tag === "/>" ? last === "" : name === undefined) continue;
    const key = name ?? last;
    const count = open.get(key) ?? 0;
    last = slash === "" ? key : "";
    if (tag === "/>" || slash === "/") {
      if (count === 0) continue;
      open.set(key, count - 1);
      depth--;
    } else {
      open.set(key, count + 1);
      if (++depth > MAXIMUM_DEPTH) {
        const range = { start: index, end: index + tag.length };
        return { kind: "limit", range, limit: "depth", maximum: MAXIMUM_DEPTH, unchecked: "body" };
      }
    }
  }
  return undefined;
}
