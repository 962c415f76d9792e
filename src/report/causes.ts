import type { LineIndex } from "../article/lines.js";
import type { Cause } from "../lint/causes.js";
import type { Finding } from "../rule/finding.js";
import type { ReportCause } from "./model.js";

/** Most places that stand for a cause. */
const EXAMPLES = 3;

/** Causes as the report lists them; one whose places have no text any more is left out. */
export function causesOf(
  causes: readonly Cause[],
  { linesOf }: { linesOf(path: string): LineIndex | undefined },
): ReportCause[] {
  return causes.flatMap(({ id, kind, rule, messageId, severity, within, findings }) => {
    const [first] = findings;
    const examples = examplesOf(findings).flatMap(({ path, range }) => {
      const lines = linesOf(path);
      if (lines === undefined) return [];
      return [{ path, start: lines.pointAt(range.start), end: lines.pointAt(range.end) }];
    });
    if (first === undefined || examples.length === 0) return [];
    const { message, why, help } = first;
    return [
      {
        id,
        kind,
        rule,
        messageId,
        severity,
        count: findings.length,
        files: new Set(findings.map(({ path }) => path)).size,
        ...(within === undefined ? {} : { within }),
        message,
        why,
        help,
        setting: settingFor(rule, kind === "convention" ? within : undefined),
        examples,
      },
    ];
  });
}

/** The first findings, of different files if there are any. */
function examplesOf(findings: readonly Finding[]): readonly Finding[] {
  const firstOf = new Map<string, Finding>();
  for (const finding of findings)
    if (!firstOf.has(finding.path)) firstOf.set(finding.path, finding);
  const ofOthers = [...firstOf.values()].slice(0, EXAMPLES);
  return ofOthers.length > 1 ? ofOthers : findings.slice(0, EXAMPLES);
}

/** What to write into the config, as JSON, to hear no more of it. */
function settingFor(rule: string, folder: string | undefined): string {
  const rules = { [rule]: "off" };
  return folder === undefined || folder === ""
    ? JSON.stringify({ rules })
    : JSON.stringify({ overrides: [{ files: [`${folder}/**`], rules }] });
}
