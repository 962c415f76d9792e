import type { CodeBlock } from "../../../../src/rules.js";
import { editDistance, type Range } from "../../../../src/rules.js";
import { placeIn } from "./code-text.js";
import languages from "./languages.json" with { type: "json" };

/** A closing tag whose name nearly is that of the element which it should close. */
export interface MisspeltClosing {
  readonly name: string;
  readonly written: string;
  readonly range: Range;
}

/** A tag with what it says, which may run over lines; an arrow does not end it. */
const TAG = /<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])((?:=>|[^<>]){0,2000})/g;
const SHORTEST = 4;

/** Closing tags with a slip: no tag of their name opens anywhere in the code, and nothing else closes the element. */
export function misspeltClosings({ language, lines }: CodeBlock): readonly MisspeltClosing[] {
  if (!languages.markup.includes(language)) return [];
  const opened = new Map<string, number>();
  const closings: { readonly name: string; readonly range: Range }[] = [];
  const placeOf = (index: number, name: string): Range => {
    const { start } = placeIn(lines, index);
    return { start, end: start + name.length };
  };
  const code = lines.map(({ text }) => text).join("\n");
  for (const { 1: slash, 2: name = "", 3: rest = "", index } of code.matchAll(TAG)) {
    if (slash === "/") closings.push({ name, range: placeOf(index + 2, name) });
    else if (!rest.endsWith("/")) opened.set(name, (opened.get(name) ?? 0) + 1);
  }
  for (const { name } of closings) opened.set(name, (opened.get(name) ?? 0) - 1);
  const open = [...opened].filter(([, count]) => count > 0).map(([name]) => name);
  return closings.flatMap(({ name: written, range }) => {
    if ((opened.get(written) ?? 0) !== -1 || written.length < SHORTEST) return [];
    const name = open.find((one) => one.length >= SHORTEST && editDistance(one, written) <= 2);
    return name === undefined ? [] : [{ name, written, range }];
  });
}
