import { blanked } from "../../article/blanked.js";
import { TEMPLATE_FILLER } from "../../article/templates.js";

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** `::card{icon="x"}`: a component, which holds what follows up to its closing colons. */
const OPENING = /^([ \t]*)(:{2,})[A-Za-z][\w-]*(?:\[[^\]\n]*\])?(?:\{[^\n]*\})?[ \t]*\r?$/;
const CLOSING = /^[ \t]*(:{2,})[ \t]*\r?$/;
const PROPS = /^[ \t]*---[ \t]*\r?$/;
const SLOT = /^[ \t]*#[\w-]+(?:\{[^\n]*\})?[ \t]*\r?$/;
const HEADING = /^[ \t]*#{1,6}[ \t]/;
/** Inline code; attributes after text, links and images; components within text. */
const INLINE =
  /`[^`\n]*`|(?<=[\])*_`])\{[^{}\n]*\}|(?<![\w:/]):[A-Za-z][\w-]*(?:\{[^{}\n]*\}|(?=\[))/g;

/** Most columns between the mark of a list and its content. */
const WIDEST_MARK = 5;

/**
 * Writes what MDC adds to Markdown in another way, by the same number of characters (`remark-mdc`): lines that open and
 * close components are blank, as are their properties and the names of slots; a component whose content is indented
 * is an item of a list, which holds it. Within text, components and attributes are words that nobody knows.
 */
export function withoutMdc(body: string): string {
  if (!/:[A-Za-z]|[\])*_`]\{/.test(body)) return body;
  const lines = body.split("\n");
  const written: string[] = [];
  /** How many colons close the components around a line, the innermost last. */
  const open: number[] = [];
  let fence = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === "") fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = "";
    }
    if (mark !== undefined || fence !== "") {
      written.push(line);
      continue;
    }
    const [, indent = "", colons] = OPENING.exec(line) ?? [];
    if (colons !== undefined) {
      open.push(colons.length);
      const end = endOfProps(lines, at + 1);
      written.push(opened(line, indent.length, lines[end] ?? ""));
      for (const one of lines.slice(at + 1, end).map(blanked)) written.push(one);
      at = end - 1;
      continue;
    }
    const closing = CLOSING.exec(line)?.[1]?.length;
    if (closing !== undefined && open.includes(closing)) {
      open.length = open.lastIndexOf(closing);
      written.push(blanked(line));
    } else if (open.length > 0 && SLOT.test(line)) written.push(blanked(line));
    else {
      // What is no text is no part of an id.
      const filler = HEADING.test(line) ? " " : TEMPLATE_FILLER;
      written.push(line.replace(INLINE, (match) => hidden(match, filler)));
    }
  }
  return written.join("\n");
}

/** The line after the properties that begin at one; the same line where none do, or they never end. */
function endOfProps(lines: readonly string[], start: number): number {
  if (!PROPS.test(lines[start] ?? "")) return start;
  const end = lines.findIndex((line, at) => at > start && PROPS.test(line));
  return end === -1 ? start : end + 1;
}

/** The line that opens a component, before content that is indented further or not. */
function opened(line: string, indent: number, content: string): string {
  const inner = content.search(/\S/);
  const width = inner - indent;
  if (width < 2 || width > WIDEST_MARK) return blanked(line);
  const rest = line.slice(inner).replace(/[^\r]/g, TEMPLATE_FILLER);
  return `${line.slice(0, indent)}-${" ".repeat(width - 1)}${rest}`;
}

/** Code stays as it is. */
function hidden(match: string, filler: string): string {
  return match.startsWith("`") ? match : filler.repeat(match.length);
}
