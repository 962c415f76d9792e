import type { Range } from "../../range.js";
import { codeStarts, endOfModule } from "./code-starts.js";
import { ElementSearch, MOST_READ } from "./element-search.js";
import { MAXIMUM_NESTING } from "./frames.js";
import { ScriptScan } from "./script-scan.js";

/** How often the text may be read, counted in its own length: where readings begin in what others took for text. */
const MAXIMUM_READINGS = 30;
/** Readings of one piece of code that take an ambiguous sign differently. */
const MAXIMUM_MEANINGS = 50;

/**
 * Finds code in MDX that nests too deep for its parser: what is between the place where it begins and the one where it is too deep.
 * Whatever could be code is read as code: every brace may begin some. Linear in the text's length.
 */
export function* deepCodeIn(text: string): Generator<Range> {
  if (!couldBeDeep(text)) return;
  const opened = new Map<number, Set<number>>();
  let budget = MAXIMUM_READINGS * text.length;
  let done = 0;
  for (const { start, marks } of codeStarts(text)) {
    const known = opened.get(marks) ?? new Set();
    opened.set(marks, known);
    if (start < done || known.has(start)) continue;
    const waiting = [new ScriptScan(text, start, marks, (at) => known.add(at))];
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

/**
 * Finds expressions in MDX whose ends its parser would look for too long: what is between the place where one begins and the furthest that
 * was read.
 */
export function* longSearchesIn(text: string): Generator<Range> {
  const tags = text.split("<").length - 1;
  if (2 ** tags * text.length < MOST_READ) return;
  let search = new ElementSearch(text);
  let done = 0;
  let reach = 0;
  for (const { start, isShown } of codeStarts(text, "{<", (at) => at < reach)) {
    if (isShown || start < done) continue;
    reach = Math.max(reach, endOfCode(text, start, search));
    if (!search.isTooLong) continue;
    done = search.furthest;
    yield { start, end: done };
    search = new ElementSearch(text);
  }
}

/**
 * Finds modules that the parser would read too often: it reads them from their beginning at each of their blank lines.
 *
 * @param most characters that it may read in all
 */
export function* longModulesIn(text: string, most: number): Generator<Range> {
  let left = most;
  let done = 0;
  for (const { start, isShown } of codeStarts(text, "")) {
    if (isShown || start < done) continue;
    done = endOfModule(text, start);
    const blankLines = text.slice(start, done).split(/\n[ \t\r]*(?=\n)/).length - 1;
    const cost = (blankLines * (done - start)) / 2;
    if (cost > left) yield { start, end: done };
    else left -= cost;
  }
}

/** Where the code ends that begins at a place, as far as is known: no Markdown is in it. */
function endOfCode(text: string, start: number, search: ElementSearch): number {
  if (text[start] === "{") return search.endOfExpression(start) ?? start;
  return text[start] === "<" ? (search.endOfTag(start) ?? start) : endOfModule(text, start);
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
