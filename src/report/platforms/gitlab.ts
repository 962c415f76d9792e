import { fnv1a64 } from "../../knowledge/text/hashes.js";
import type { Format } from "../format.js";
import type { ReportFinding } from "../model.js";
import { compareSeverity } from "../order.js";
import { safeJson } from "../safe-json.js";
import { neutralise } from "../text/neutralise.js";
import { lastLineOf, repositoryPath } from "./place.js";

/** GitLab knows info, minor, major, critical and blocker. */
const SEVERITIES = { error: "major", warning: "minor", info: "info" } as const;

/**
 * A code quality report for GitLab. It drops entries with equal fingerprints, so each has its path in its own.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const formatGitlab: Format = (report, context) => {
  const notChecked = report.notChecked.map(({ path, reason }) => ({
    description: neutralise(`Not checked: ${reason}`),
    check_name: "copydesk/not-checked",
    fingerprint: `${fnv1a64(path)}${fnv1a64(reason)}`,
    severity: "critical",
    location: { path: repositoryPath(context, path), lines: { begin: 1 } },
    engine_name: "copydesk",
  }));
  const found = report.files
    .flatMap((file) => file.findings.map((finding) => ({ file, finding })))
    .sort((a, b) => compareSeverity(a.finding, b.finding));
  const issues = found.map(({ file, finding }) => ({
    description: neutralise(descriptionOf(finding)),
    check_name: neutralise(finding.rule),
    fingerprint: `${fnv1a64(file.path)}${finding.fingerprint}`,
    severity: SEVERITIES[finding.severity],
    location: {
      path: repositoryPath(context, file.path),
      lines: { begin: finding.start.line, end: lastLineOf(finding) },
    },
    engine_name: "copydesk",
  }));
  return safeJson([...notChecked, ...issues]);
};

function descriptionOf({ message, help }: ReportFinding): string {
  return [message, help].filter((part) => part !== "").join(" ");
}
