import { plural } from "../count.js";
import type { ReportFile } from "../model.js";
import type { Page } from "./page.js";

/**
 * How many findings were shown, and the commands that show the others.
 *
 * @param shown undefined where none were to be shown
 */
export function restLines(
  page: Page,
  files: readonly ReportFile[],
  {
    shown,
    areInfosHidden,
  }: { readonly shown: number | undefined; readonly areInfosHidden: boolean },
): readonly string[] {
  const { colors } = page;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["one rule", page.commandFor({ rule: largestRule(files) })],
    ["one file", page.commandForFile(largestFile(files))],
    ["all", page.commandFor({ everything: true })],
  ];
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const hidden = areInfosHidden ? ", infos only counted" : "";
  const count =
    shown === undefined ? "" : `${shown} of ${plural(total, "finding")} shown${hidden}. `;
  const commands = rows.flatMap(([what, command]) =>
    command === undefined ? [] : [`  ${colors.green(what.padEnd(8))}  ${command}`],
  );
  if (commands.length === 0) return count === "" ? [] : [count.trimEnd()];
  return [`${count}To see`, ...commands];
}

/** The rule with the most findings of the gravest severity, as an example of what to look at first. */
function largestRule(files: readonly ReportFile[]): string {
  const counts = new Map<string, number>();
  for (const { findings } of files)
    for (const { rule, severity } of findings) {
      counts.set(rule, (counts.get(rule) ?? 0) + WEIGHT[severity]);
    }
  return largest(counts);
}

function largestFile(files: readonly ReportFile[]): string {
  return largest(
    new Map(
      files.map(({ path, findings }) => [
        path,
        findings.reduce((sum, { severity }) => sum + WEIGHT[severity], 0),
      ]),
    ),
  );
}

/** An error outweighs all warnings, and a warning all infos. */
const WEIGHT = { error: 1e12, warning: 1e6, info: 1 } as const;

function largest(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? "";
}
