import { type CodeBlock, type Range, yamlTabPlace } from "../../../../src/rules.js";
import { placeIn } from "./code-text.js";

/** A plain entry of a mapping, with its value where it has one on the line. */
const ENTRY =
  /^( *)((?:- +)*)(?:"[^"]*"|'[^']*'|[\w./$@-]+):(?: +("[^"]*"|'[^']*'|\[[^[\]]*\]|\{[^{}]*\}|[^\s|>&*!{["'#][^#]*))? *(?:#.*)?$/;
const ITEM = /^( *)((?:- +)+)(?:"[^"]*"|'[^']*'|[^\s|>&*!{["'#:][^#:]*) *$/;
const IGNORED = /^\s*(?:#.*)?$/;
const NEW_DOCUMENT = /^---\s*$/;

/**
 * The first line of a sample of YAML that no parser takes: it is indented less than those above it and like none of
 * them, or more than an entry that has its value. Nothing is said where any line is not plain.
 */
export function yamlIndentDefect({ language, lines }: CodeBlock): Range | undefined {
  if (language !== "yaml" && language !== "yml") return undefined;
  let open: number[] = [];
  let complete: number | undefined;
  let defect: Range | undefined;
  for (const { text, start } of lines) {
    if (IGNORED.test(text)) continue;
    if (NEW_DOCUMENT.test(text)) {
      open = [];
      complete = undefined;
      continue;
    }
    const entry = ENTRY.exec(text);
    const [, blanks = "", dashes = "", value] = entry ?? ITEM.exec(text) ?? [undefined, undefined];
    if (entry === null && !ITEM.test(text)) return undefined;
    const indent = blanks.length;
    const [outermost = indent] = open;
    // A sample may begin in the middle of a file.
    if (indent < outermost) return undefined;
    const isBetween = indent < (open.at(-1) ?? 0) && !open.includes(indent);
    const isBelowValue = entry !== null && complete !== undefined && indent > complete;
    if (isBetween || isBelowValue)
      defect ??= { start: start + indent, end: start + text.trimEnd().length };
    const column = indent + dashes.length;
    open = open.filter((one) => one < indent);
    open.push(indent);
    if (column > indent) open.push(column);
    complete = entry !== null && value !== undefined ? column : undefined;
  }
  return defect;
}

/** The tab that indents YAML, where parsers take the sample once it is indented with spaces. */
export function yamlTab({ language, lines }: CodeBlock): Range | undefined {
  if (language !== "yaml" && language !== "yml") return undefined;
  // Blocks around the sample may have tabs of their own.
  const isWhole = lines.every(
    ({ start }, index) => index === 0 || isWholeLine(lines[index - 1], start),
  );
  if (!isWhole || !lines.some(({ text }) => /^ *\t/.test(text))) return undefined;
  const at = yamlTabPlace(lines.map(({ text }) => text).join("\n"));
  if (at === undefined) return undefined;
  const { start } = placeIn(lines, at);
  const line = lines.findLast((one) => one.start <= start);
  if (line === undefined) return undefined;
  return { start: line.start, end: line.start + (/^\s*/.exec(line.text)?.[0].length ?? 0) };
}

function isWholeLine(before: CodeBlock["lines"][number] | undefined, start: number): boolean {
  if (before === undefined) return true;
  const end = before.start + before.text.length;
  return start - end === 1 || start - end === 2;
}
