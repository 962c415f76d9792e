import type { Paragraph } from "../prose/paragraphs.js";

const FINAL_MARK = /[.!?。！？．｡…‥‼⁇⁈⁉।॥؟۔]["'”’»›」』】〉》）)\]*_]*$/u;
const QUESTION = /[?？]["'”’»)）\]*_]*$/u;
const INNER_MARK = /[.!。！](?:\s|\p{Script=Han}|$)/u;

/** Whether a text ends as a sentence does: with a final mark, closing quotes and brackets allowed after it. */
export function endsAsSentence(text: string): boolean {
  return FINAL_MARK.test(text.slice(-12));
}

/**
 * Whether a paragraph is running text whose repetition would be a mistake: no heading, table, code or
 * pull quote (RULES, text/duplicate-paragraph).
 */
export function isRunningText(paragraph: Paragraph): boolean {
  return (
    paragraph.kind !== "heading" &&
    paragraph.kind !== "term" &&
    paragraph.kind !== "cell" &&
    !paragraph.inTable &&
    !paragraph.inAside &&
    !paragraph.onlyCode
  );
}

/** Whether a text is one question and nothing else: lists of questions come again over their answers. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text.slice(-12)) && !INNER_MARK.test(text.slice(0, -12));
}

/** Items of two different lists say the same on purpose: steps of two procedures, notes of two releases. */
export function areParallel(
  left: Pick<Paragraph, "list">,
  right: Pick<Paragraph, "list">,
): boolean {
  return left.list !== undefined && right.list !== undefined && left.list !== right.list;
}
