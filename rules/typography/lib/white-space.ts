import {
  type Article,
  type Edit,
  overlapTest,
  type Range,
  rangeOf,
  replace,
  verbatimRangesOf,
} from "../../../src/rules.js";

/** A stretch of white space that serves no reader, with what should stand there instead. */
export interface WhiteSpace {
  readonly kind:
    | "trailing"
    | "no-final-ending"
    | "extra-final-endings"
    | "mixed-endings"
    | "blank-lines"
    | "tab";
  readonly range: Range;
  readonly edits: readonly Edit[];
}

const ENDING = /\r\n|\n|\r/g;
/** An empty line with its ending; the two halves of CRLF are never two lines. */
const EMPTY_LINES = /(?<=\n|\r(?!\n))(?:[ \t]*(?:\r\n|\n|\r(?!\n))){3,}/g;
/** A quick look, without looking back at every character. */
const PERHAPS_EMPTY_LINES = /(?:[\n\r][ \t]*){3}[\n\r]/;
/** What a line may hold before no-break spaces that keep a distance: a mark of Markdown or a tag, no text. */
const KEEPS_DISTANCE = /^[\s>#*+-]*(?:\d{1,9}[.)])?$|[>|]$/;
const FENCE = /^(?:`{3,}|~{3,})/;
const CLOSING_FENCE = /(?:^|[\s>])(?:`{3,}|~{3,})$/;
const FIRST_TWO = /^(?:[ \t]*(?:\r\n|\n|\r(?!\n))){2}/;

/** Needless white space of an article, front matter included, in source order. */
export function needlessWhiteSpace(article: Article): readonly WhiteSpace[] {
  const { source } = article;
  if (source === "") return [];
  const verbatim = verbatimRangesOf(article);
  const isVerbatim = overlapTest(verbatim);
  const fenced = new Map(verbatim.map((range) => [range.end, range]));
  const from = article.frontMatter?.leading.end ?? 0;
  const tail = finalWhiteSpace(source, from);
  const blankLines = surplusBlankLines(article, from, tail.start).filter(
    ({ range }) => !isVerbatim(range),
  );
  const removed = overlapTest(blankLines.map(({ edits }) => edits[0] ?? { start: 0, end: 0 }));
  const trailing = trailingBlanks(article, from, tail).filter(
    ({ range }) =>
      (!isVerbatim(range) || isBehindFence(source, fenced.get(range.end), range)) &&
      !removed(range),
  );
  const found = [...trailing, ...blankLines, ...tabs(article, isVerbatim), ...tail.found];
  const edited = found.flatMap(({ edits }) => edits).sort(byPlace);
  const endings = mixedEndings(source, overlapTest(edited));
  return [...found, ...endings].sort((left, right) => byPlace(left.range, right.range));
}

function byPlace(left: Range, right: Range): number {
  return left.start - right.start || left.end - right.end;
}

/** Whether blanks stand behind the fence that closes a block of code: the fence is no code. */
function isBehindFence(source: string, block: Range | undefined, blanks: Range): boolean {
  const [opening] = FENCE.exec(source.slice(block?.start, blanks.start)) ?? [];
  if (block === undefined || opening === undefined) return false;
  const lineStart = source.lastIndexOf("\n", blanks.start - 1) + 1;
  const [closing] = CLOSING_FENCE.exec(source.slice(lineStart, blanks.start)) ?? [];
  return lineStart > block.start && closing?.trimStart().startsWith(opening) === true;
}

/** The line ending that most lines of a text have. */
function usualEnding(source: string): string {
  const counts = new Map<string, number>();
  for (const [ending] of source.matchAll(ENDING)) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? "\n";
}

/** All endings unlike most, as one place; those that other edits replace are theirs. */
function mixedEndings(source: string, isEdited: (range: Range) => boolean): readonly WhiteSpace[] {
  if (!source.includes("\r")) return [];
  const usual = usualEnding(source);
  const edits = [...source.matchAll(ENDING)]
    .filter(([ending]) => ending !== usual)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: usual }));
  const first = edits[0];
  return first === undefined
    ? []
    : [
        {
          kind: "mixed-endings",
          range: { start: first.start, end: first.end },
          edits: edits.filter((edit) => !isEdited(edit)),
        },
      ];
}

/** What follows the last character of a text, and where it begins. */
function finalWhiteSpace(
  source: string,
  from: number,
): { readonly start: number; readonly found: readonly WhiteSpace[] } {
  const start = Math.max(endOfText(source, 0, source.length, " \t\n\r"), from);
  const [ending] = source.slice(start).match(/\r\n|\n|\r/) ?? [undefined];
  const end = source.length;
  if (ending === undefined) {
    // Blanks at the very end give way to the line ending.
    const edits = [{ start, end, text: usualEnding(source) }];
    return { start, found: [{ kind: "no-final-ending", range: { start: end, end }, edits }] };
  }
  const rest = source.indexOf(ending, start) + ending.length;
  if (rest === end) return { start, found: [] };
  if (/^[^\n\r]*$/.test(source.slice(rest))) {
    // The blanks of the last line are trailing blanks; without them the file ends in a line ending.
    return { start, found: [{ kind: "no-final-ending", range: { start: end, end }, edits: [] }] };
  }
  const range = { start: rest, end };
  return {
    start: rest,
    found: [{ kind: "extra-final-endings", range, edits: [replace(range, "")] }],
  };
}

function trailingBlanks(
  article: Article,
  from: number,
  tail: { readonly start: number; readonly found: readonly WhiteSpace[] },
): readonly WhiteSpace[] {
  const { source, lines, frontMatter, format } = article;
  const [last] = tail.found;
  const limit = last?.kind === "extra-final-endings" ? tail.start : source.length;
  const breaks = lineBreakStarts(article);
  const found: WhiteSpace[] = [];
  for (let line = lines.pointAt(from).line; line <= lines.lineCount; line++) {
    const lineStart = lines.startOf(line);
    const end = lines.endOf(line);
    if (lineStart >= limit && lineStart !== end) break;
    const inFrontMatter = frontMatter !== undefined && lineStart < frontMatter.range.end;
    const start = startOfBlanks(source, lineStart, end, inFrontMatter);
    if (start === end) continue;
    const blanks = source.slice(start, end);
    // YAML allows a tab after a value, and people align comments with it.
    if (inFrontMatter && blanks.includes("\t")) continue;
    // Two blanks after a text are Markdown's line break, kept even where it has no effect.
    if (!inFrontMatter && format !== "html" && start > lineStart && blanks === "  ") continue;
    const covered =
      last?.kind === "no-final-ending" && last.edits.length > 0 && end === source.length;
    const broken = breaks.has(start) || breaks.has(endOfText(source, start, end, " \t"));
    const edits = covered ? [] : [{ start, end, text: broken ? "  " : "" }];
    found.push({ kind: "trailing", range: { start, end }, edits });
  }
  return found;
}

/**
 * Where the blanks at the end of a line begin. No-break spaces after a text count, where pasting left them; as
 * a whole line they keep a distance, and in front matter they belong to the value.
 */
function startOfBlanks(
  source: string,
  lineStart: number,
  end: number,
  inFrontMatter: boolean,
): number {
  const start = endOfText(source, lineStart, end, " \t");
  if (inFrontMatter || source[start - 1] !== "\u00a0") return start;
  const text = source.slice(lineStart, endOfText(source, lineStart, start, " \t\u00a0"));
  return KEEPS_DISTANCE.test(text) ? start : lineStart + text.length;
}

/** Where the blanks begin of which Markdown makes line breaks. */
function lineBreakStarts(article: Article): ReadonlySet<number> {
  return new Set(
    article.elements
      .filter((element) => element.tagName === "br" && article.originOf(element) === "markdown")
      .map((element) => rangeOf(element).start),
  );
}

/** Offset after the last character between two offsets that is none of `blanks`. */
function endOfText(source: string, start: number, end: number, blanks: string): number {
  let at = end;
  while (at > start && blanks.includes(source[at - 1] ?? "x")) at--;
  return at;
}

/** Runs of more than two empty lines between texts; the first two stay. */
function surplusBlankLines(article: Article, from: number, until: number): readonly WhiteSpace[] {
  if (!PERHAPS_EMPTY_LINES.test(article.source)) return [];
  const runs = article.source.matchAll(EMPTY_LINES);
  return [...runs]
    .map((match) => {
      const kept = FIRST_TWO.exec(match[0])?.[0].length ?? 0;
      const range = { start: match.index, end: match.index + match[0].length };
      const edits = [{ start: match.index + kept, end: range.end, text: "" }];
      return { kind: "blank-lines" as const, range, edits };
    })
    .filter(({ range }) => range.start >= from && range.end <= until);
}

/** Tabs between the words of a text. */
function tabs(article: Article, isVerbatim: (range: Range) => boolean): readonly WhiteSpace[] {
  if (!article.source.includes("\t")) return [];
  return article.texts.flatMap((node) => {
    const { start, end } = rangeOf(node);
    const slice = article.source.slice(start, end);
    if (!slice.includes("\t")) return [];
    return [...slice.matchAll(/(?<=[^\s>])[ ]*\t[ \t]*(?=[^\s<])/g)]
      .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
      .filter((range) => !isVerbatim(range))
      .map((range) => ({ kind: "tab" as const, range, edits: [replace(range, " ")] }));
  });
}
