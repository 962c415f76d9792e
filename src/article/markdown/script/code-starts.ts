import { CodeSpans } from "./code-spans.js";
import {
  beginsPattern,
  pastComment,
  pastPattern,
  pastString,
  pastTemplate,
} from "./search-signs.js";

const MODULE_START = /^(?:import[ \t{]|export[ \t{*\r\n])/;
const MODULE_TOKEN = /["'`/()[\]{}]|\n(?=[ \t\r]*(?:\n|$))/g;
const VALUE_END = /[\w$)\]}"'`]\s*$/;
const FENCE = /^((?:[ \t]*(?:>|[-*+]|\d{1,9}[.)]))*[ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
const FENCE_END = /^[ \t>]*(`{3,}|~{3,})\s*$/;
const SIGNS = /`+|[{<]/g;
const LINE_PREFIX = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)]))*/;

/** A place where code may begin. */
export interface CodeStart {
  readonly start: number;
  /** Marks of quotes that the code's further lines may begin with. */
  readonly marks: number;
  /** Whether it is in what looks like code that is shown: fenced, or within a line. */
  readonly isShown: boolean;
}

interface Fence {
  readonly ticks: string;
  readonly marks: number;
  readonly column: number;
}

/**
 * Where code may begin: at modules' first words and at signs.
 *
 * @param signs what may begin code, one after another
 * @param isCode whether a place is known to be in code, where no Markdown is
 */
export function* codeStarts(
  text: string,
  signs = "{",
  isCode: (at: number) => boolean = () => false,
): Generator<CodeStart> {
  let marks = 0;
  let fence: Fence | undefined;
  const spans = new CodeSpans();
  for (let line = 0; line < text.length; ) {
    const next = text.indexOf("\n", line) + 1 || text.length;
    const written = text.slice(line, next);
    const ownMarks = marksIn(LINE_PREFIX.exec(written)?.[0] ?? "");
    marks = written.trim() === "" ? 0 : Math.max(marks, ownMarks);
    const wasShown = fence !== undefined;
    if (fence !== undefined) fence = endsFence(written, fence) ? undefined : fence;
    else if (!isCode(line)) fence = fenceIn(written);
    const isShown = fence !== undefined || (wasShown && FENCE_END.test(written));
    if (MODULE_START.test(written)) yield { start: line, marks: 0, isShown };
    spans.startLine(
      isShown ? "" : written,
      text.slice(next, text.indexOf("\n", next) + 1 || text.length),
    );
    for (const { 0: sign, index } of written.matchAll(SIGNS)) {
      const start = line + index;
      if (sign.startsWith("`")) {
        if (!isShown && !isCode(start)) spans.meet(index, sign.length);
        continue;
      }
      if (!signs.includes(sign)) continue;
      const place = { start, isShown: isShown || spans.isWithin };
      yield { ...place, marks: 0 };
      if (marks > 0) yield { ...place, marks };
    }
    line = next;
  }
}

function marksIn(prefix: string): number {
  return prefix.split(">").length - 1;
}

function fenceIn(line: string): Fence | undefined {
  const [, prefix = "", ticks] = FENCE.exec(line) ?? [];
  if (ticks === undefined) return undefined;
  return { ticks, marks: marksIn(prefix), column: prefix.replaceAll("\t", "    ").length };
}

/** Whether a fence ends at a line: by one of its own, or because the list or the quote around it does. */
function endsFence(line: string, { ticks, marks, column }: Fence): boolean {
  const [prefix = ""] = /^[ \t>]*/.exec(line) ?? [];
  if (marks > 0 || column > 0) {
    if (marksIn(prefix) < marks) return true;
    if (line.trim() !== "" && prefix.length < column) return true;
  }
  return FENCE_END.exec(line)?.[1]?.startsWith(ticks) === true;
}

/** Where a module's code ends at the latest that begins at a place: at a blank line outside of brackets and templates. */
export function endOfModule(text: string, start: number): number {
  let open = 0;
  MODULE_TOKEN.lastIndex = start;
  for (let match = MODULE_TOKEN.exec(text); match !== null; match = MODULE_TOKEN.exec(text)) {
    const at = match.index;
    let end = at + 1;
    if (match[0] === "\n" && open <= 0) return at;
    if (match[0] === '"' || match[0] === "'") end = pastString(text, at);
    else if (match[0] === "`") end = pastTemplate(text, at);
    else if (match[0] === "/") end = pastSlash(text, at);
    else if ("([{".includes(match[0])) open++;
    else if (")]}".includes(match[0])) open--;
    MODULE_TOKEN.lastIndex = end;
  }
  return text.length;
}

function pastSlash(text: string, at: number): number {
  const end = pastComment(text, at);
  if (end > at) return end;
  const isAfterValue = VALUE_END.test(text.slice(Math.max(at - 20, 0), at));
  return beginsPattern(text, at, isAfterValue) ? pastPattern(text, at) : at + 1;
}
