import type { FormatContext } from "../format.js";
import type { ReportFinding } from "../model.js";
import { relatedGroups } from "../related.js";
import { neutralise } from "../text/neutralise.js";
import { repositoryPath } from "./place.js";

/** What a finding says, in lines: what is wrong, why it matters, what to do, its other places, the page of its rule. */
export function linesOf(finding: ReportFinding, context: FormatContext): readonly string[] {
  const related = relatedGroups(finding.related ?? []).map(({ message, places, omitted }) => {
    const list = places.map(
      ({ path, start }) => `${repositoryPath(context, path)}:${start.line}:${start.column}`,
    );
    return `${message}: ${list.join(", ")}${omitted > 0 ? ` and ${omitted} more` : ""}`;
  });
  return [finding.message, finding.why, finding.help, ...related, finding.url ?? ""]
    .filter((line) => line !== "")
    .map(neutralise);
}
