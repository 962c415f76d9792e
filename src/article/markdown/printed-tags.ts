import type { Nodes } from "hast";
import { visit } from "unist-util-visit";
import type { Problem } from "../problem.js";

/**
 * Stands for the `<` of a tag that a Markdown parser prints as text, so that no parser of HTML takes it for a tag. A
 * noncharacter, which no text has.
 */
export const PRINTED_TAG = "\uFDD0";

/** Nobody reads more of them. */
const MAXIMUM_PROBLEMS = 1000;
const TAG = /\uFDD0\/?[^<>\uFDD0]*>?/g;

/** The tags in a body that its parser prints as text: `printed-end-tag`, and `printed-start-tag`. */
export function printedTags(body: string): readonly Problem[] {
  if (!body.includes(PRINTED_TAG)) return [];
  return [...body.matchAll(TAG)].slice(0, MAXIMUM_PROBLEMS).map(({ 0: tag, index }) => ({
    kind: "html-parse",
    code: tag.startsWith(`${PRINTED_TAG}/`) ? "printed-end-tag" : "printed-start-tag",
    range: { start: index, end: index + tag.length },
  }));
}

/** Gives the texts of a tree the signs back that readers see. */
export function restorePrintedTags(tree: Nodes): void {
  visit(tree, "text", (text) => {
    text.value = text.value.replaceAll(PRINTED_TAG, "<");
  });
}
