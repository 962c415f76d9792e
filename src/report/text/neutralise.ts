import { perUnit } from "../../article/per-unit.js";

/**
 * Characters that steer a terminal or hide in one: controls (C0, DEL, C1), bidirectional controls, line and
 * paragraph separators, lone surrogates, and formats without width (soft hyphen, zero-width space, BOM …).
 * ZWJ and ZWNJ stay: emoji, Persian and Indic scripts need them.
 */
const UNSAFE =
  /[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Zl}\p{Zp}\u{ad}\u{180e}\u{200b}\u{2060}-\u{2064}\u{206a}-\u{206f}\u{feff}\u{fff9}-\u{fffb}]/gu;

/**
 * Commands of build servers that count anywhere in a line: `##[error]` (GitHub's runner, ActionCommand.TryParse),
 * `##vso[` (Azure Pipelines), `##teamcity[`.
 */
export const CI_COMMAND = /##(?=[a-z]*\[)/gi;

/** `::error::` counts only at the start of a line, after white space (ActionCommand.TryParseV2). */
const CI_COMMAND_AT_START = /^([^\S\n\r\u2028\u2029]*):(?=:)/gmu;

/** Shows a character as `\u{1b}`. */
export function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Shows every character that could steer or hide in a terminal as `\u{…}`; newlines and tabs too. */
export function showControls(text: string): string {
  return text.replace(UNSAFE, escapeCharacter);
}

/** True when a text holds characters that {@link showControls} would show. */
export function hasControls(text: string): boolean {
  return text.search(UNSAFE) >= 0;
}

const isHarmlessUnit = perUnit((unit) => (hasControls(String.fromCharCode(unit)) ? 0 : 1));

/** True for a text that {@link neutralise} leaves as it is; false where it has to look closer. */
function isHarmless(text: string): boolean {
  // Line breaks and tabs are controls, too; halves of pairs count alone, so texts with emoji are looked at closer.
  for (let index = 0; index < text.length; index++) {
    if (isHarmlessUnit(text.charCodeAt(index)) === 0) return false;
  }
  return !text.includes("##");
}

/** One safe line of text: white space around line breaks collapsed, controls shown, CI commands broken up. */
export function neutralise(text: string): string {
  if (isHarmless(text)) return text;
  return showControls(text.replace(/(?<![\t ])[\t ]*[\r\n\t][\r\n\t ]*/g, " ")).replace(
    CI_COMMAND,
    `#${escapeCharacter("#")}`,
  );
}

/** Breaks up CI commands in finished output, where lines begin. */
export function guardLines(output: string): string {
  let guarded = output;
  // Looking for the marks of a command costs far less than the patterns, and nearly no output has them.
  if (output.includes("##")) guarded = guarded.replace(CI_COMMAND, `#${escapeCharacter("#")}`);
  if (output.includes("::")) {
    guarded = guarded.replace(CI_COMMAND_AT_START, `$1${escapeCharacter(":")}`);
  }
  return guarded;
}
