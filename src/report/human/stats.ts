import pc from "picocolors";
import { plural } from "../count.js";
import type { ReportStats } from "../model.js";
import { guardLines, neutralise } from "../text/neutralise.js";
import { tableLines } from "../text/table.js";

type Row = readonly string[];

/** The run time of phases and rules as text, the slowest first. */
export function formatStats(
  stats: ReportStats,
  { files, color }: { readonly files: number; readonly color: boolean },
): string {
  const colors = pc.createColors(color);
  const share = (ms: number): string =>
    `${(stats.totalMs === 0 ? 0 : (ms * 100) / stats.totalMs).toFixed(1)} %`;
  const ofRules = stats.rules.map(({ rule, checkMs, siteMs }) => ({
    name: rule,
    ms: checkMs + siteMs,
    checkMs,
    siteMs,
  }));
  const phases = [
    ...stats.phases,
    { name: "rules", ms: ofRules.reduce((sum, { ms }) => sum + ms, 0) },
  ].sort((a, b) => b.ms - a.ms);
  const head = `${time(stats.totalMs)} for ${plural(files, "file")}, ${stats.filesPerSecond.toFixed(1)} files per second`;
  const parts = [
    [colors.bold(head)],
    table(
      ["phase", "ms", "share"],
      phases.map(({ name, ms }) => [name, number(ms), share(ms)]),
      colors.dim,
    ),
    table(
      ["rule", "ms", "share", "articles", "site"],
      ofRules.map(({ name, ms, checkMs, siteMs }) => [
        neutralise(name),
        number(ms),
        share(ms),
        checkMs === 0 ? "" : number(checkMs),
        siteMs === 0 ? "" : number(siteMs),
      ]),
      colors.dim,
    ),
    [
      colors.dim(
        "Data that several rules need is computed once; its time counts for the first of them.",
      ),
    ],
  ];
  return guardLines(`${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`);
}

function time(milliseconds: number): string {
  return milliseconds < 1000
    ? `${milliseconds.toFixed(0)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;
}

function number(milliseconds: number): string {
  return milliseconds.toFixed(1);
}

/** Lines of a table: the first column to the left, numbers to the right. */
function table(head: Row, rows: readonly Row[], dim: (text: string) => string): readonly string[] {
  const numbers = new Set(head.keys());
  numbers.delete(0);
  const [first = "", ...lines] = tableLines([head, ...rows], numbers, "   ");
  return [dim(first), ...lines];
}
