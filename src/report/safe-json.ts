import { CI_COMMAND } from "./text/neutralise.js";

/** What JSON.stringify leaves as it is, but a terminal obeys or hides. */
const UNSAFE_IN_JSON = /[\u{7f}-\u{9f}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/**
 * A value as JSON on one line, which is safe to print: characters that steer terminals, and commands that build servers look
 * for in any line, are written as JSON escapes. Reading it gives the same strings.
 *
 * @param indent spaces of each level; everything is on one line when absent
 */
export function safeJson(value: object, indent?: number): string {
  return `${safeText(JSON.stringify(value, null, indent))}\n`;
}

/** What `safeJson` writes on one line, in parts: each member, and each item of a member that is a list. */
export function* safeJsonParts(value: object): Generator<string> {
  let before = "{";
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(member)) yield* partsOfList(member);
    else yield safeText(JSON.stringify(member));
    before = ",";
  }
  yield before === "{" ? "{}\n" : "}\n";
}

function* partsOfList(items: readonly unknown[]): Generator<string> {
  for (const [index, item] of items.entries())
    yield `${index === 0 ? "[" : ","}${safeText(JSON.stringify(item))}`;
  yield items.length === 0 ? "[]" : "]";
}

function safeText(json: string): string {
  return json
    .replace(UNSAFE_IN_JSON, (character) => escapeInJson(character.charCodeAt(0)))
    .replace(CI_COMMAND, `#${escapeInJson(0x23)}`);
}

function escapeInJson(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
