import type { Range } from "./range.js";

/** The destination and title of a Markdown link, image or definition, each without its delimiters. */
export interface Resource {
  readonly destination: Range;
  readonly title: Range | undefined;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "(": ")" };

/** Reads a link destination and optional title (CommonMark §6.3) from `at`, not past `limit`. */
export function readResource(source: string, at: number, limit: number): Resource | undefined {
  let position = skipSpace(source, at, limit);
  let destination: Range;
  if (source[position] === "<") {
    const close = source.indexOf(">", position);
    if (close === -1 || close > limit) return undefined;
    destination = { start: position + 1, end: close };
    position = close + 1;
  } else {
    const end = endOfBareDestination(source, position, limit);
    destination = { start: position, end };
    position = end;
  }
  const titleOpen = skipSpace(source, position, limit);
  const closing = titleOpen > position ? CLOSING[source[titleOpen] ?? ""] : undefined;
  if (closing === undefined) return { destination, title: undefined };
  for (let index = titleOpen + 1; index < limit; index++) {
    if (source[index] === "\\") index++;
    else if (source[index] === closing) {
      return { destination, title: { start: titleOpen + 1, end: index } };
    }
  }
  return { destination, title: undefined };
}

function skipSpace(source: string, at: number, limit: number): number {
  let position = at;
  while (position < limit && /[\s]/.test(source[position] ?? "")) position++;
  return position;
}

function endOfBareDestination(source: string, at: number, limit: number): number {
  let depth = 0;
  // A template tag may hold spaces and parentheses; the parser saw filler there, so it is one piece.
  const template = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<%[\s\S]*?%>/y;
  for (let index = at; index < limit; index++) {
    const character = source[index] ?? "";
    template.lastIndex = index;
    const tag = character === "{" || character === "<" ? template.exec(source) : null;
    if (tag !== null) index += tag[0].length - 1;
    else if (character === "\\") index++;
    else if (/\s/.test(character)) return index;
    else if (character === "(") depth++;
    else if (character === ")" && depth-- === 0) return index;
  }
  return limit;
}
