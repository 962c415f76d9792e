import { structuredPatch } from "diff";
import pc from "picocolors";
import { neutralise } from "../../report/text/neutralise.js";

/** Most lines that are shown of one change. */
const MOST_LINES = 12;
/** Characters of a long line before the place where it changes. */
const LEAD = 24;

/** What a change does to a text, in a few lines that are safe to print. */
export function smallDiff(
  before: string,
  after: string,
  { color, width }: { readonly color: boolean; readonly width: number },
): readonly string[] {
  const colors = pc.createColors(color);
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 0 });
  const lines = hunks.flatMap(({ lines: changed }) => {
    const at = firstDifference(changed);
    return changed.filter((line) => /^[+-]/.test(line)).map((line) => shortened(line, at, width));
  });
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => (line.startsWith("+") ? colors.green(line) : colors.red(line)));
  return lines.length > MOST_LINES
    ? [...shown, colors.dim(`… and ${lines.length - MOST_LINES} more lines`)]
    : shown;
}

/** Where the first removed and the first added line begin to differ; 0 where there is only one of them. */
function firstDifference(lines: readonly string[]): number {
  const removed = lines.find((line) => line.startsWith("-"))?.slice(1);
  const added = lines.find((line) => line.startsWith("+"))?.slice(1);
  if (removed === undefined || added === undefined) return 0;
  let at = 0;
  while (at < removed.length && removed[at] === added[at]) at++;
  return at;
}

function shortened(line: string, at: number, width: number): string {
  const from = at + LEAD > width ? at - LEAD : 0;
  const text = line.slice(1 + from);
  const room = width - 4;
  const end = text.length > room ? "…" : "";
  // A line that only loses blanks at its end looks the same as before.
  const visible = text.slice(0, room).replace(/[ \t]+$/, (blanks) => "·".repeat(blanks.length));
  return neutralise(`${line.slice(0, 1)} ${from > 0 ? "…" : ""}${visible}${end}`);
}
