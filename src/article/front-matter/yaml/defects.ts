import type { SyntaxHint } from "../../problem.js";
import type { Range } from "../../range.js";
import { lineAt, nextLineStart, trimRange } from "../block.js";
import { keyOfLine } from "../likeness.js";

/** A syntax error as a person would see it. */
export interface Defect {
  readonly range: Range;
  readonly reason: string;
  readonly hint: SyntaxHint | undefined;
  /** What to replace by harmless filler, so that all the rest can still be read. */
  readonly repair: Range;
  /** True when the repaired range is a whole value, to be read as the text that stands there. */
  readonly isValue: boolean;
}

interface Complaint {
  readonly range: Range;
  readonly code: string;
  readonly message: string;
}

const KEY_AND_VALUE =
  /^([ \t]*(?:-[ \t]+)*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"'][^\n]*?):(?=[ \t]|$)/;
const TIGHT_KEY = /^[ \t]*(?:-[ \t]+)*[\w"'-]+:(?!\/\/)[^\s:]/;

/** The value that follows a key on its line, without blanks; undefined when the line has no key or no value. */
function valueOfLine(text: string, line: Range): Range | undefined {
  const match = KEY_AND_VALUE.exec(text.slice(line.start, line.end));
  if (match === null) return undefined;
  const value = trimRange(text, { start: line.start + match[0].length, end: line.end });
  return value.start === value.end ? undefined : value;
}

/** Whether the quoted text that starts at `start` ends on its own line. */
function closesOnLine(text: string, start: number, end: number): boolean {
  const quote = text[start];
  for (let at = start + 1; at < end; at += 1) {
    if (quote === '"' && text[at] === "\\") at += 1;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at += 1;
      else return true;
    }
  }
  return false;
}

/** The last of the following lines that still belong to a quoted text, if it is closed before the next key. */
function closingLine(text: string, line: Range, quote: string): Range | undefined {
  let start = nextLineStart(text, line.end);
  while (start !== undefined) {
    const next = lineAt(text, start);
    const content = text.slice(next.start, next.end);
    if (keyOfLine(content) !== undefined) return undefined;
    if (content.trimEnd().endsWith(quote)) return next;
    start = nextLineStart(text, next.end);
  }
  return undefined;
}

function quoteDefect(text: string, line: Range, value: Range, reason: string): Defect {
  const quote = text.slice(value.start, value.start + 1);
  const last = closesOnLine(text, value.start, line.end)
    ? undefined
    : closingLine(text, line, quote);
  if (last === undefined) {
    return { range: value, reason, hint: "unbalanced-quote", repair: value, isValue: true };
  }
  const second = nextLineStart(text, line.end) ?? line.start;
  return {
    range: trimRange(text, lineAt(text, second)),
    reason: "a line inside quotation marks begins at the margin",
    hint: "margin-text",
    repair: { start: value.start, end: last.end },
    isValue: true,
  };
}

/** The nearest value before `before` that opens something it does not close on its line. */
function openValue(
  text: string,
  before: number,
  opens: (value: Range, line: Range) => boolean,
): { readonly value: Range; readonly line: Range } | undefined {
  let at = Math.max(before, 0);
  for (let steps = 0; steps < 200; steps += 1) {
    const line = lineAt(text, at);
    const value = valueOfLine(text, line);
    if (value !== undefined && opens(value, line)) return { value, line };
    if (line.start === 0) return undefined;
    at = line.start - 1;
  }
  return undefined;
}

function valueDefect(text: string, line: Range, value: Range, reason: string): Defect {
  const written = text.slice(value.start, value.end);
  const whole = { range: value, reason, repair: value, isValue: true };
  if (/^["']/.test(written)) return quoteDefect(text, line, value, reason);
  if (/^[@`%*&!|>[{\]},]/.test(written)) return { ...whole, hint: "reserved-start" };
  if (/:(?=\s|$)/.test(written)) return { ...whole, hint: "unquoted-colon" };
  return { ...whole, hint: undefined };
}

/** A whole line that cannot be understood. */
function lineDefect(
  text: string,
  line: Range,
  reason: string,
  hint: SyntaxHint | undefined,
): Defect {
  return { range: trimRange(text, line), reason, hint, repair: line, isValue: false };
}

/** The parser's complaints in words for people who write no parsers. */
const REASONS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: "a key begins inside another value",
  MULTILINE_IMPLICIT_KEY: "this line is not a key with a value",
  BLOCK_IN_FLOW: "lines of a list or map begin inside brackets",
  UNEXPECTED_TOKEN: "something follows where the value has ended",
  BAD_INDENT: "the indentation fits no line above",
  TAB_AS_INDENT: "a tab is used as indentation",
  BAD_ALIAS: "* stands for a value named with & elsewhere",
  BAD_DQ_ESCAPE: "a backslash in double quotation marks begins an escape it does not know",
  BAD_DIRECTIVE: "% begins a directive",
  NOT_A_MAP: "this line is not a key with a value",
  MULTIPLE_DOCS: "a second document begins here",
  MULTIPLE_ANCHORS: "a value has two names with &",
  MULTIPLE_TAGS: "a value has two tags with !",
};

function reasonOf({ code, message }: Complaint): string {
  const reserved = /character (\S)$/.exec(message)?.[1];
  if (reserved !== undefined) return `${reserved} cannot begin plain text`;
  if (message.startsWith("Implicit ")) return "this line is not a key with a value";
  return (
    REASONS[code] ??
    message.charAt(0).toLowerCase() + message.slice(1).replace(/["'](quote)$/, "$1")
  );
}

/**
 * Turns the parser's first complaint into a place and a cause a writer can act on. The parser names the
 * point where it gave up, which is often a line too late.
 */
export function explain(text: string, complaint: Complaint): Defect {
  const reason = reasonOf(complaint);
  const line = lineAt(text, Math.min(complaint.range.start, text.length));
  const content = text.slice(line.start, line.end);
  const tabs = /^ *\t+/.exec(content);
  if (tabs !== null) {
    const range = { start: line.start, end: line.start + tabs[0].length };
    return { range, reason, hint: "tab-indent", repair: range, isValue: false };
  }
  const before = line.start - 1;
  const bracket = complaint.message.startsWith("Flow ")
    ? openValue(text, before, ({ start }) => /[[{]/.test(text.charAt(start)))?.value
    : undefined;
  if (bracket !== undefined) {
    const repair = { start: bracket.start, end: Math.max(bracket.end, before) };
    return { range: bracket, reason, hint: "unclosed-bracket", repair, isValue: true };
  }
  if (content.trim() === "" && complaint.message.startsWith("Missing closing")) {
    // Nothing closes the quotation to the end of the block: the mark itself is the place.
    const open = openValue(
      text,
      before,
      ({ start }, { end }) => /["']/.test(text.charAt(start)) && !closesOnLine(text, start, end),
    );
    if (open !== undefined) return quoteDefect(text, open.line, open.value, reason);
  }
  const value = valueOfLine(text, line);
  if (value === undefined || complaint.range.start < value.start) {
    const hint = TIGHT_KEY.test(content) ? "missing-space" : undefined;
    return lineDefect(
      text,
      line,
      reason,
      hint ?? (/^[ \t]/.test(content) ? "bad-indent" : undefined),
    );
  }
  if (complaint.code === "BLOCK_AS_IMPLICIT_KEY" || complaint.code === "MULTILINE_IMPLICIT_KEY") {
    const start = nextLineStart(text, line.end);
    const next = start === undefined ? undefined : lineAt(text, start);
    const plain = !/:(?=\s|$)/.test(text.slice(value.start, value.end));
    if (next !== undefined && plain && /^[ \t]+\S/.test(text.slice(next.start, next.end))) {
      return lineDefect(text, next, reason, "bad-indent");
    }
  }
  return valueDefect(text, line, value, reason);
}
