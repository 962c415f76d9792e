import { type FrontMatterEntry, nearestOf } from "../../../src/rules.js";
import table from "./booleans.json" with { type: "json" };

const SWITCHES: ReadonlySet<string> = new Set(table.switches);
const WORDS: ReadonlySet<string> = new Set(table.words);
/** `yes` and `no` are near too many words. */
const LONG = ["true", "false"];
const SWAPPED_YES = /^(?:yse|eys)$/;

/** `true` or `false` where a slip makes a text of it; undefined for anything else. */
export function meantBoolean(
  key: string,
  written: string,
  style: FrontMatterEntry["style"],
): string | undefined {
  if (style !== "plain" || WORDS.has(key) || written.length > "false".length + 2) return undefined;
  const text = written.toLowerCase();
  const word = text.replace(/[.,;]$/, "");
  if (word !== text && LONG.includes(word)) return word;
  const isSwitch = SWITCHES.has(key);
  if (isSwitch && SWAPPED_YES.test(text)) return "true";
  const near = nearestOf(text, LONG, { limit: 1, swaps: true });
  // Of another key `tree` may be the value.
  return near !== undefined && near !== text && (isSwitch || sorted(near) === sorted(text))
    ? near
    : undefined;
}

function sorted(text: string): string {
  return [...text].sort().join("");
}
