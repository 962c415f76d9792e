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
  const json = JSON.stringify(value, null, indent)
    .replace(UNSAFE_IN_JSON, (character) => escapeInJson(character.charCodeAt(0)))
    .replace(CI_COMMAND, `#${escapeInJson(0x23)}`);
  return `${json}\n`;
}

function escapeInJson(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
