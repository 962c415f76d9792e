import type { WhyLeft } from "../../report/fix-summary.js";
import type { Edit, Finding } from "../../rule/index.js";
import type { RunOutcome } from "../../run/outcome.js";
import type { FixArguments } from "./fix-arguments.js";

/** Which findings are to be silenced: those that the report shows, without what a baseline knows. */
export function silenceable(
  { report }: RunOutcome,
  isMeant: (rule: string) => boolean,
  quiet: boolean,
): (finding: Finding) => boolean {
  const keyOf = (path: string, rule: string, messageId: string, start: number, end: number) =>
    `${path}\n${rule} ${messageId} ${start} ${end}`;
  const shown = new Set(
    report.files.flatMap(({ path, findings }) =>
      findings
        .filter(({ severity }) => !quiet || severity === "error")
        .map(({ rule, messageId, start, end }) =>
          keyOf(path, rule, messageId, start.offset, end.offset),
        ),
    ),
  );
  return ({ path, rule, messageId, range }) =>
    isMeant(rule) && shown.has(keyOf(path, rule, messageId, range.start, range.end));
}

/** What is still found and could be changed, and why it is not. */
export function leftOf(
  { found }: RunOutcome,
  { suggestions: isSuggested }: FixArguments,
  {
    editsFor,
    refused,
    isImpossible,
  }: {
    readonly editsFor: (finding: Finding) => readonly Edit[] | undefined;
    readonly refused: ReadonlyMap<string, string>;
    isImpossible(finding: Finding): boolean;
  },
): readonly { readonly finding: Finding; readonly why: WhyLeft }[] {
  const whyLeft = (finding: Finding): WhyLeft | undefined => {
    const { fix, suggestions, path } = finding;
    if (fix === undefined && suggestions.length === 0) return undefined;
    if (fix === undefined && suggestions.length > 1) return "choice";
    if (isImpossible(finding)) return "others";
    if (editsFor(finding) !== undefined) return refused.has(path) ? "file" : "fix";
    return fix !== undefined || isSuggested ? "other rule" : "suggestion";
  };
  return [...found.values()].flat().flatMap((finding) => {
    const why = whyLeft(finding);
    return why === undefined ? [] : [{ finding, why }];
  });
}
