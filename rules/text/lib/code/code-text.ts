import type { CodeBlock, Range } from "../../../../src/rules.js";

/** The place in the article of a character in the lines of a block, which a line break joins. */
export function placeIn(lines: CodeBlock["lines"], index: number): Range {
  let rest = index;
  for (const { text, start } of lines) {
    if (rest < text.length) return { start: start + rest, end: start + rest + 1 };
    rest -= text.length + 1;
  }
  return { start: 0, end: 0 };
}

/** Whether a text can be read as JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
