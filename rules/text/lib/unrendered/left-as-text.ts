import {
  type Article,
  type Element,
  lineEndingOf,
  type Paragraph,
  type Range,
  rangeOf,
} from "../../../../src/rules.js";

/** A row of a table as it is written. */
const ROW = /^\|.*\|$/;
const DELIMITERS = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+$/;
/** The same without `|` at the sides; a setext underline has none at all. */
const OPEN_DELIMITERS = /^:?-{2,}:?(?:[ \t]*\|[ \t]*:?-{2,}:?)+$/;
const SPACED_DELIMITERS = /^(?=[^-]*-)[|:\- ]*$/;
const WORD =
  /[\p{L}\p{N}]{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** `##Title`: one `#` would be a tag, and a number may be that of an issue. */
const HEADING = /(?<=^|\n)(#{2,6})(?=[\p{L}\p{N}])(?!\d+\s*$|\d+[^\p{L}\n]*$)[^\n#]*/gmu;

/** Rows that the parser left as a paragraph, because no row of hyphens follows the first. */
export interface LooseTable {
  readonly range: Range;
  /** The table with the missing row; undefined where a container's prefix would have to be repeated. */
  readonly mended: string | undefined;
  readonly delimiterRow: string;
  /** The cells of a row of hyphens that does not match the first row. */
  readonly mismatch: { readonly header: number; readonly delimiters: number } | undefined;
  /** Whether the second row is one of hyphens with blanks between them, with as many cells as the first. */
  readonly hasSpacedDelimiters?: boolean;
}

export function looseTable(article: Article, element: Element): LooseTable | undefined {
  const range = rangeOf(element);
  const written = article.source.slice(range.start, range.end);
  if (!written.includes("|")) return undefined;
  const lines = written.split(/\r?\n/);
  // What a template tag says is no part of the row, bars in it included.
  const rows = withoutTemplates(article, range)
    .split(/\r?\n/)
    .map((line) =>
      line
        .trim()
        .replace(/^(?:>[ \t]?)+/, "")
        .trim(),
    );
  const [first = "", second = ""] = rows;
  if (OPEN_DELIMITERS.test(second) && rows.every((row) => row.includes("|"))) {
    const [header, delimiters] = [cellCount(`|${first}|`), cellCount(`|${second}|`)];
    if (header === delimiters || !WORD.test(first)) return undefined;
    return { range, mended: undefined, delimiterRow: "", mismatch: { header, delimiters } };
  }
  if (isBareTable(rows)) {
    const row = ` --- |`.repeat(first.split("|").length).slice(1, -2);
    return { range, mended: undefined, delimiterRow: row, mismatch: undefined };
  }
  if (rows.length < 2 || !rows.every((row) => ROW.test(row)) || !WORD.test(rows.join("")))
    return undefined;
  const count = cellCount(first);
  if (count < 2) return undefined;
  const delimiterRow = `|${" --- |".repeat(count)}`;
  if (DELIMITERS.test(second)) {
    const delimiters = cellCount(second);
    if (delimiters === count) return undefined;
    return { range, mended: undefined, delimiterRow, mismatch: { header: count, delimiters } };
  }
  if (rows.some((row) => cellCount(row) !== count)) return undefined;
  const { line } = article.lines.pointAt(range.start);
  const prefix = article.source.slice(article.lines.startOf(line), range.start);
  const isPlain = /^\uFEFF?$/.test(prefix) && lines.every((text) => text.startsWith("|"));
  const [header = "", ...body] = lines;
  const mended = [header, delimiterRow, ...body].join(lineEndingOf(article.source));
  const hasSpacedDelimiters = SPACED_DELIMITERS.test(second);
  return {
    range,
    mended: isPlain ? mended : undefined,
    delimiterRow,
    mismatch: undefined,
    hasSpacedDelimiters,
  };
}

const LEAST_BARE = 3;

/** Rows without bars at the sides, of three cells or more each, none of which is empty or long. */
function isBareTable(rows: readonly string[]): boolean {
  if (rows.length < LEAST_BARE || rows.some((row) => /^\||\|$|\|\||`/.test(row))) return false;
  const counts = new Set(rows.map((row) => row.split(" | ").length));
  const [count = 0] = counts;
  const bars = rows.every((row) => row.split("|").length === count);
  return (
    counts.size === 1 && bars && count >= LEAST_BARE && !/<[a-z/]|\]\(|https?:/i.test(rows.join(""))
  );
}

/** The template tags that begin in a range; all of an article are in order. */
function tagsIn({ templateTags }: Article, { start, end }: Range): Article["templateTags"] {
  const from = firstFrom(templateTags, start);
  return templateTags.slice(from, firstFrom(templateTags, end));
}

function firstFrom(tags: Article["templateTags"], offset: number): number {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tags[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutTemplates(article: Article, { start, end }: Range): string {
  const { source } = article;
  let text = "";
  let at = start;
  for (const { range } of tagsIn(article, { start, end })) {
    if (range.start < at || range.end > end) continue;
    const tag = source.slice(range.start, range.end);
    text += source.slice(at, range.start) + tag.replace(/[^\r\n]/g, "x");
    at = range.end;
  }
  return text + source.slice(at, end);
}

const REPEATS =
  /^(?:end|for|each|tablerow|range|if|unless|else|elsif|elif|case|when|with|raw|capture)/;

/** Whether template tags may make other cells of the first two rows of a table than are written. */
export function hasTemplateCells(article: Article, table: Range): boolean {
  const { source } = article;
  const feed = source.indexOf("\n", table.start);
  const next = source.indexOf("\n", feed + 1);
  const end = next === -1 || next > table.end ? table.end : next;
  return tagsIn(article, { start: table.start, end }).some(({ kind, name, range }) => {
    if (range.end <= table.start || range.start >= end) return false;
    if (range.start > feed || range.end > feed) return true;
    // A cell with nothing but a tag may be several.
    const before = source.slice(table.start, range.start).trimEnd();
    const after = source.slice(range.end, feed).trimStart();
    const isWhole = before.endsWith("|") && after.startsWith("|") && kind !== "tag";
    return isWhole || (kind !== "tag" && kind !== "expression") || REPEATS.test(name);
  });
}

function cellCount(row: string): number {
  return row.replace(/\\\||`[^`]*`/g, "x").split("|").length - 2;
}

/** The `#` signs of headings that lack the space after them. */
export function tightHeadings(article: Article, paragraph: Paragraph): readonly Range[] {
  const { text } = paragraph;
  if (!text.includes("##")) return [];
  return [...text.matchAll(HEADING)].flatMap((match) => {
    const signs = match[1] ?? "";
    const start = paragraph.offsetOf(match.index);
    const range = { start, end: start + signs.length };
    return article.source.slice(range.start, range.end) === signs ? [range] : [];
  });
}

const SHORT_FENCE = /^[ \t>]*(``)[ \t]*\r?$/m;

/** Two backticks on a line of their own in a fenced block: they were to close it, or close a block that holds another. */
export function shortFence(article: Article, pre: Element): Range | undefined {
  const { start, end } = rangeOf(pre);
  const written = article.source.slice(start, end);
  if (!/^```(?!`)/.test(written)) return undefined;
  const found = SHORT_FENCE.exec(written);
  if (found === null) return undefined;
  const at = start + found.index + found[0].indexOf("``");
  return { start: at, end: at + 2 };
}

/** A fence with a language in a block of code, which closes nothing: the block ends only at the next bare fence. */
export function innerFence(article: Article, pre: Element): Range | undefined {
  const { start, end } = rangeOf(pre);
  const lines = article.source.slice(start, end).split("\n");
  const mark = /^(`{3,}|~{3,})/.exec(lines[0] ?? "")?.[1];
  if (mark === undefined) return undefined;
  const indent = start - (article.source.lastIndexOf("\n", start - 1) + 1);
  let at = start;
  for (const [index, line] of lines.entries()) {
    const [, before = "", fence = "", language] =
      /^([\s>]*)(`{3,}|~{3,})[ \t]*([a-z][\w+#.-]*)(?=[\s{]|$)/i.exec(line) ?? [];
    // What is indented by four is no fence to the parser, but an example of one.
    const isDeeper = before.length - indent >= 4;
    if (index > 0 && language !== undefined && fence.startsWith(mark) && !isDeeper) {
      const from = at + before.length;
      return { start: from, end: from + line.trimEnd().length - before.length };
    }
    at += line.length + 1;
  }
  return undefined;
}

/** The opening fence of a code block that no fence closes. */
export function openFence(article: Article, pre: Element): Range | undefined {
  const { start, end } = rangeOf(pre);
  const lines = article.source.slice(start, end).split(/\r?\n/);
  const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? "")?.[1];
  if (fence === undefined) return undefined;
  const last = (lines.length > 1 ? lines.at(-1) : "")?.replace(/^[\s>]+/, "").trimEnd() ?? "";
  const isClosed = last.length >= fence.length && last === fence.slice(0, 1).repeat(last.length);
  return isClosed ? undefined : { start, end: start + (lines[0]?.trimEnd().length ?? 0) };
}
