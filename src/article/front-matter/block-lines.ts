import type { Range } from "../range.js";

/** The line that holds `offset`, without its line ending. */
export function lineAt(text: string, offset: number): Range {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const feed = text.indexOf("\n", offset);
  const end = feed === -1 ? text.length : feed;
  return { start, end: end > start && text[end - 1] === "\r" ? end - 1 : end };
}

/** Offset of the line after the one that holds `offset`, or undefined on the last line. */
export function nextLineStart(text: string, offset: number): number | undefined {
  const feed = text.indexOf("\n", offset);
  return feed === -1 ? undefined : feed + 1;
}

/** `range` without the blanks at both ends; empty at its start when nothing else is in it. */
export function trimRange(text: string, range: Range): Range {
  const slice = text.slice(range.start, range.end);
  const body = slice.trim();
  if (body === "") return { start: range.start, end: range.start };
  const start = range.start + slice.length - slice.trimStart().length;
  return { start, end: start + body.length };
}
