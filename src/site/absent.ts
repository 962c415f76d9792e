import type { Resolution } from "../rule/site-index.js";
import { stemOf } from "./address-table.js";

/** Absent, and not because of anything that is known: a draft, a deleted article, a redirect. */
export function isPlainlyAbsent(resolution: Resolution): boolean {
  return (
    resolution.verdict === "absent" &&
    resolution.heldBack === undefined &&
    resolution.gone === undefined &&
    resolution.redirects === undefined
  );
}

/** Whether an absent target is near one that is there, whose name is another. */
export function isMisspelling(
  target: string,
  { nearest, nearestAddress }: Extract<Resolution, { readonly verdict: "absent" }>,
): boolean {
  const near = nearestAddress ?? nearest;
  return near !== undefined && stemOf(near) !== stemOf(target);
}
