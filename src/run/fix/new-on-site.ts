import { lazily } from "../../article/lazily.js";
import { shapeOf } from "../../fix/shape.js";
import type { Finding } from "../../rule/index.js";
import type { RunOutcome } from "../outcome.js";

type Checked = Pick<RunOutcome, "found" | "rules" | "factsOf">;

/**
 * The changed articles that have brought about findings of the whole site, each with the first of them: those where
 * something is newly found, or that such a finding also names; else those whose headings, links or address have changed.
 */
export function newOnSite(
  before: Checked,
  after: Checked,
  changed: ReadonlySet<string>,
): ReadonlyMap<string, Finding> {
  const guilty = new Map<string, Finding>();
  const reshaped = lazily(() => reshapedOf(before, after, changed));
  for (const [path, findings] of after.found) {
    for (const finding of newOnes(before.found.get(path) ?? [], findings)) {
      if (after.rules.get(finding.rule)?.stages.site !== true) continue;
      const named = [path, ...finding.related.flatMap((place) => place.path ?? [])];
      const suspects = named.filter((one) => changed.has(one));
      for (const suspect of suspects.length > 0 ? suspects : reshaped())
        if (!guilty.has(suspect)) guilty.set(suspect, finding);
    }
  }
  return guilty;
}

function reshapedOf(
  before: Checked,
  after: Checked,
  changed: ReadonlySet<string>,
): readonly string[] {
  return [...changed].filter((path) => {
    const [was, is] = [before.factsOf(path), after.factsOf(path)];
    return was !== undefined && is !== undefined && shapeOf(was) !== shapeOf(is);
  });
}

/** Findings of a kind that there were fewer of before. */
function newOnes(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of before) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = (counts.get(kindOf(finding)) ?? 0) - 1;
    counts.set(kindOf(finding), left);
    return left < 0;
  });
}

function kindOf({ rule, messageId }: Finding): string {
  return `${rule} ${messageId}`;
}
