import { type CodeBlock, nearestOf, type Range } from "../../../../src/rules.js";
import languages from "./languages.json" with { type: "json" };

/** A kind of diagram that is nearly one that exists. */
export interface DiagramSlip {
  readonly word: string;
  readonly meant: string;
  readonly range: Range;
}

const KINDS: ReadonlySet<string> = new Set(languages.diagrams);
const LEAST = 5;

/** The misspelt first word of a diagram, which says of which kind it is. */
export function diagramSlip({ language, lines }: CodeBlock): DiagramSlip | undefined {
  if (language !== "mermaid") return undefined;
  let isSettings = false;
  for (const { text, start } of lines) {
    if (/^---\s*$/.test(text)) isSettings = !isSettings;
    else if (!isSettings && !/^\s*(?:%%|$)/.test(text)) {
      const [, blanks = "", word = ""] = /^(\s*)([\w-]+)/.exec(text) ?? [];
      if (word.length < LEAST || KINDS.has(word)) return undefined;
      const meant = nearestOf(word, languages.diagrams, { limit: 2, swaps: true });
      const from = start + blanks.length;
      return meant === undefined
        ? undefined
        : { word, meant, range: { start: from, end: from + word.length } };
    }
  }
  return undefined;
}
