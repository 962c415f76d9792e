import type { ReportSummary } from "./model.js";

/** "1 error", "2 errors". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "3 errors, 13 warnings, 3 infos", without the kinds that do not occur; empty when none do. */
export function severityCounts(
  counts: Pick<ReportSummary, "errors" | "warnings" | "infos">,
): readonly string[] {
  const kinds = [
    [counts.errors, "error"],
    [counts.warnings, "warning"],
    [counts.infos, "info"],
  ] as const;
  return kinds.flatMap(([count, name]) => (count > 0 ? [plural(count, name)] : []));
}
