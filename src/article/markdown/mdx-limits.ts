import type { LimitName, Problem } from "../problem.js";
import type { Range } from "../range.js";
import { withoutUncheckedBlocks } from "../unchecked-blocks.js";
import { codeStarts } from "./script/code-starts.js";
import { deepCodeIn, longModulesIn, longSearchesIn } from "./script/deep-code.js";
import { MAXIMUM_NESTING } from "./script/frames.js";

/** Braces and tags in one block, and the squares of all blocks' braces: finding their ends is quadratic. */
const MAXIMUM_BRACES = 4000;
const BRACE_BUDGET = 1e8;
/** Characters of modules that are read, counted as often as they are. */
const MAXIMUM_MODULES = 1e8;
/** How often a text is looked at again once what is too deep was blanked, which may change what the rest means. */
const MAXIMUM_LOOKS = 4;
/** JSX elements inside one another. */
const MAXIMUM_DEPTH = 200;
const TAG = /<(\/?)([a-z][\w.:-]*)|\/>|`[^`\n]*`/gi;

/** What finds code that the native parser may not be given. */
const SEARCHES = [deepCodeIn, longSearchesIn];

/** Finds the blocks of MDX that would cost the native parser more time or stack than it may take. Linear. */
export function checkMdx(text: string): readonly Problem[] {
  const depth = checkDepth(text) ?? checkFragments(text);
  if (depth !== undefined) return [depth];
  const blocks = [...blocksOf(text)];
  const problems = checkBraces(text, blocks);
  for (const range of longModulesIn(text, MAXIMUM_MODULES))
    problems.push(limit(range, "modules", MAXIMUM_MODULES, "block"));
  let rest = withoutUncheckedBlocks(text, problems);
  for (let look = 0; look < MAXIMUM_LOOKS; look++) {
    const deep = SEARCHES.flatMap((find) => deepBlocks(find(rest), text.length, blocks));
    if (deep.length === 0) return problems;
    for (const one of deep) problems.push(one);
    rest = withoutUncheckedBlocks(rest, deep);
  }
  return [limit({ start: 0, end: text.length }, "expressions", MAXIMUM_NESTING, "body")];
}

/** Whether the native parser can be given code, or MDX. */
export function isHarmless(text: string): boolean {
  const isLong = longModulesIn(text, MAXIMUM_MODULES).next().done !== true;
  return !isLong && SEARCHES.every((find) => find(text).next().done === true);
}

function* blocksOf(text: string): Generator<Range> {
  const blank = /\n(?:[ \t\r]*\n)+/g;
  let start = 0;
  for (const match of text.matchAll(blank)) {
    if (match.index > start) yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** Finds blocks with more braces and tags than may be looked for. */
function checkBraces(text: string, blocks: readonly Range[]): Problem[] {
  let budget = BRACE_BUDGET;
  return blocks.flatMap((block) => {
    const cost = bracesIn(text, block) ** 2;
    if (cost > MAXIMUM_BRACES ** 2 || cost > budget)
      return [limit(block, "expressions", MAXIMUM_BRACES, "block")];
    budget -= cost;
    return [];
  });
}

function bracesIn(text: string, { start, end }: Range): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x7b || sign === 0x3c) count++;
  }
  return count;
}

/** The blocks from where code begins to where it is too much. */
function deepBlocks(
  found: Iterable<Range>,
  length: number,
  blocks: readonly Range[],
): readonly Problem[] {
  let index = 0;
  const blockAt = (at: number): Range | undefined => {
    while (blocks[index] !== undefined && (blocks[index]?.end ?? 0) < at) index++;
    return blocks[index];
  };
  const problems: Problem[] = [];
  for (const { start, end } of found) {
    const range = { start: blockAt(start)?.start ?? start, end: blockAt(end)?.end ?? length };
    if (range.end === problems.at(-1)?.range.end) continue;
    problems.push(limit(range, "expressions", MAXIMUM_NESTING, "block"));
  }
  return problems;
}

function limit(
  range: Range,
  name: LimitName,
  maximum: number,
  unchecked: "block" | "body",
): Problem {
  return { kind: "limit", range, limit: name, maximum, unchecked };
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
        return limit(range, "depth", MAXIMUM_DEPTH, "body");
      }
    }
  }
  return undefined;
}

/** Counts fragments inside one another, `<>` and `</>`, where no code is shown: there they compare. */
function checkFragments(text: string): Problem | undefined {
  if (!text.includes("<>")) return undefined;
  let depth = 0;
  for (const { start, marks, isShown } of codeStarts(text, "<")) {
    if (isShown || marks > 0) continue;
    if (text.startsWith("</>", start)) depth = Math.max(0, depth - 1);
    if (!text.startsWith("<>", start)) continue;
    depth += 1;
    if (depth > MAXIMUM_DEPTH)
      return limit({ start, end: start + 2 }, "depth", MAXIMUM_DEPTH, "body");
  }
  return undefined;
}
