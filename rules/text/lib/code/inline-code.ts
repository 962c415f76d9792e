import {
  type Article,
  type Element,
  mixedWords,
  perArticle,
  type Range,
  textContentOf,
} from "../../../../src/rules.js";

/** A character in inline code that a program does not take for what it looks like. */
export interface InlineDefect extends Range {
  readonly kind: "invisible" | "homoglyph" | "dash" | "quotes";
  readonly written: string;
  readonly meant: string;
}

/** Longer code is no name and no command. */
const LONGEST = 200;
const INVISIBLE = /(?<=[\w.$-])[\u200b\u2060\ufeff]+(?=[\w.$(-])/g;
/** `–verbose` in `tool –verbose`, or at the beginning. */
const OPTION = /^([–—])[a-z][\w-]+(?:=[\w./:-]+)?$/;
const WORD = /^[\w./@=:-]+$/;
/** What a call is given. */
const ARGUMENTS = /(?<=[\w$]\()[^()]{1,100}(?=\))/g;
const QUOTED = /“[^“”‘’"]{1,80}”|‘[^“”‘’']{1,80}’/g;
/** What an article that shows such characters on purpose says of them. */
const SUBJECT =
  /homoglyph|homograph|confusable|punycode|look-?alike|zero[- ]width|curly quot|smart quot|U\+200B|\\u200b|&#8203;/i;

/** The defects of a piece of inline code. */
export function inlineDefects(article: Article, code: Element): readonly InlineDefect[] {
  const { text, rangeOf } = textContentOf(article, code);
  if (text.length > LONGEST || /^[\0-\x7f]*$/.test(text) || showsCharacters(article)) return [];
  const found: InlineDefect[] = [];
  const add = (kind: InlineDefect["kind"], start: number, written: string, meant: string): void => {
    found.push({ kind, written, meant, ...rangeOf(start, start + written.length) });
  };
  for (const { 0: written, index } of text.matchAll(INVISIBLE))
    add("invisible", index, written, "");
  for (const { start, end, meant } of mixedWords(text))
    add("homoglyph", start, text.slice(start, end), meant);
  for (const start of dashes(text)) add("dash", start, text.charAt(start), "--");
  for (const { 0: given, index } of text.matchAll(ARGUMENTS)) {
    for (const { 0: written, index: at } of given.matchAll(QUOTED)) {
      const mark = written.startsWith("“") ? '"' : "'";
      add("quotes", index + at, written, mark + written.slice(1, -1) + mark);
    }
  }
  return found;
}

/** Where options of a command begin with a dash, if it has nothing but plain words besides. */
function dashes(text: string): readonly number[] {
  const words = text.split(" ");
  if (!words.every((word) => WORD.test(word) || OPTION.test(word))) return [];
  const [first = ""] = words;
  if (words.length > 1 && !/^[a-z]/.test(text) && !OPTION.test(first)) return [];
  let at = 0;
  return words.flatMap((word) => {
    const start = at;
    at += word.length + 1;
    return OPTION.test(word) ? [start] : [];
  });
}

/** Whether an article is about such characters, and shows them. */
export const showsCharacters: (article: Article) => boolean = perArticle(({ source }) =>
  SUBJECT.test(source),
);
