import { endOfBackticks } from "../backticks.js";

/** A stretch of a text that is to be written in another way, by the same number of characters. */
export interface Replacement {
  readonly end: number;
  readonly text: string;
}

const TOKEN = /^[ \t>]*(`{3,}|~{3,})|`+|</gm;

const CLOSING_FENCE = /^[ \t>]*(`{3,}|~{3,})[ \t]*\r?$/gm;

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
  CLOSING_FENCE.lastIndex = Math.max(from, text.indexOf("\n", from));
  for (let found = CLOSING_FENCE.exec(text); found !== null; found = CLOSING_FENCE.exec(text)) {
    if (found[1]?.startsWith(fence) === true) return CLOSING_FENCE.lastIndex;
  }
  return text.length;
}

/** Where inline code ends; where it began when nothing closes it in its paragraph. */
function endOfCode(text: string, mark: string, from: number): number {
  const rest = text.slice(from, from + LONGEST_CODE);
  const blank = /\n[ \t]*\r?\n/.exec(rest)?.index ?? rest.length;
  return endOfBackticks(text, from, mark.length, from + blank) ?? from;
}
