import { withoutSignsAround } from "../../../src/rules.js";
import table from "./placeholder-text.json" with { type: "json" };

/** A part of a text that its author meant to replace. */
export interface Placeholder {
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: "filler" | "note" | "value";
}

const MARK = `(?:${table.marks.join("|")})`;
/** Quick looks: few texts have a mark or a bracket. */
const MARKED = new RegExp(MARK);
const OPENING_BRACKET = /[[(（【［〔｛＜<]/;
/** A note begins a paragraph or is all of it. */
const NOTE = new RegExp(`^${MARK}(?:\\s*(?:\\([^)]{1,30}\\))?\\s*[:：]|\\s*$)`);
const NOTE_IN_BRACKETS = new RegExp(
  `[\\[(（【<]\\s*${MARK}(?:\\s*[:：\\s][^\\])）】>]{0,80})?\\s*[\\])）】>]`,
);
/** `TODO 补图`, `TODO add a link`: what to do, without a colon. */
const TASK = new RegExp(
  `^${MARK} {0,2}(?:(?=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])|[-–—] (?=\\p{L})|(?=(?:${table.verbs}) ))`,
  "u",
);
/** `The end. TODO: add a link` */
const LATER_NOTE = new RegExp(`(?<=[.!?。！？…)）] ?)${MARK}(?:\\([^)]{1,30}\\))?[:：]`);
/** No phrase that stands for a whole paragraph is as long as this. */
const LONGEST = 300;
/** One pattern for both places: it is large, and takes long to compile. */
const TO_DO = new RegExp(`^(?:${table.bracketed.join("|")})$`, "iu");
const AROUND = /^[[(（【［〔]?\s?|\s?[\])）】］〕]?[.。…]{0,40}$/g;
const BRACKETS =
  /[[(（【［〔｛＜]\s?([^[\]()（）【】［］〔〕｛｝＜＞]{1,160}?)\s?[\])）】］〕｝＞]/g;
const LABEL = new RegExp(`^[\\[【［〔（(]\\s?(?:${table.labels})\\s?[\\]】］〕）)][:：]?$`, "iu");
const SLOT = new RegExp(`[\\[【<｛](?:${table.slots.join("|")})[\\]】>｝]`, "iu");
const PHRASE = new RegExp(`^(?:${table.phrases.join("|")})$`, "iu");
const LOREM = new RegExp(table.lorem, "i");
const VALUES: ReadonlySet<string> = new Set(table.values);
const HOSTS: ReadonlySet<string> = new Set(table.hosts);

/**
 * The first placeholder of a paragraph.
 *
 * @param text the paragraph, with code and URLs blanked
 * @param words further words that count when they are the whole paragraph or open it before a colon
 */
export function placeholderOf(text: string, words: readonly string[]): Placeholder | undefined {
  const lorem = LOREM.exec(text);
  if (lorem !== null && !isNamed(text, lorem)) return placed(lorem, "filler");
  const bare = withoutSignsAround(text);
  const whole = { start: 0, end: text.length };
  if (VALUES.has(text)) return { ...whole, kind: "value" };
  const printed = text.indexOf("[object Object]");
  if (printed !== -1) return { start: printed, end: printed + 15, kind: "value" };
  const isShort = text.length <= LONGEST;
  if (isShort && PHRASE.test(bare.normalize("NFKC"))) return { ...whole, kind: "filler" };
  for (const word of words) {
    if (bare === word) return { ...whole, kind: "note" };
    if (text.startsWith(word) && /^\s*[:：]/.test(text.slice(word.length))) {
      return { start: 0, end: word.length, kind: "note" };
    }
  }
  if (MARKED.test(text)) {
    const note =
      NOTE.exec(text) ?? NOTE_IN_BRACKETS.exec(text) ?? TASK.exec(text) ?? LATER_NOTE.exec(text);
    if (note !== null) return placed(note, "note");
  }
  if (isShort && TO_DO.test(text.replace(AROUND, ""))) return { ...whole, kind: "filler" };
  if (!OPENING_BRACKET.test(text)) return undefined;
  if (LABEL.test(text)) return { ...whole, kind: "filler" };
  for (const bracketed of text.matchAll(BRACKETS))
    if (TO_DO.test(bracketed[1] ?? "")) return placed(bracketed, "filler");
  const slot = SLOT.exec(text);
  return slot === null ? undefined : placed(slot, "filler");
}

/** Whether a host is reserved for examples (RFC 2606) or one that templates contain. */
export function isPlaceholderHost(host: string): boolean {
  return HOSTS.has(host.replace(/^www\./, ""));
}

/** Whether a text speaks of filler text: its name in quotation marks, alone. */
function isNamed(text: string, { 0: found, index }: RegExpExecArray): boolean {
  const [before, after] = [text.charAt(index - 1), text.charAt(index + found.length)];
  return /["“„«»'‘「『`]/.test(before) && /["”“«»'’」』`]/.test(after);
}

function placed(match: RegExpExecArray, kind: Placeholder["kind"]): Placeholder {
  return { start: match.index, end: match.index + match[0].trimEnd().length, kind };
}
