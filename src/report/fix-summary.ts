import type { TakenBack } from "../fix/change.js";
import type { Finding } from "../rule/index.js";
import { plural } from "./count.js";
import { neutralise } from "./text/neutralise.js";

/** What came of fixing, as far as a summary tells it. */
export interface FixSummary {
  /** How many files have changed. */
  readonly files: number;
  readonly fixed: readonly Finding[];
  readonly takenBack: readonly TakenBack[];
  readonly overlapping: readonly Finding[];
  /** Articles that were to be changed and are not, by path, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
  /** Whether nothing is written. */
  readonly isDryRun: boolean;
  /** Whether findings were silenced, not fixed. */
  readonly isSilencing: boolean;
  /** What is still found, and what could be done about it. */
  readonly left: readonly { readonly finding: Finding; readonly why: WhyLeft }[];
  readonly pathOf: (path: string) => string;
}

/** Why something is left that could be changed: a person has to ask for it, to choose, or something is in the way. */
export type WhyLeft = "suggestion" | "choice" | "file" | "others" | "other rule" | "fix";

const REASONS: Readonly<Record<Exclude<WhyLeft, "fix">, string>> = {
  suggestion: "with a suggestion that --fix-suggestions makes",
  choice: "with several suggestions to choose from",
  file: "in files that are not changed",
  others: "made in all articles or in none",
  "other rule": "not asked for by --fix-rule",
};

const VERBS = {
  fix: { plain: "fix", done: "fixed", left: "overlapping others" },
  silence: { plain: "silence", done: "silenced", left: "with no place for a directive" },
} as const;

/** What was fixed and what was not, rule by rule. */
export function fixSummary(summary: FixSummary): string {
  const { files, fixed, refused, takenBack, isDryRun, isSilencing, pathOf } = summary;
  const verb = VERBS[isSilencing ? "silence" : "fix"];
  const lines = [
    fixed.length === 0
      ? `Nothing to ${verb.plain}.`
      : `${isDryRun ? `Would ${verb.plain}` : capitalized(verb.done)} ${plural(fixed.length, "finding")} in ${plural(files, "file")}.`,
    ...ruleLines(summary),
  ];
  for (const [path, reason] of refused)
    lines.push(`${shown(pathOf(path))} is not changed: ${neutralise(reason)}`);
  if (takenBack.length > 0) {
    lines.push(
      "Taken back, since the result was worse. These are defects of the rules; please report them:",
    );
    for (const { finding, reason } of takenBack.slice(0, MOST_SHOWN))
      lines.push(`  ${finding.rule} in ${shown(pathOf(finding.path))}: ${neutralise(reason)}`);
    if (takenBack.length > MOST_SHOWN) lines.push(`  … and ${takenBack.length - MOST_SHOWN} more`);
  }
  return `${lines.join("\n")}\n`;
}

const MOST_SHOWN = 20;

function ruleLines({
  fixed,
  takenBack,
  overlapping,
  left,
  isDryRun,
  isSilencing,
}: FixSummary): readonly string[] {
  const verb = VERBS[isSilencing ? "silence" : "fix"];
  const rules = new Map<string, Map<string, number>>();
  const count = (rule: string, what: string): void => {
    const counts = rules.get(rule) ?? new Map<string, number>();
    counts.set(what, (counts.get(what) ?? 0) + 1);
    rules.set(rule, counts);
  };
  for (const { rule } of fixed) count(rule, isDryRun ? `to ${verb.plain}` : verb.done);
  for (const { finding } of takenBack) count(finding.rule, "taken back");
  for (const { rule } of overlapping) count(rule, verb.left);
  for (const { finding, why } of left) if (why !== "fix") count(finding.rule, REASONS[why]);
  const width = [...rules.keys()].reduce((widest, { length }) => Math.max(widest, length), 0);
  return [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, counts]) => {
      const all = [...counts].map(([what, number]) => `${number} ${what}`);
      return `  ${rule.padEnd(width)}  ${all.join(", ")}`;
    });
}

function shown(path: string): string {
  return neutralise(path);
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
