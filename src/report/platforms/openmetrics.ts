import type { Format } from "../format.js";
import { neutralise } from "../text/neutralise.js";

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/**
 * The numbers of a report for Prometheus and what reads its format.
 *
 * @see https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
export const formatOpenmetrics: Format = ({ tool, run, summary, gate, causes, notChecked }) => {
  const counts = (
    by: Readonly<Record<string, { errors: number; warnings: number; infos: number }>>,
    label: string,
  ) =>
    Object.entries(by).flatMap(([name, { errors, warnings, infos }]): readonly Sample[] => [
      [{ [label]: name, severity: "error" }, errors],
      [{ [label]: name, severity: "warning" }, warnings],
      [{ [label]: name, severity: "info" }, infos],
    ]);
  return [
    gauge(
      "copydesk_run",
      "Version of copydesk.",
      [[{ version: tool.version }, 1]],
      "_info",
      "info",
    ),
    gauge("copydesk_gate_passed", "Whether the run passes its gate.", [[{}, gate.passed ? 1 : 0]]),
    gauge("copydesk_duration_seconds", "Time of the run.", [[{}, run.durationMs / 1000]]),
    gauge("copydesk_started_seconds", "Start of the run, in seconds since 1970.", [
      [{}, Date.parse(run.startedAt) / 1000],
    ]),
    gauge("copydesk_files", "Checked files.", [[{}, summary.files]]),
    gauge("copydesk_files_not_checked", "Files that could not be checked.", [
      [{}, notChecked.length],
    ]),
    gauge("copydesk_findings", "Findings by severity; those of one cause count once.", [
      [{ severity: "error" }, summary.errors],
      [{ severity: "warning" }, summary.warnings],
      [{ severity: "info" }, summary.infos],
    ]),
    gauge("copydesk_rule_findings", "Findings by rule.", counts(summary.byRule, "rule")),
    gauge("copydesk_causes", "Causes that several findings share.", [[{}, causes.length]]),
    gauge("copydesk_places", "All findings, also those of one cause.", [[{}, summary.places]]),
    gauge("copydesk_suppressed", "Findings silenced by directives.", [[{}, summary.suppressed]]),
    gauge("copydesk_fixable", "Findings with a safe fix.", [[{}, summary.fixable]]),
    gauge("copydesk_references", "Links and images that lead into the site.", [
      [{}, summary.references],
    ]),
    gauge(
      "copydesk_unknown_references",
      "Those that could not be judged, by reason.",
      Object.entries(summary.unknown).map(([reason, count]) => [{ reason }, count ?? 0]),
    ),
    "# EOF\n",
  ].join("");
};

function gauge(
  name: string,
  help: string,
  samples: readonly Sample[],
  suffix = "",
  type = "gauge",
): string {
  const unit = name.endsWith("_seconds") ? `# UNIT ${name} seconds\n` : "";
  const head = `# TYPE ${name} ${type}\n${unit}# HELP ${name} ${help}\n`;
  const lines = samples.map(([labels, value]) => `${name}${suffix}${written(labels)} ${value}\n`);
  return head + lines.join("");
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeLabel(value: string): string {
  return neutralise(value).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}
