/** Where a line's content begins, and how many quotes and lists hold it. */
interface Containers {
  readonly depth: number;
  readonly content: number;
}

/**
 * Steps over the quote and list marks that begin a line.
 *
 * @param lists columns of the list marks that lines above left open; kept up to date
 */
export function stepOverContainers(
  text: string,
  start: number,
  end: number,
  lists: number[],
): Containers {
  let depth = 0;
  let first = -1;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09 || code === 0x0d) at++;
    else if (code === 0x3e) {
      depth++;
      at++;
    } else {
      const after = afterListMark(text, at, end, code);
      if (after === at) break;
      if (first === -1) first = at;
      depth++;
      at = after;
    }
  }
  if (first === -1) return { depth, content: at };
  if (isThematicBreak(text, first, end)) return { depth: 0, content: first };
  while (lists.length > 0 && (lists.at(-1) ?? 0) >= first - start) lists.pop();
  depth += lists.length;
  lists.push(first - start);
  return { depth, content: at };
}

/** The offset after `- `, `* `, `+ `, `1. ` or `1) `; `at` itself where no list mark stands. */
function afterListMark(text: string, at: number, end: number, code: number): number {
  let after = at;
  if (code === 0x2d || code === 0x2a || code === 0x2b) after++;
  else if (isDigit(code)) {
    while (after < at + 9 && isDigit(text.charCodeAt(after))) after++;
    const mark = text.charCodeAt(after);
    if (mark !== 0x2e && mark !== 0x29) return at;
    after++;
  } else return at;
  if (after >= end) return end;
  const next = text.charCodeAt(after);
  return next === 0x20 || next === 0x09 || next === 0x0d ? after : at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether the rest of a line is `- - -`, `***` or `_ _ _`, which is no list. */
function isThematicBreak(text: string, from: number, end: number): boolean {
  const mark = text.charCodeAt(from);
  if (mark !== 0x2d && mark !== 0x2a) return false;
  let count = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return false;
  }
  return count >= 3;
}

/** Columns of a table's delimiter row such as `|---|:-:|`; 0 where the line is none. */
export function delimiterColumns(text: string, from: number, end: number): number {
  let hasPipe = false;
  let columns = 0;
  let previous = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2d) {
      if (previous !== 0x2d) columns++;
    } else if (code === 0x7c) hasPipe = true;
    else if (code !== 0x3a && code !== 0x20 && code !== 0x09 && code !== 0x0d) return 0;
    previous = code;
  }
  return hasPipe ? columns : 0;
}

/** Cells of a line if it is a table's row: its pipes that are not escaped, the outer ones left out. */
export function cellCount(text: string, from: number, end: number): number {
  const row = text
    .slice(from, end)
    .replace(/^[\s>]+/, "")
    .trimEnd();
  let pipes = 0;
  for (let at = row.indexOf("|"); at !== -1; at = row.indexOf("|", at + 1)) {
    if (at > 0 && at < row.length - 1 && row[at - 1] !== "\\") pipes++;
  }
  return pipes + 1;
}

/** Follows fenced code line by line. */
export class FenceReader {
  #fence: string | undefined;

  /** Whether a line, whose content begins at an offset, is a fence or stands between two. */
  isCode(text: string, content: number, end: number): boolean {
    const code = text.charCodeAt(content);
    if (content < end && (code === 0x60 || code === 0x7e)) {
      let after = content;
      while (after < end && text.charCodeAt(after) === code) after++;
      const fence = text.slice(content, after);
      const info = text.slice(after, end);
      if (this.#fence === undefined) {
        if (fence.length >= 3 && !(code === 0x60 && info.includes("`"))) {
          this.#fence = fence;
          return true;
        }
      } else if (fence.startsWith(this.#fence) && info.trim() === "") {
        this.#fence = undefined;
        return true;
      }
    }
    return this.#fence !== undefined;
  }
}
