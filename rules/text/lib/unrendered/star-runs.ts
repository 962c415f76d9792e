import {
  type Article,
  codeRangesOf,
  overlapTest,
  type Paragraph,
  perArticle,
  type Range,
} from "../../../../src/rules.js";

/** Two or three asterisks that are meant as emphasis, and how CommonMark reads them. */
export interface StarRun extends Range {
  /** Whether emphasis may begin or end here (CommonMark 0.31, 6.2). */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The characters on both sides; empty at the edges of the paragraph. */
  readonly before: string;
  readonly after: string;
}

export type StarDefect =
  /** A punctuation mark inside and a letter outside. */
  | { readonly kind: "mark"; readonly open: StarRun; readonly close: StarRun }
  /** A space inside. */
  | { readonly kind: "space"; readonly open: StarRun; readonly close: StarRun }
  /** Emphasis that begins and never ends. */
  | { readonly kind: "unclosed"; readonly open: StarRun };

const CODE: ReadonlySet<string> = new Set(["code", "pre", "kbd", "samp", "svg", "math", "script"]);
const MARK = /^[\p{P}\p{S}]$/u;
/** A letter or digit, alone. */
export const LETTER = /^[\p{L}\p{N}]$/u;
/** Emphasis on one line that renders. */
const EMPHASIS = /(?<!\*)(\*{1,2})(?![\s*])[^*\n]{0,400}(?<![\s*])\1(?!\*)/g;
/** Two words, or one that is no name of a variable. */
const WORDS =
  /[\p{L}\p{N}]{2}[^\p{L}]{1,40}\p{L}{2}|\p{L}{4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** One short word, where nothing else than the space is wrong. */
const SHORT_WORD = /^\p{Ll}{2,3} $/u;
const OPERATION = /[=(){};]|^\s*[\d.]+\s*$|^\s*\w\s*$/;
/** `**kwargs` of Python, and names with underscores. */
const ARGUMENT = /^(?:[a-z]*(?:kwargs|kwds|args|opts|options|params|props|fields|data)|\w*_\w*)\b/i;
/** A link, a quotation, code or a picture sign at the beginning of a text; neither a number in brackets nor a class of characters. */
const MARKED_START =
  /^(?:\[(?!\d{1,3}\])[^\]\n]{1,80}\][(,[]|[“"「『《`]|\p{Extended_Pictographic}).*\p{L}{2,}\s+\p{L}+/su;
/** A second footnote is often marked so. */
const FOOTNOTE_MARK = /[\p{L}\p{N})\]€$£%][ \u00a0]?\\?\*{1,3}(?=[\s,.;:|)]|$)/u;

/** Whether a place of an article is code, where Markdown's marks stand for themselves. */
export const codeTest = perArticle((article) =>
  overlapTest([...codeRangesOf(article, CODE)].sort((left, right) => left.start - right.start)),
);

/** The emphasis of a paragraph that readers see as asterisks, and the place from its first to its last run. */
export function starDefects(
  article: Article,
  paragraph: Paragraph,
): { readonly defects: readonly StarDefect[]; readonly span: Range } {
  const runs = paragraph.text.includes("**") ? starRuns(article, paragraph) : undefined;
  const span = { start: runs?.[0]?.start ?? 0, end: runs?.at(-1)?.end ?? 0 };
  return { defects: runs === undefined ? [] : defectsOf(article, paragraph, runs), span };
}

function defectsOf(
  article: Article,
  paragraph: Paragraph,
  runs: readonly StarRun[],
): readonly StarDefect[] {
  const left = leftOver(article, paragraph);
  if (left.size === 0) return [];
  const { source } = article;
  if (runs.length % 2 === 1) {
    const open = runs.find((run) => left.has(run.start));
    return open !== undefined && isUnclosed(article, paragraph, open)
      ? [{ kind: "unclosed", open }]
      : [];
  }
  const found: StarDefect[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    const open = runs[index];
    const close = runs[index + 1];
    if (open === undefined || close === undefined) break;
    const inner = source.slice(open.end, close.start);
    if (open.end - open.start !== close.end - close.start || (open.opens && close.closes)) continue;
    if (isSpace(open.after) || isSpace(close.before)) {
      const isArgument = close.opens && ARGUMENT.test(source.slice(close.end, close.end + 40));
      if (!isArgument && isSpaced(open, close, inner)) found.push({ kind: "space", open, close });
    } else if (LETTER.test(open.before) && !open.opens) {
      if (WORDS.test(inner)) found.push({ kind: "mark", open, close });
    } else if (open.opens && LETTER.test(close.after) && WORDS.test(inner)) {
      found.push({ kind: "mark", open, close });
    }
  }
  return found;
}

function isSpaced(open: StarRun, close: StarRun, inner: string): boolean {
  const isWord =
    open.opens && isEdge(open.before) && isSpace(close.after) && SHORT_WORD.test(inner);
  if (/[\n\r]/.test(inner) || !(WORDS.test(inner) || isWord)) return false;
  // `price** and ** members only`: the marks of two footnotes.
  if (isSpace(open.after) && !isEdge(open.before)) return false;
  if (isSpace(open.after) && isSpace(close.before)) {
    return !OPERATION.test(inner) && !/\d/.test(open.before);
  }
  return true;
}

function isUnclosed(article: Article, { range, text }: Paragraph, open: StarRun): boolean {
  const { source } = article;
  const isFirst = open.start <= range.start;
  const rest = source.slice(open.end, range.end);
  const begins = LETTER.test(open.after) || (isFirst && MARKED_START.test(rest));
  if (!open.opens || open.closes || !begins) return false;
  if (ARGUMENT.test(rest) || /^\w+[ \t]*[),\]=]/.test(rest) || !WORDS.test(rest)) return false;
  return !(isFirst && hasFootnoteMark(article)) && text.length > 4;
}

/** Whether a mark of a footnote refers to a text that begins with one; emphasis ends with such signs, too. */
const hasFootnoteMark = perArticle(({ source, bodyStart }) =>
  FOOTNOTE_MARK.test(source.slice(bodyStart).replace(EMPHASIS, "")),
);

/** Where the parser left asterisks in the text. */
function leftOver(article: Article, { text, offsetOf }: Paragraph): ReadonlySet<number> {
  const places = new Set<number>();
  for (const match of text.matchAll(/\*{2,}/g)) {
    const at = offsetOf(match.index);
    // Not an escape or a character reference.
    if (article.source.startsWith("**", at)) places.add(at);
  }
  return places;
}

/** The runs of a paragraph in order; undefined where asterisks are part of something else. */
function starRuns(article: Article, { range }: Paragraph): readonly StarRun[] | undefined {
  const { source, format, markup } = article;
  const isCode = codeTest(article);
  let { start, end } = range;
  while (source[start - 1] === "*") start--;
  while (source[end] === "*") end++;
  const runs: StarRun[] = [];
  for (const match of source.slice(start, end).matchAll(/(?<!\\)(?:\\\\)*(\*+)/g)) {
    const stars = match[1] ?? "";
    const to = start + match.index + match[0].length;
    const place = { start: to - stars.length, end: to };
    if (stars.length === 1 || isCode(place)) continue;
    if (format !== "mdx" && markup.slice(place.start, place.end).trim() !== "") continue;
    // Rows of stars, globs, comments and titles of links.
    const around = `${source[place.start - 1] ?? ""}${source[place.end] ?? ""}`;
    if (stars.length > 3 || /[/\\"'=$]/.test(around.replace(/\\$/, ""))) return undefined;
    runs.push(starRun(source, place, start, end));
  }
  return runs;
}

function starRun(source: string, place: Range, start: number, end: number): StarRun {
  const before = place.start <= start ? "" : lastCharacter(source.slice(0, place.start));
  const after = place.end >= end ? "" : String.fromCodePoint(source.codePointAt(place.end) ?? 32);
  const opens = !isSpace(after) && !(MARK.test(after) && !isSpace(before) && !MARK.test(before));
  const closes = !isSpace(before) && !(MARK.test(before) && !isSpace(after) && !MARK.test(after));
  return { ...place, before, after, opens, closes };
}

function lastCharacter(text: string): string {
  return /[\uDC00-\uDFFF]$/.test(text) ? text.slice(-2) : text.slice(-1);
}

/** Whether a character is white space, or none. */
export function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

/** Whether a word may begin after a character. */
function isEdge(character: string): boolean {
  return isSpace(character) || /[([{（「『“‘—–:：，。；、]/.test(character);
}
