import type { Range } from "../../range.js";
import { MAXIMUM_NESTING } from "./frames.js";
import { ScriptScan } from "./script-scan.js";

/** How often the text may be read, counted in its own length: where readings begin in what others took for text. */
const MAXIMUM_READINGS = 30;
/** Readings of one piece of code that take an ambiguous sign differently. */
const MAXIMUM_MEANINGS = 50;

const MODULE_START = /^(?:import[ \t{]|export[ \t{*\r\n])/;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
const LINE_PREFIX = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)]))*/;

/**
 * Finds code in MDX that nests too deep for its parser: what is between the place where it begins and the one where it is too deep.
 * Whatever could be code is read as code: every brace may begin some. Linear in the text's length.
 */
export function* deepCodeIn(text: string): Generator<Range> {
  if (!couldBeDeep(text)) return;
  const opened = new Map<number, Set<number>>();
  let budget = MAXIMUM_READINGS * text.length;
  let done = 0;
  for (const { start, marks, isShown } of startsIn(text)) {
    const known = opened.get(marks) ?? new Set();
    opened.set(marks, known);
    if (start < done || known.has(start)) continue;
    const waiting = [new ScriptScan(text, start, marks, isShown, (at) => known.add(at))];
    for (let count = 0, scan = waiting.pop(); scan !== undefined; scan = waiting.pop()) {
      const begun = scan.at;
      const end = scan.run();
      budget -= scan.at - begun;
      if (end === "too deep" || ++count > MAXIMUM_MEANINGS || budget < 0) {
        done = scan.at;
        yield { start, end: done };
        break;
      }
      for (const one of scan.others) waiting.push(one);
    }
  }
}

/** Whether a text has signs and words enough to nest too deep, counted as though nothing were ever closed. */
function couldBeDeep(text: string): boolean {
  let weight = text.length / 2;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x28: // (
      case 0x3c: // <
      case 0x5b: // [
      case 0x60: // `
      case 0x7b: // {
        weight += 9;
        break;
    }
  }
  return weight > 8 * MAXIMUM_NESTING;
}

interface Start {
  readonly start: number;
  /** Marks of quotes that the code's further lines may begin with. */
  readonly marks: number;
  /** Whether it is in what looks like fenced code. */
  readonly isShown: boolean;
}

/** Where code may begin: at braces, and at modules' first words. */
function* startsIn(text: string): Generator<Start> {
  let marks = 0;
  let fence: string | undefined;
  for (let line = 0; line < text.length; ) {
    const next = text.indexOf("\n", line) + 1 || text.length;
    const [prefix = ""] = LINE_PREFIX.exec(text.slice(line, next)) ?? [];
    const isBlank = text.slice(line, next).trim() === "";
    marks = isBlank ? 0 : Math.max(marks, prefix.split(">").length - 1);
    const [, ticks] = FENCE.exec(text.slice(line, next)) ?? [];
    if (ticks !== undefined) {
      if (fence === undefined) fence = ticks;
      else if (ticks.startsWith(fence)) fence = undefined;
    }
    const isShown = fence !== undefined;
    if (MODULE_START.test(text.slice(line, line + 8))) yield { start: line, marks: 0, isShown };
    for (let at = text.indexOf("{", line); at !== -1 && at < next; at = text.indexOf("{", at + 1)) {
      yield { start: at, marks: 0, isShown };
      if (marks > 0) yield { start: at, marks, isShown };
    }
    line = next;
  }
}
