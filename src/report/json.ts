import type { Format } from "./format.js";
import { CI_COMMAND } from "./text/neutralise.js";

/** What JSON.stringify leaves as it is, but a terminal obeys or hides. */
const UNSAFE_IN_JSON = /[\u{7f}-\u{9f}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/**
 * The report as JSON. Characters that steer terminals and commands that build servers look for in any line are
 * written as JSON escapes, so printing the report is safe and reading it gives the same strings.
 */
export const formatJson: Format = safeJson;

/** A value as JSON that is safe to print. */
export function safeJson(value: object): string {
  const json = JSON.stringify(value, null, 2)
    .replace(UNSAFE_IN_JSON, (character) => escapeInJson(character.charCodeAt(0)))
    .replace(CI_COMMAND, `#${escapeInJson(0x23)}`);
  return `${json}\n`;
}

function escapeInJson(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
