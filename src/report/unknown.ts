import type { ReportSummary, ReportUnknownReference } from "./model.js";

type Reason = ReportUnknownReference["reason"];

/** What each reason says of references that are not judged. */
const REASONS: readonly (readonly [reason: Reason, text: string])[] = [
  ["template", "written by a template"],
  ["incomplete", "out of view"],
  ["rewritten", "rewritten by code of the site"],
  ["unsupported", "up to the engine or the server"],
  ["doubted", "of a kind that copydesk probably reads wrongly (see site/doubt)"],
  ["anchors", "to a page whose anchors are not known"],
  ["unanswered", "not answered by another site"],
];

/** What a reason says of a reference that is not judged. */
export function reasonText(reason: Reason): string {
  return REASONS.find(([name]) => name === reason)?.[1] ?? reason;
}

/** How many references a run could not judge. */
export function unknownCount({ unknown }: Pick<ReportSummary, "unknown">): number {
  return Object.values(unknown).reduce((sum, count) => sum + count, 0);
}

/** Why references were not judged, the commonest reason first. */
export function unknownReasons({
  unknown,
}: Pick<ReportSummary, "unknown">): readonly { readonly count: number; readonly text: string }[] {
  return REASONS.map(([reason, text]) => ({ count: unknown[reason] ?? 0, text }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
