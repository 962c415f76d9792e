import type { Expected } from "./frames.js";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words after which an operand comes: a slash begins a regular expression, `<` an element. */
const BEFORE_OPERAND = set(
  "return typeof case do else in instanceof new void delete throw extends default yield await",
);

/** Words whose brackets are followed by a statement. */
export const CONTROL = set("if while for with");

/** Words that begin, or go on with, a statement inside of which others may be. */
export const STATEMENT = set("if else do while for with switch try catch finally");

/** Words that are values. */
export const VALUE = set("this super null true false");

/** Words that are names where the grammar has no other use for them. */
const CONTEXTUAL = set(
  "of async from as get set static let accessor using type defer source meta target",
);

const OTHERS = set(
  "break class const continue debugger enum export finally function import switch throw try var",
);

/** Tokens after which braces are an object, never a block. */
export const BEFORE_VALUE: ReadonlySet<string> = new Set([
  ..."([,=?+-*%&|^!~<>/",
  "return",
  "typeof",
]);

/** What may follow a word. */
export function expectedAfter(word: string): Expected {
  if (VALUE.has(word)) return "operator";
  if (BEFORE_OPERAND.has(word)) return "operand";
  return CONTEXTUAL.has(word) ? "either" : "operand";
}

/** Whether a word is none of a name only: another word may be next to it. */
export function isKeyword(word: string): boolean {
  return [BEFORE_OPERAND, CONTROL, STATEMENT, CONTEXTUAL, OTHERS].some((words) => words.has(word));
}
