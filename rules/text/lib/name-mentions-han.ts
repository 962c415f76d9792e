import { type Paragraph, perUnit } from "../../../src/rules.js";
import type { NameMention } from "./name-mentions.js";
import words from "./name-words.json" with { type: "json" };
import { WordList } from "./word-list.js";

const HAN = /^\p{Script=Han}$/u;
const TITLES = new WordList(words.hanTitles);
const AFTER = new WordList(words.afterHanName);
/** Interpuncts seen in transliterated names. */
const DOT = "[·•‧・･]";
const GIVEN = new RegExp(`^(?:\\p{Script=Han}{1,7}${DOT})+`, "u");
const ANY_DOT = new RegExp(DOT, "g");
const PERHAPS_DOT = new RegExp(DOT);
const LONGEST_NAME = 8;
/** How many characters before a name are taken as its title. */
const LONGEST_TITLE = 14;

/**
 * Chinese and transliterated names: after a title, and names with an interpunct. The end of a name is known from
 * punctuation or from a word that follows names (`表示`, `则`); otherwise there is no mention.
 *
 * @param learned further titles, learned from the article
 */
export function hanMentions(
  paragraph: Paragraph,
  learned: readonly string[],
): readonly NameMention[] {
  const { text } = paragraph;
  const mentions: NameMention[] = [];
  const seen = new Set<number>();
  for (const end of titleEnds(text, listOf(learned))) {
    const name = nameAt(text, end);
    if (name === undefined || seen.has(name.familyStart)) continue;
    seen.add(name.familyStart);
    const { family, given } = name;
    const title = hanBefore(text, end);
    mentions.push({ family, given, title, paragraph, start: end, end: name.end });
  }
  if (!PERHAPS_DOT.test(text)) return mentions;
  for (const { index: dot } of text.matchAll(ANY_DOT)) {
    if (!isHan(text, dot - 1) || !isHan(text, dot + 1)) continue;
    const family = familyAt(text, dot + 1);
    if (family === undefined || seen.has(dot + 1) || isDot(text[dot + 1 + family.length])) continue;
    const before = hanBefore(text, dot);
    const start = before.length < LONGEST_TITLE / 2 ? dot - before.length : dot + 1;
    mentions.push({
      family,
      given: before,
      title: "",
      paragraph,
      start,
      end: dot + 1 + family.length,
    });
  }
  return mentions;
}

let last: { readonly learned: readonly string[]; readonly titles: WordList } | undefined;

/** The titles learned from an article; compiled once, since all its paragraphs are read in a row. */
function listOf(learned: readonly string[]): WordList | undefined {
  if (learned.length === 0) return undefined;
  if (last?.learned !== learned) last = { learned, titles: new WordList(learned) };
  return last.titles;
}

/** Where titles end in a text, from left to right, none inside another: `副总统` is not taken for `总统`. */
function titleEnds(text: string, learned: WordList | undefined): readonly number[] {
  const ends: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const length = Math.max(
      TITLES.at(text, index)?.length ?? 0,
      learned?.at(text, index)?.length ?? 0,
    );
    if (length === 0) continue;
    index += length - 1;
    ends.push(index + 1);
  }
  return ends;
}

/** The Han characters right before an offset, at most as many as a title has. */
export function hanBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && offset - start < LONGEST_TITLE && isHan(text, start - 1)) start--;
  return text.slice(start, offset);
}

function nameAt(
  text: string,
  start: number,
): { family: string; given: string | undefined; familyStart: number; end: number } | undefined {
  const around = text.slice(start, start + 40);
  const dotted = PERHAPS_DOT.test(around) ? (GIVEN.exec(around)?.[0] ?? "") : "";
  const familyStart = start + dotted.length;
  const family = familyAt(text, familyStart);
  if (family === undefined) return undefined;
  const given = dotted === "" ? undefined : dotted.slice(0, -1);
  return { family, given, familyStart, end: familyStart + family.length };
}

/** The shortest name that is followed by something that follows names. */
function familyAt(text: string, start: number): string | undefined {
  const run = hanAfter(text, start);
  for (let length = 2; length <= Math.min(run.length, LONGEST_NAME); length++) {
    if (isDot(text[start + length])) return undefined;
    if (isHan(text, start + length) && AFTER.at(text, start + length) === undefined) continue;
    const family = run.slice(0, length);
    return TITLES.isIn(family) ? undefined : family;
  }
  return undefined;
}

/** The Han characters right after an offset, at most one more than a name has. */
function hanAfter(text: string, offset: number): string {
  let end = offset;
  while (end <= offset + LONGEST_NAME && isHan(text, end)) end++;
  return text.slice(offset, end);
}

function isHan(text: string, index: number): boolean {
  return index >= 0 && index < text.length && isHanUnit(text.charCodeAt(index)) === 1;
}

const isHanUnit = perUnit((unit) => (HAN.test(String.fromCharCode(unit)) ? 1 : 0));

function isDot(character: string | undefined): boolean {
  return character !== undefined && "·•‧・･".includes(character);
}
