import { isCjk, type LinearPattern, phrasePattern } from "../../../src/rules.js";
import { STAR } from "./term-schema.js";

/** Words as they are looked for: literal, with `*` for letters within a word. */
export interface TermPattern {
  /** The words as the house writes them. */
  readonly written: string;
  /** In lower case, a part of every text that matches. */
  readonly anchor: string;
  readonly pattern: LinearPattern;
}

/** A place where words were found. */
export interface TermMatch {
  readonly start: number;
  readonly end: number;
  /** What each `*` stood for. */
  readonly stars: readonly string[];
}

const LETTER = /[\p{L}\p{M}\p{N}_]/u;

/** Makes words into what finds them. */
export function termPattern(written: string, matchCase: boolean): TermPattern {
  const parts = written.split(STAR).map((part) => part.replaceAll("\\*", "*"));
  const anchors = parts.flatMap((part) => part.split(/[\s'’]+/)).map((part) => part.toLowerCase());
  return {
    written,
    anchor: anchors.reduce((longest, part) => (part.length > longest.length ? part : longest), ""),
    pattern: phrasePattern(parts, matchCase ? "u" : "iu"),
  };
}

/** The places of a pattern in a text, in order, without overlap. */
export function matchesOf({ pattern }: TermPattern, text: string): readonly TermMatch[] {
  const matches: TermMatch[] = [];
  for (let found = pattern.exec(text); found !== undefined; ) {
    const { index: start, end, groups } = found;
    const isFound = end > start && isWhole(text, start, end);
    if (isFound) matches.push({ start, end, stars: groups.slice(1).map((star) => star ?? "") });
    const step = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
    found = pattern.exec(text, isFound ? end : start + step);
  }
  return matches;
}

/**
 * Whether a stretch is not a piece of a longer word, name or address. Chinese and Japanese words have no such borders:
 * there every stretch is whole.
 */
function isWhole(text: string, start: number, end: number): boolean {
  const first = characterAt(text, start);
  const last = characterBefore(text, end);
  if (isLetter(first)) {
    const before = characterBefore(text, start);
    if (isLetter(before) || /[@#$\\]/.test(before)) return false;
    if (before === "." && isLetter(characterBefore(text, start - 1))) return false;
  }
  if (isLetter(last)) {
    const after = characterAt(text, end);
    if (isLetter(after) || /[@\\]/.test(after)) return false;
    if (after === "." && isLetter(characterAt(text, end + 1))) return false;
    if (/['’]/.test(after) && isLetter(characterAt(text, end + 1))) {
      return /^s(?![\p{L}\p{N}])/u.test(text.slice(end + 1, end + 3));
    }
    if (text.startsWith("()", end)) return false;
  }
  return true;
}

/** A letter, digit or underscore of writing that has spaces between words. */
function isLetter(character: string): boolean {
  return LETTER.test(character) && !isCjk(character);
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function characterBefore(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  return text.slice(unit >= 0xdc00 && unit <= 0xdfff ? index - 2 : Math.max(0, index - 1), index);
}
