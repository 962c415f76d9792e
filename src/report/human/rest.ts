import { plural } from "../count.js";
import type { Report } from "../model.js";
import { ownFindings } from "../order.js";
import type { Page } from "./page.js";
import { ruleCounts } from "./rule-counts.js";
import { totalOf } from "./summary.js";

/**
 * How many findings were shown, and the commands that show the others.
 *
 * @param shown undefined where none were to be shown
 */
export function restLines(
  page: Page,
  report: Report,
  {
    shown,
    areInfosHidden,
  }: { readonly shown: number | undefined; readonly areInfosHidden: boolean },
): readonly string[] {
  const { colors } = page;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["one rule", page.commandFor({ rule: ruleCounts(report)[0]?.rule ?? "" })],
    ["one file", page.commandForFile(largestFile(report))],
    ["all", page.commandFor({ everything: true })],
  ];
  const hidden = areInfosHidden ? ", infos only counted" : "";
  const count =
    shown === undefined ? "" : `${shown} of ${plural(totalOf(report), "finding")} shown${hidden}. `;
  const commands = rows.flatMap(([what, command]) =>
    command === undefined ? [] : [`  ${colors.green(what.padEnd(8))}  ${command}`],
  );
  if (commands.length === 0) return count === "" ? [] : [count.trimEnd()];
  return [`${count}To see`, ...commands];
}

/** The file with the most findings of the gravest severity, as an example of what to look at first. */
function largestFile({ files, causes }: Report): string {
  const weights = files.map((file) => ({
    path: file.path,
    weight: ownFindings(file, causes).reduce((sum, { severity }) => sum + WEIGHT[severity], 0),
  }));
  return weights.sort((a, b) => b.weight - a.weight)[0]?.path ?? "";
}

/** An error outweighs all warnings, and a warning all infos. */
const WEIGHT = { error: 1e12, warning: 1e6, info: 1 } as const;
