import type { ReportSummary, ReportUnknownReference } from "./model.js";

type Countable = Pick<ReportSummary, "unknown">;

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

/** How many references into the site a run could not judge. */
export function unknownCount({ unknown }: Countable): number {
  const count = Object.values(unknown).reduce((sum, one) => sum + one, 0);
  return count - (unknown.unanswered ?? 0);
}

/** Why references into the site were not judged, the commonest reason first. */
export function unknownReasons({
  unknown,
}: Countable): readonly { readonly count: number; readonly text: string }[] {
  return REASONS.filter(([reason]) => reason !== "unanswered")
    .map(([reason, text]) => ({ count: unknown[reason] ?? 0, text }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
