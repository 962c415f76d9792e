import {
  type Article,
  hasTemplateSyntax,
  normaliseLabel,
  type Range,
  rangeOf,
} from "../../../src/rules.js";
import { openingBracket } from "./opening-bracket.js";

/** A reference that Markdown left in the text, because it is not a link the way it is written. */
export type BrokenReference = { readonly range: Range } & (
  | {
      readonly kind: "undefined";
      readonly label: string;
      readonly labelRange: Range;
      readonly image: boolean;
    }
  | { readonly kind: "footnote"; readonly label: string }
  | { readonly kind: "addressAsLabel" | "reversed"; readonly text: string; readonly url: string }
  | { readonly kind: "unclosed"; readonly url: string }
);

const ADDRESS = /^(?:(?:https?:|ftp:|mailto:|www\.)\S+|\.{0,2}\/\S*|#[\w-]+)$/i;
const FULL = /\]\[([^[\]\n]*)\](?![\w[(])/y;
/** `[WARN][proxy] …`: the line of a log. */
const LOG_LEVEL = /^(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)$/i;
const REVERSED = /\(([^()[\]\n]{1,200})\)\[([^[\]\s]{1,2000})\](?![([])/y;
/** Labels that are neither numbers nor words are character classes of regular expressions. */
const FOOTNOTE = /(?<![/\\([{|])\[\^([\p{L}\p{N}_][\p{L}\p{N}_-]*)\](?![*+?{$/|)\]\\])/gu;
const RANGE_OF_CHARACTERS = /a-z|0-9|^[a-z\d]-[a-z\d]$/i;
const UNCLOSED = /<((?:https?:\/\/|mailto:)[^\s<>]+)/iy;

/** References of an article that do not work because of how they are written. `defined` has the keys of all definitions. */
export function brokenReferencesOf(
  article: Article,
  defined: ReadonlySet<string>,
): readonly BrokenReference[] {
  const found: BrokenReference[] = [];
  for (const node of article.texts) {
    const parent = article.parentOf(node);
    const isMarkdown = parent === undefined || article.originOf(parent) === "markdown";
    if (!isMarkdown || parent?.tagName === "code") continue;
    const { start, end } = rangeOf(node);
    const text = article.source.slice(start, end);
    for (let at = text.indexOf("]["); at !== -1; at = text.indexOf("][", at + 1)) {
      const reference = fullReference(article, start + at, defined);
      if (reference !== undefined) found.push(reference);
    }
    for (let at = text.indexOf(")["); at !== -1; at = text.indexOf(")[", at + 1)) {
      const reference = reversedLink(article.source, start + at);
      if (reference !== undefined) found.push(reference);
    }
    for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at + 1)) {
      const reference = unclosedAddress(article.source, start + at);
      if (reference !== undefined) found.push(reference);
    }
    if (!text.includes("[^")) continue;
    for (const match of text.matchAll(FOOTNOTE)) {
      const label = match[1] ?? "";
      const range = { start: start + match.index, end: start + match.index + match[0].length };
      if (defined.has(normaliseLabel(`^${label}`)) || RANGE_OF_CHARACTERS.test(label)) continue;
      if (
        isOutOfOrder(article.source, label) &&
        !NOTED.test(text.slice(Math.max(0, match.index - 4), match.index))
      )
        continue;
      found.push({ kind: "footnote", label, range });
    }
  }
  return found;
}

/** The end of a sentence or word that a footnote follows, and no pattern does. */
const NOTED = /(?:\p{L}{3}[.!?)”"]?|[。！？）」』])$/u;

/** Footnotes are counted from 1: a number without the one before it is a class of characters, `[^5]`. */
function isOutOfOrder(source: string, label: string): boolean {
  return /^\d+$/.test(label) && Number(label) > 1 && !source.includes(`[^${Number(label) - 1}]`);
}

/** `[text][label]`, found by its inner brackets. */
function fullReference(
  { source }: Article,
  at: number,
  defined: ReadonlySet<string>,
): BrokenReference | undefined {
  FULL.lastIndex = at;
  const match = FULL.exec(source);
  const open = openingBracket(source, at);
  if (match === null || open === undefined) return undefined;
  const text = source.slice(open + 1, at);
  const label = match[1] ?? "";
  const image = source[open - 1] === "!";
  const start = image ? open - 1 : open;
  if (LOG_LEVEL.test(text) || (isClass(text) && isClass(label))) return undefined;
  // `matrix[row][column]`, `[i][j]`, `[ ][ ]` and citations `[1][2]` are not links.
  if (/[\w)\]]/.test(source[start - 1] ?? "") || !/\p{L}/u.test(text)) return undefined;
  if ((text + label).length < 3 || (label !== "" && label.trim() === "")) return undefined;
  if (hasTemplateSyntax(text + label) || label.startsWith("^")) return undefined;
  // `open(path [, mode][, size])`: what a call may be given besides.
  if (/^\s*,/.test(text)) return undefined;
  const range = { start, end: at + match[0].length };
  if (ADDRESS.test(label) && !image) return { kind: "addressAsLabel", range, text, url: label };
  const wanted = label === "" ? text : label;
  if (defined.has(normaliseLabel(wanted))) return undefined;
  const labelRange = { start: at + 2, end: at + 2 + label.length };
  return { kind: "undefined", range, label: wanted, labelRange, image };
}

/** A class of characters of a regular expression: `[a-z][0-9]`. */
function isClass(text: string): boolean {
  return /^\^?(?:[a-z\d]-[a-z\d]|\\[wds])[\w\\.$-]{0,20}$/i.test(text);
}

/** `(text)[address]`, found by its inner brackets. */
function reversedLink(source: string, at: number): BrokenReference | undefined {
  const from = Math.max(0, at - 202);
  const back = source.slice(from, at).lastIndexOf("(");
  if (back === -1) return undefined;
  const open = from + back;
  REVERSED.lastIndex = open;
  const match = REVERSED.exec(source);
  const url = match?.[2] ?? "";
  const text = match?.[1] ?? "";
  // The URL of a link is in such parentheses: `[text](address)[further]`.
  if (match === null || !ADDRESS.test(url) || source[open - 1] === "]") return undefined;
  if (hasTemplateSyntax(text + url)) return undefined;
  return { kind: "reversed", range: { start: open, end: open + match[0].length }, text, url };
}

/** `<https://…` without a closing bracket. */
function unclosedAddress(source: string, at: number): BrokenReference | undefined {
  UNCLOSED.lastIndex = at;
  const match = UNCLOSED.exec(source);
  const url = match?.[1]?.replace(
    /(?<![.,;:!?'"）)，。；：！？、])[.,;:!?'"）)，。；：！？、]+$/,
    "",
  );
  if (url === undefined || hasTemplateSyntax(url)) return undefined;
  return { kind: "unclosed", range: { start: at, end: at + 1 + url.length }, url };
}
