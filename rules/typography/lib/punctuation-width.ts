import { lazily, type ProseText } from "../../../src/rules.js";
import { type MarkPlace, markPlace, withoutCalls } from "./mark-places.js";
import table from "./punctuation.json" with { type: "json" };

const WIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = table.fullWidth;
const NARROW: Readonly<Record<string, string>> = table.halfWidth;

const CJK = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]";
/** Characters, and the full-width brackets and quotation marks that end a stretch of them. */
const CJK_END =
  "(?:[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー][）」』》〉】〕”’]{0,2}|[）」』》〉】〕])";
/** Between two characters, or at the end of the text; a mark before a closing quotation mark ends a sentence. */
const narrowMark = lazily(
  () => new RegExp(`(?<=${CJK_END}) *[,;:?!] *(?=${CJK}|[”’」』（「『《〈【〔“]|$)`, "gu"),
);
/** A full stop between characters may divide a name or follow a number, but not before a space or at the end. */
const narrowStop = lazily(
  () => new RegExp(`(?<=${CJK_END})\\.(?: +(?=${CJK})|(?=[”’」』]|$))`, "gu"),
);
/** Between a Latin word, a number or code (U+FFFC) and a character, without spaces. */
const mixedComma = lazily(
  () => new RegExp(`(?<=[\\w)\\]\\uFFFC]),(?=${CJK})|(?<=${CJK_END}),(?=[A-Za-z])`, "gu"),
);
/** So many full-width commas, and so many for each half-width one, show how an article writes them. */
const LEAST_WIDE = 5;
const NUMBERING = /^[（(]?[一二三四五六七八九十百]+$|第[一二三四五六七八九十百]+$/u;
/** `（1）.` at the beginning. */
const NUMBER_IN_BRACKETS = /^[（(]?[\da-z一二三四五六七八九十百]{1,4}[）)]$/u;
/** A space before another mark is that mark's. */
const narrowPair = lazily(
  () => new RegExp(` ?\\((?=${CJK})[^()（）\\n]*(?<=${CJK}[。！？…]?)\\)(?: (?![ ,;:?!]))?`, "gu"),
);
const MIXED_PAIR = /（[^()（）\n]*\)|\([^()（）\n]*）/gu;
const WIDE_MARK =
  /(?<=[\p{Script=Latin}\d)]) ?([，。；：？！（]) ?|([）]) ?(?=[\p{Script=Latin}\d]|$)/gu;
/** A mark of Latin writing has a space after it, unless another mark follows. */
const BEGINS_WORD = /[^\s)\].,;:!?”’"'…]/u;
/** Quick tests, without Unicode classes. */
const PERHAPS_NARROW = /[,;:?!.()]/;
const PERHAPS_WIDE = /[，。；：？！（）]/;
const PERHAPS_HEAPED = /([，、；：。,.])\1|[!！?？]{3}/;
const ANY_CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const TWICE = /([，、；：])\1+|(?<!。)。。(?!。)|(?<=\p{L}),,(?=\s|$)/gu;
/** A pause and the end of a sentence; three marks in a row are a list of marks. */
const CLASHING = /(?<=[\p{L}\p{N}）」』”])(?:[、，]。|。[、，])(?![，、。；：！？])/gu;
const TWO_STOPS = /(?<=\p{L})\.\.(?=\s|$|[)”"])/gu;
const EMPHATIC = /(?<=\p{L})(?:[!！]{3,}|[?？]{3,})/gu;

/** Half-width marks between CJK characters, with the spaces that make up for their width. */
export function narrowMarks(prose: ProseText, language: string): readonly MarkPlace[] {
  const wide = WIDE[language] ?? {};
  const text = withoutCalls(prose.text);
  const places: MarkPlace[] = [];
  if (!PERHAPS_NARROW.test(text)) return places;
  const pairs = [...text.matchAll(narrowPair())].filter((match) =>
    isBesideCjk(text, match.index, match.index + match[0].length),
  );
  // A mark after a bracket stands as the bracket will be.
  const widened = withWideBrackets(text, [...pairs, ...mixedMatches(text)]);
  for (const match of [...widened.matchAll(narrowMark()), ...widened.matchAll(narrowStop())]) {
    const mark = match[0].trim();
    const start = match.index;
    if (mark === "." && NUMBERING.test(text.slice(Math.max(0, start - 4), start))) continue;
    if (start <= 6 && NUMBER_IN_BRACKETS.test(text.slice(0, start))) continue;
    places.push(markPlace(start, match[0], wide[mark] ?? mark));
  }
  for (const match of pairs) {
    const opening = match[0].startsWith(" ") ? 2 : 1;
    const closing = match[0].endsWith(" ") ? 2 : 1;
    const end = match.index + match[0].length;
    places.push({
      start: match.index + opening - 1,
      end: end - closing + 1,
      changes: [
        { start: match.index, end: match.index + opening, meant: wide["("] ?? "(" },
        { start: end - closing, end, meant: wide[")"] ?? ")" },
      ],
    });
  }
  return places;
}

/** Half-width commas between a Latin word and a character, in texts that write nearly all others in full width. */
export function strayCommas(
  proses: readonly ProseText[],
): (prose: ProseText, language: string) => readonly MarkPlace[] {
  const count = (text: string, mark: string): number => text.split(mark).length - 1;
  let wide = 0;
  let narrow = 0;
  for (const { text } of proses) {
    wide += count(text, "，") + count(text, "、");
    narrow += text.includes(",") ? (text.match(mixedComma())?.length ?? 0) : 0;
  }
  if (narrow === 0 || wide < LEAST_WIDE * narrow) return () => [];
  return ({ text }, language) =>
    [...text.matchAll(mixedComma())].map((match) =>
      markPlace(match.index, match[0], WIDE[language]?.[","] ?? ","),
    );
}

/** Full-width marks in a text of Latin words. */
export function wideMarks(prose: ProseText): readonly MarkPlace[] {
  const { text } = prose;
  if (!PERHAPS_WIDE.test(text) || ANY_CJK.test(text)) return [];
  return [...text.matchAll(WIDE_MARK)].map((match) => {
    const mark = match[0].trim();
    const end = match.index + match[0].length;
    const narrow = NARROW[mark] ?? mark;
    const before = mark === "（" ? " " : "";
    const after = mark !== "（" && BEGINS_WORD.test(text[end] ?? "") ? " " : "";
    const found = markPlace(match.index, match[0], before + narrow + after);
    // `[name]:` would define a link.
    const defines = mark === "：" && prose.sourceOf(match.index - 1, end).includes("]");
    return defines ? { ...found, changes: [] } : found;
  });
}

/** Marks written twice: `，，`, `。。`, `,,`. */
export function doubledMarks(prose: ProseText): readonly MarkPlace[] {
  if (!PERHAPS_HEAPED.test(prose.text)) return [];
  return [...prose.text.matchAll(TWICE)].map((match) =>
    markPlace(match.index, match[0], match[0].slice(0, 1)),
  );
}

/** A comma and a full stop in one place: `、。`; the sentence ends there, or goes on. */
export function clashingMarks(prose: ProseText): readonly MarkPlace[] {
  if (!prose.text.includes("。")) return [];
  return [...prose.text.matchAll(CLASHING)].map((match) => ({
    ...markPlace(match.index, match[0], match[0]),
    changes: [],
  }));
}

/** Repeated marks whose meaning only the writer knows: `!!!`, and `..` for a full stop or an ellipsis. */
export function heapedMarks(prose: ProseText): readonly MarkPlace[] {
  if (!PERHAPS_HEAPED.test(prose.text)) return [];
  return [...prose.text.matchAll(EMPHATIC), ...prose.text.matchAll(TWO_STOPS)].map((match) =>
    markPlace(match.index, match[0], match[0].slice(0, 1)),
  );
}

/** Brackets of which one is full-width and the other is not. */
export function mixedPairs(prose: ProseText, language: string): readonly MarkPlace[] {
  if (!/[()]/.test(prose.text)) return [];
  const wide = WIDE[language] ?? {};
  return mixedMatches(prose.text).map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const [pair] = match;
    const change = pair.startsWith("(")
      ? { start, end: start + 1 + leading(pair.slice(1)), meant: wide["("] ?? "(" }
      : { start: start + pair.slice(0, -1).trimEnd().length, end, meant: wide[")"] ?? ")" };
    return { start, end, changes: [change] };
  });
}

function mixedMatches(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(MIXED_PAIR)].filter((match) => text[match.index - 1] !== "]");
}

/** A text of the same length in which the brackets of pairs are full-width. */
function withWideBrackets(text: string, pairs: readonly RegExpExecArray[]): string {
  if (pairs.length === 0) return text;
  const characters = text.split("");
  for (const { 0: pair, index } of pairs) {
    characters[index + leading(pair)] = "（";
    characters[index + pair.trimEnd().length - 1] = "）";
  }
  return characters.join("");
}

/** Whether a pair of brackets follows or precedes CJK writing, or makes up the whole text. */
function isBesideCjk(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  const after = text[end];
  return (
    (before === undefined && after === undefined) ||
    ANY_CJK.test(before ?? "") ||
    (ANY_CJK.test(after ?? "") && !/[\w]/.test(before ?? ""))
  );
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}
