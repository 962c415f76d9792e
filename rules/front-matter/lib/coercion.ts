import { DESCRIPTION_KEYS, type FrontMatterEntry, readDate } from "../../../src/rules.js";

/** How parsers read a plain scalar, if they disagree or if it is not the text that it looks like. */
export interface Coercion {
  /** `truth`: true or false; `number`: another number, or a number and a text; `time`: minutes or seconds. */
  readonly kind: "truth" | "number" | "time";
  /** The surprising reading, in a few words. */
  readonly reading: string;
}

/** Seconds, or minutes, of a YAML 1.1 base-60 number (YAML 1.1 types, int). */
function sexagesimal(text: string): number {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "").replaceAll("_", "").split(":");
  return sign * digits.reduce((sum, part) => sum * 60 + Number(part), 0);
}

const YES = /^(?:y|yes|on)$/i;
const NO = /^(?:n|no|off)$/i;

/** What YAML 1.1 parsers and YAML 1.2 parsers make of an unquoted scalar, if they differ; otherwise undefined. */
export function readersDiffer(text: string): Coercion | undefined {
  if (YES.test(text)) return { kind: "truth", reading: "true" };
  if (NO.test(text)) return { kind: "truth", reading: "false" };
  if (/^[-+]?0[0-7]+$/.test(text) && /[1-9]/.test(text))
    return { kind: "number", reading: String(Number.parseInt(text, 8)) };
  if (/^0o[0-7]+$/.test(text))
    return { kind: "number", reading: String(Number.parseInt(text.slice(2), 8)) };
  if (/^0b[01_]+$/.test(text)) {
    const bits = text.slice(2).replaceAll("_", "");
    return { kind: "number", reading: String(Number.parseInt(bits, 2)) };
  }
  if (/^[-+]?[1-9]\d*(?:_\d+)+(?:\.\d+)?$/.test(text))
    return { kind: "number", reading: text.replaceAll("_", "") };
  if (/^[-+]?[1-9]\d*(?::[0-5]?\d)+(?:\.\d*)?$/.test(text))
    return { kind: "time", reading: String(sexagesimal(text)) };
  // YAML 1.1 requires a decimal point and a sign, YAML 1.2 neither.
  if (/^[-+]?\d+[eE]\d+$/.test(text)) return { kind: "number", reading: String(Number(text)) };
  return undefined;
}

/**
 * What YAML makes of a plain scalar that is meant as a name, if that is not the text; undefined if it is.
 * A number that is shown as it is written is accepted, unless only text will do.
 */
export function becomesOther(
  { value }: FrontMatterEntry,
  written: string,
  onlyText: boolean,
): string | undefined {
  if (typeof value === "boolean") return `the boolean ${value}`;
  if (typeof value === "number") {
    const isShown = String(value) === written;
    return isShown && !onlyText ? undefined : `the number ${value}`;
  }
  const form = readDate(written)?.form;
  return form === "iso-date" || form === "iso-datetime" ? "a date" : undefined;
}

const TEXT_KEYS: ReadonlySet<string> = new Set([...DESCRIPTION_KEYS, "title", "subtitle"]);
/** Two words; a map that is meant has names of languages or of other keys. */
const SEVERAL_WORDS = /[\p{L}\p{N}]\s+[^\s:]|\p{Script=Han}{4}/u;

/** The words before the colon that makes a map of a text in running words; undefined where there is none. */
export function splitText(
  { path, style, value }: FrontMatterEntry,
  written: string,
): string | undefined {
  const [key, ...deeper] = path;
  if (style !== undefined || deeper.length > 0 || !TEXT_KEYS.has(String(key))) return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const [[label, text] = ["", undefined], ...others] = Object.entries(value);
  if (others.length > 0 || typeof text !== "string" || !SEVERAL_WORDS.test(label)) return undefined;
  return written.startsWith(label.slice(0, 1)) ? label : undefined;
}

/** Codes of languages: a theme of its own may have a title for each. */
const LANGUAGE = /^[a-z]{2,3}(?:[-_]\w+)?$/i;

/** What braces or brackets make of a title; undefined where they make none, or titles in several languages. */
export function titleCollection(
  { path, style, value }: FrontMatterEntry,
  written: string,
): string | undefined {
  if (style !== undefined || path.length !== 1 || path[0] !== "title") return undefined;
  if (typeof value !== "object" || value === null || !/^[[{]/.test(written)) return undefined;
  if (Array.isArray(value)) return "a list";
  const keys = Object.keys(value);
  return keys.length === 0 || keys.every((key) => LANGUAGE.test(key)) ? undefined : "a map";
}
