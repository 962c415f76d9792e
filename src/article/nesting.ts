import { type Tag, visitTags } from "./html-tags.js";
import type { LimitName, Problem } from "./problem.js";

/** Elements open at once. The parser's recursion overflows the stack from 1 834 elements on; each of these may bring one uncounted. */
const MAXIMUM_DEPTH = 500;
/** Attributes of one tag: the parser compares each with all before it. */
const MAXIMUM_ATTRIBUTES = 1000;
/** Tags of one article: each element costs its parser some ten microseconds. */
const MAXIMUM_TAGS = 100_000;
/** Copies of unclosed formatting elements that the parser may make. */
const MAXIMUM_COPIES = 500_000;

/** Void elements, and those a parser closes by itself: they add no depth of their own. */
const UNCOUNTED: ReadonlySet<string> = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "li p dt dd rt rp option optgroup tr td th thead tbody tfoot colgroup caption html head body"
  ).split(" "),
);

/** Elements the parser opens again in every block after the one they were left open in (HTML §13.2.4.3). */
const FORMATTING: ReadonlySet<string> = new Set(
  "a b big code em font i nobr s small strike strong tt u".split(" "),
);

/** A table brings its body, rows and cells, none of which is counted. */
const TABLE_WEIGHT = 3;

/**
 * Counts how deep HTML text nests, before anything is built: open tags by name, an end tag closing only
 * its own. Linear in the text's length.
 *
 * @param text HTML text
 */
export function checkNesting(text: string): readonly Problem[] {
  const counter = new NestingCounter();
  let problem: Problem | undefined;
  visitTags(text, (tag) => {
    const exceeded = counter.add(tag);
    if (exceeded === undefined) return undefined;
    problem = limit(exceeded.limit, exceeded.maximum, tag);
    return false;
  });
  return problem === undefined ? [] : [problem];
}

interface Exceeded {
  readonly limit: LimitName;
  readonly maximum: number;
}

class NestingCounter {
  readonly #open = new Map<string, number>();
  #depth = 0;
  #formatting = 0;
  #copies = 0;
  #tags = 0;

  add({ name, closing, selfClosing, foreign, attributeCount }: Tag): Exceeded | undefined {
    if (++this.#tags > MAXIMUM_TAGS) return { limit: "tags", maximum: MAXIMUM_TAGS };
    const open = this.#open.get(name) ?? 0;
    const isFormatting = FORMATTING.has(name);
    const weight = name === "table" ? TABLE_WEIGHT : 1;
    if (closing) {
      if (open === 0) return undefined;
      this.#open.set(name, open - 1);
      this.#depth -= weight;
      if (isFormatting) this.#formatting--;
      return undefined;
    }
    if (attributeCount > MAXIMUM_ATTRIBUTES) {
      return { limit: "attributes", maximum: MAXIMUM_ATTRIBUTES };
    }
    this.#copies += this.#formatting;
    if (this.#copies > MAXIMUM_COPIES) return { limit: "depth", maximum: MAXIMUM_DEPTH };
    if (UNCOUNTED.has(name) || (selfClosing && foreign)) return undefined;
    this.#open.set(name, open + 1);
    this.#depth += weight;
    if (isFormatting) this.#formatting++;
    return this.#depth > MAXIMUM_DEPTH ? { limit: "depth", maximum: MAXIMUM_DEPTH } : undefined;
  }
}

function limit(name: LimitName, maximum: number, { start, end }: Tag): Problem {
  return { kind: "limit", range: { start, end }, limit: name, maximum, unchecked: "body" };
}
