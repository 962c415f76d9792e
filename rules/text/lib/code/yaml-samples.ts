import type { CodeBlock, Range } from "../../../../src/rules.js";

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

/** A block scalar or a flow collection, in which tabs may be. */
const TAKES_TABS = /[|>][+-]?\d?[+-]?\s*(?:#.*)?$|[[{"']/m;

/** The first line below an entry without a value that is indented with a tab; none where a text or a list in brackets may go on. */
export function yamlTab({ language, lines }: CodeBlock): Range | undefined {
  if (language !== "yaml" && language !== "yml") return undefined;
  const found = lines.findIndex(
    ({ text, start }, index) =>
      /^ *\t[ \t]*(?:- +\S|[\w./$-]+:(?:\s|$))/.test(text) &&
      // Blocks around the sample may have tabs of their own.
      isWholeLine(lines[index - 1], start) &&
      /^\s*(?:- +)*[\w./$-]+:\s*(?:#.*)?$/.test(lines[index - 1]?.text ?? ""),
  );
  const line = lines[found];
  if (line === undefined || lines.slice(0, found).some(({ text }) => TAKES_TABS.test(text)))
    return undefined;
  const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
  return { start: line.start, end: line.start + indent };
}

function isWholeLine(before: CodeBlock["lines"][number] | undefined, start: number): boolean {
  if (before === undefined) return false;
  const end = before.start + before.text.length;
  return start - end === 1 || start - end === 2;
}
