import { describe, expect, it } from "vitest";
import { formatOpenmetrics } from "../../../src/report/platforms/openmetrics.js";
import { contextOf, reportOf, type Sample } from "../sample.js";

function print(samples: readonly Sample[]): string {
  return formatOpenmetrics(reportOf(samples), contextOf(samples));
}

describe("formatOpenmetrics", () => {
  it("is lines of the format: types before samples, an end at the end", () => {
    const lines = print([{ source: "x", findings: [{}, { rule: `z/"\\` }], unknown: 2 }])
      .trimEnd()
      .split("\n");
    expect(lines.at(-1)).toBe("# EOF");
    const label = String.raw`[a-z_]+="(?:[^"\\]|\\["\\])*"`;
    const shape = new RegExp(
      `^(?:# (?:TYPE|HELP|UNIT) copydesk_\\w+ .+|copydesk_\\w+(?:\\{${label}(?:,${label})*\\})? [\\d.]+|# EOF)$`,
    );
    for (const line of lines) expect(line).toMatch(shape);
  });

  it("counts findings by severity and rule, and references by reason", () => {
    const printed = print([
      { source: "x", findings: [{}, { severity: "warning", rule: "z/z" }], unknown: 2 },
    ]);
    for (const line of [
      "copydesk_gate_passed 0",
      'copydesk_findings{severity="error"} 1',
      'copydesk_rule_findings{rule="z/z",severity="warning"} 1',
      'copydesk_unknown_references{reason="template"} 2',
    ])
      expect(printed).toContain(`${line}\n`);
  });
});
