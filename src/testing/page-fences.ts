import { largest } from "../article/largest.js";
import { patternAround } from "../patterns/around.js";
/** A fenced block of a Markdown page. Lines count from 0; `start` and `end` are those of the fences. */
export interface Fence {
  readonly start: number;
  readonly end: number;
  /** The words after the opening fence, e.g. `["md", "example", "path=a.md"]`. */
  readonly words: readonly string[];
  /** The content lines, without the fences. */
  readonly lines: readonly string[];
}

const OPENING = /^(`{3,})\s*([^`]*)$/;

/**
 * Fenced blocks of a page, in order. A block ends at a fence of at least the opening's length (CommonMark
 * 0.31, section 4.5), so a longer outer fence may hold shorter ones.
 *
 * @throws {Error} when a fence is not closed.
 */
export function readFences(page: string): readonly Fence[] {
  const lines = page.split("\n");
  const fences: Fence[] = [];
  for (let start = 0; start < lines.length; start++) {
    const opening = OPENING.exec(lines[start] ?? "");
    if (opening === null) continue;
    const [, marks = "", info = ""] = opening;
    const closing = patternAround()`^\`{${marks.length},}\s*$`;
    const end = lines.findIndex((line, index) => index > start && closing.test(line));
    if (end === -1) throw new Error(`The fence in line ${start + 1} is not closed.`);
    fences.push({
      start,
      end,
      words: info.split(/\s+/).filter((word) => word !== ""),
      lines: lines.slice(start + 1, end),
    });
    start = end;
  }
  return fences;
}

/** A fenced block as Markdown, its marks longer than any run of backticks inside. */
export function writeFence(info: string, content: readonly string[]): readonly string[] {
  const runs = content.flatMap((line) => line.match(/`{3,}/g) ?? []);
  const longest = largest(
    runs.map((run) => run.length),
    2,
  );
  const marks = "`".repeat(longest + 1);
  return [`${marks}${info}`, ...content, marks];
}
