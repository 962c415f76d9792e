import type { CodeBlock, Range } from "../../../../src/rules.js";
import labels from "./copy-buttons.json" with { type: "json" };
import languages from "./languages.json" with { type: "json" };

/** What the head of a code box left at the beginning of a block. */
export interface CopyButton {
  readonly text: string;
  readonly range: Range;
  /** The lines with their line endings. */
  readonly lines: Range;
}

const WHOLE: ReadonlySet<string> = new Set(labels.whole);
const SHORT: ReadonlySet<string> = new Set(labels.short);
const SECOND: ReadonlySet<string> = new Set(labels.second);
const NAMES: ReadonlySet<string> = new Set([
  ...languages.shell,
  ...languages.code,
  ...languages.markup,
  ...labels.otherLanguages,
]);

/**
 * The label of a copy button above the code, with the name of the language before it: `Copy code`, or `Copy` below such a
 * name, or alone where it is no line of the language.
 */
export function copyButton({ language, lines }: CodeBlock): CopyButton | undefined {
  const words = lines.slice(0, 3).map(({ text }) => text.trim());
  const isNamed = NAMES.has((words[0] ?? "").toLowerCase());
  let count = isNamed ? 1 : 0;
  const label = words[count] ?? "";
  if (!WHOLE.has(label) && !(SHORT.has(label) && (isNamed || NAMES.has(language))))
    return undefined;
  count++;
  if (SHORT.has(label) && SECOND.has(words[count] ?? "")) count++;
  const [first, last, next] = [lines[0], lines[count - 1], lines[count]];
  if (first === undefined || last === undefined || next === undefined) return undefined;
  // A list of what a menu has is no code.
  const isCode = lines.slice(count).some(({ text }) => /[^\p{L}\p{M}\p{N}\s]|\S\s+\S/u.test(text));
  if (!isCode) return undefined;
  const text = words.slice(0, count).join(" ");
  const range = { start: first.start, end: last.start + last.text.trimEnd().length };
  return { text, range, lines: { start: first.start, end: next.start } };
}
