import { type CodeBlock, numbersLines, withoutTexts } from "../../../../src/rules.js";

/** A line that a fence highlights and that the block does not have. */
export interface MissingLine {
  readonly line: number;
  /** Whether the line ends a range that begins within the block. */
  readonly isEnd: boolean;
}

/** The first line that a fence highlights and that the block does not have; else the end of a range. */
export function missingHighlight(block: CodeBlock): MissingLine | undefined {
  if (numbersLines(block)) return undefined;
  const plain = withoutTexts(block);
  const { lines } = block;
  const listed =
    /(?:^|\s)\{([\d,\s-]+)\}/.exec(plain)?.[1] ??
    /\bhl_lines=(?:"([\d\s-]+)"|\[([\d,\s"-]+)\])/.exec(plain)?.slice(1).join("");
  const ranges = (listed?.split(/[,\s"]+/) ?? [])
    .filter((entry) => /^\d+(?:-\d+)?$/.test(entry))
    .map((entry) => entry.split("-").map(Number));
  const [line] = ranges.find(([first = 0]) => first > lines.length) ?? [];
  if (line !== undefined) return { line, isEnd: false };
  // All of the code is meant by a range from its first line on, and one line more changes nothing.
  const [, last] = ranges.find(([first = 0, end = 0]) => first > 1 && end > lines.length + 1) ?? [];
  return last === undefined ? undefined : { line: last, isEnd: true };
}
