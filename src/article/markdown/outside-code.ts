import { patternAround } from "../../patterns/around.js";
/** A stretch of a text that is to be written in another way, by the same number of characters. */
export interface Replacement {
  readonly end: number;
  readonly text: string;
}

const TOKEN = /^[ \t>]*(`{3,}|~{3,})|`+|</gm;

/** Most characters in which the end of inline code is looked for: longer paragraphs hold no code that matters. */
const LONGEST_CODE = 5000;

/**
 * Writes parts of Markdown in another way, code left alone.
 *
 * @param replacementAt what stands in the place of what begins at an offset with `<`; undefined to leave it
 */
export function replaceOutsideCode(
  text: string,
  replacementAt: (text: string, at: number) => Replacement | undefined,
): string {
  const parts: string[] = [];
  let done = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const { 0: sign, 1: fence, index } = token;
    if (fence !== undefined) TOKEN.lastIndex = endOfFence(text, fence, TOKEN.lastIndex);
    else if (sign !== "<") TOKEN.lastIndex = endOfCode(text, sign, TOKEN.lastIndex);
    else {
      const replacement = replacementAt(text, index);
      if (replacement === undefined) continue;
      parts.push(text.slice(done, index), replacement.text);
      done = replacement.end;
      TOKEN.lastIndex = replacement.end;
    }
  }
  return done === 0 ? text : parts.join("") + text.slice(done);
}

/** Where fenced code ends: the end of the text where no fence closes it. */
function endOfFence(text: string, fence: string, from: number): number {
  const closing = patternAround("gm")`^[ \t>]*${fence}${fence.slice(0, 1)}*[ \t]*\r?$`;
  closing.lastIndex = Math.max(from, text.indexOf("\n", from));
  return closing.test(text) ? closing.lastIndex : text.length;
}

/** Where inline code ends; where it began when nothing closes it in its paragraph. */
function endOfCode(text: string, mark: string, from: number): number {
  const rest = text.slice(from, from + LONGEST_CODE);
  const blank = /\n[ \t]*\r?\n/.exec(rest)?.index ?? rest.length;
  const closing = patternAround()`(?<!\`)${mark}(?!\`)`.exec(rest.slice(0, blank));
  return closing === null ? from : from + closing.index + mark.length;
}
