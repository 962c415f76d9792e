import type { LimitName, Problem } from "../problem.js";
import { beginsHtmlBlock } from "../template-scanner.js";
import { cellCount, delimiterColumns, FenceReader, stepOverContainers } from "./lines.js";

/** Quotes and lists inside one another. */
const MAXIMUM_CONTAINERS = 100;
/** Quote and list marks of an article: each makes elements. */
const MAXIMUM_MARKS = 100_000;
/** Runs of `*` and `_` in one block, and the squares of all blocks' runs: matching them is quadratic. */
const MAXIMUM_RUNS = 20_000;
const RUN_BUDGET = 3e9;
/** Finding the column of a mark after CJK text walks its line: marks × line length, over all lines. */
const COLUMN_BUDGET = 4e8;
/** Character references × length of their paragraph, over all: each copies the text before it, and all copies are kept. */
const REFERENCE_BUDGET = 2e8;
/** Cells of all tables: rows shorter than their head are filled up to its width. */
const MAXIMUM_CELLS = 100_000;

/** The lines between two blank ones, and what they were counted to hold. */
interface Block {
  readonly start: number;
  end: number;
  /** Start of the line before the current one. */
  previous: number;
  /** Runs of `*` and `_` that may be matched with each other. */
  runs: number;
  /** Columns of the table that the block has turned into. */
  columns: number;
  /** Character references in the paragraph that begins at `paragraph`. */
  references: number;
  paragraph: number;
  /** Raw HTML keeps its references as they are. */
  readonly isHtml: boolean;
}

/**
 * Finds the blocks of Markdown that would cost the native parser more time than it may take: shapes on
 * which it was measured to be quadratic. Linear, one pass.
 *
 * @param knowsHtml whether tags may begin a block of raw HTML; in MDX they do not
 */
export function checkBlocks(text: string, knowsHtml = true): readonly Problem[] {
  const counter = new BlockCounter(text, knowsHtml);
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    counter.addLine(start, end);
    start = end + 1;
  }
  counter.endBlock();
  return counter.problems;
}

class BlockCounter {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #knowsHtml: boolean;
  readonly #lists: number[] = [];
  readonly #fences = new FenceReader();
  #block: Block | undefined;
  #exceeded: { readonly limit: LimitName; readonly maximum: number } | undefined;
  #runBudget = RUN_BUDGET;
  #columnBudget = COLUMN_BUDGET;
  #referenceBudget = REFERENCE_BUDGET;
  #cells = 0;
  #containers = 0;

  constructor(text: string, knowsHtml: boolean) {
    this.#text = text;
    this.#knowsHtml = knowsHtml;
  }

  addLine(start: number, end: number): void {
    const { depth, content } = stepOverContainers(this.#text, start, end, this.#lists);
    if (this.#fences.isCode(this.#text, content, end)) {
      this.endBlock();
      return;
    }
    if (content >= end && depth <= MAXIMUM_CONTAINERS) {
      this.endBlock();
      return;
    }
    const block = this.#block ?? this.#begin(start, end, content);
    this.#block = block;
    if (depth > MAXIMUM_CONTAINERS) this.#exceed("containers", MAXIMUM_CONTAINERS);
    else this.#containers += depth;
    if (this.#containers > MAXIMUM_MARKS) this.#exceed("containers", MAXIMUM_MARKS);
    if (this.#startsAnew(block, start, end, content)) this.#spend(block, start);
    block.end = end;
    this.#countMarks(block, start, end, content);
    block.previous = start;
  }

  #begin(start: number, end: number, content: number): Block {
    const isHtml =
      this.#knowsHtml &&
      this.#text.charCodeAt(content) === 0x3c &&
      beginsHtmlBlock(this.#text.slice(content, end), true);
    const counts = { runs: 0, columns: 0, references: 0 };
    return { start, end, previous: start, paragraph: start, isHtml, ...counts };
  }

  endBlock(): void {
    const block = this.#block;
    if (block === undefined) return;
    this.#block = undefined;
    this.#spend(block, block.end);
    if (this.#exceeded === undefined) return;
    const range = { start: block.start, end: block.end };
    this.problems.push({ kind: "limit", range, unchecked: "block", ...this.#exceeded });
    this.#exceeded = undefined;
  }

  #exceed(limit: LimitName, maximum: number): void {
    this.#exceeded ??= { limit, maximum };
  }

  /** Counts what a paragraph that ends at `end` held against the budgets. */
  #spend(block: Block, end: number): void {
    this.#spendRuns(block);
    const cost = block.isHtml ? 0 : block.references * (end - block.paragraph);
    if (cost <= this.#referenceBudget) this.#referenceBudget -= cost;
    else this.#exceed("references", Math.floor(REFERENCE_BUDGET / (end - block.paragraph)));
    block.references = 0;
    block.paragraph = end;
  }

  #spendRuns(block: Block): void {
    const cost = block.runs ** 2;
    if (block.runs > MAXIMUM_RUNS || cost > this.#runBudget) {
      this.#exceed("delimiters", MAXIMUM_RUNS);
    } else this.#runBudget -= cost;
    block.runs = 0;
  }

  /** Whether a line's marks are matched apart from those above it: table rows, headings, list items. */
  #startsAnew(block: Block, start: number, end: number, content: number): boolean {
    const text = this.#text;
    if (block.columns === 0 && block.previous < start) {
      const columns = delimiterColumns(text, content, end);
      const head = columns === 0 ? 0 : cellCount(text, block.previous, start - 1);
      if (columns === head) block.columns = columns;
    }
    if (block.columns > 0) {
      this.#cells += block.columns;
      if (this.#cells > MAXIMUM_CELLS) this.#exceed("cells", MAXIMUM_CELLS);
      return true;
    }
    if (content - start > 3) return false;
    if (text.charCodeAt(content) === 0x23)
      return /^#{1,6}\s/.test(text.slice(content, content + 7));
    return content > start && /[-*+][ \t]/.test(text.slice(start, content));
  }

  #countMarks(block: Block, start: number, end: number, content: number): void {
    const text = this.#text;
    let marks = 0;
    let previous = 0;
    let isAscii = true;
    for (let at = content; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) isAscii = false;
      else if (MARKS[code] === 1) {
        marks++;
        if ((code === 0x2a || code === 0x5f) && code !== previous) block.runs++;
        if (code === 0x26) block.references++;
      }
      previous = code;
    }
    if (isAscii) return;
    const length = end - start;
    const cost = marks * length;
    if (cost <= this.#columnBudget) this.#columnBudget -= cost;
    else this.#exceed("delimiters", Math.floor(this.#columnBudget / length));
  }
}

/** The characters that begin or end an inline node, by code. */
const MARKS = new Uint8Array(128);
for (const mark of "*_[]`~<&\\:.@!{") MARKS[mark.charCodeAt(0)] = 1;
