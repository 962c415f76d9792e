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
