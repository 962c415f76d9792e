import type { Article, Paragraph, Range } from "../../../../src/rules.js";
import { codeTest } from "./star-runs.js";

const RUN = /`+/g;
const LETTER = /[\p{L}\p{N}]/u;
/** What may stand before code within a sentence. */
const BEFORE =
  /^$|[\s\p{Ps}\p{Pi}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：:,/—–-]/u;
const AFTER = /^$|[\s\p{Pe}\p{Pf}\p{Po}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}—–-]/u;

/**
 * The backtick of a paragraph that begins or ends inline code which has no other end; undefined where there is none, or
 * where backticks are quotes or accents: "``so''", "don`t".
 */
export function loneBacktick(article: Article, paragraph: Paragraph): Range | undefined {
  if (!paragraph.text.includes("`")) return undefined;
  const { source, format, markup } = article;
  const { range } = paragraph;
  if (!isOdd(article, range)) return undefined;
  const isCode = codeTest(article);
  const runs = [...source.slice(range.start, range.end).matchAll(RUN)]
    .map(({ index, 0: { length } }) => ({
      start: range.start + index,
      end: range.start + index + length,
    }))
    .filter(
      (run) =>
        source[run.start - 1] !== "\\" &&
        !isCode(run) &&
        (format === "mdx" || markup.slice(run.start, run.end).trim() === ""),
    );
  // Of several, nobody knows which are meant.
  const [run] = runs;
  if (run === undefined || runs.length > 2 || run.end - run.start > 2) return undefined;
  const before = run.start <= range.start ? "" : (source[run.start - 1] ?? "");
  const after = run.end >= range.end ? "" : (source[run.end] ?? "");
  const rest = source.slice(run.end, range.end);
  // The key: Ctrl+`.
  if (before === "+" || /^\s*(?:keys?\b|键|鍵|キー)/iu.test(rest)) return undefined;
  // Faces: ('A`).
  if (/[(（]['’´][^)]{0,3}$/.test(source.slice(Math.max(range.start, run.start - 6), run.start)))
    return undefined;
  // Quotation marks of old: `so'.
  if (/['’‘´]/.test(rest) && !/\p{L}['’]\p{L}/u.test(rest)) return undefined;
  const opens = BEFORE.test(before) && after !== "" && !/[\s`]/.test(after);
  const closes = AFTER.test(after) && before !== "" && !/\s/.test(before);
  if (opens === closes && !(opens && LETTER.test(rest))) return undefined;
  return run;
}

/** Whether one backtick of the lines of a paragraph has no other: some may stand in what the engine takes away. */
function isOdd({ source, lines }: Article, { start, end }: Range): boolean {
  const first = lines.startOf(lines.pointAt(start).line);
  const last = lines.endOf(lines.pointAt(end).line);
  return (source.slice(first, last).match(/`/g)?.length ?? 0) % 2 === 1;
}
