import type { Article } from "../../article/article.js";
import type { Range } from "../../article/range.js";

/** A term of a definition list, as text. */
export interface Term {
  readonly text: string;
  readonly range: Range;
}

const DEFINITION = /^ {0,3}:[ \t]+\S/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/**
 * Terms of definition lists in Markdown: the lines of a paragraph above a line `: its definition`, with at most one
 * blank line between.
 */
export function definitionTermsOf({ source, bodyStart }: Article): readonly Term[] {
  if (!/\n {0,3}:[ \t]/.test(source)) return [];
  const terms: Term[] = [];
  let lines: Term[] = [];
  let isCode = false;
  let blanks = 0;
  for (const match of source.slice(bodyStart).matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = match[0].trimEnd();
    const start = bodyStart + match.index;
    if (FENCE.test(line)) isCode = !isCode;
    if (isCode) lines = [];
    else if (line === "") blanks++;
    else if (DEFINITION.test(line)) {
      if (blanks < 2) for (const one of lines) terms.push(one);
      lines = [];
      blanks = 0;
    } else {
      if (blanks > 0) lines = [];
      blanks = 0;
      lines.push({ text: plainText(line), range: { start, end: start + line.length } });
    }
  }
  return terms;
}

/** A line of Markdown as readers see it. */
function plainText(line: string): string {
  return line
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/(\*\*|__|[`*]|(?<!\w)_|_(?!\w))/g, "")
    .trim();
}
