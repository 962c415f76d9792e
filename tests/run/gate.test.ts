import { describe, expect, it } from "vitest";
import type { ReportFinding } from "../../src/report/model.js";
import type { Certainty, Severity } from "../../src/rule/index.js";
import { type GatedFile, judge } from "../../src/run/gate.js";

function file(
  findings: readonly (readonly [Severity, Certainty])[],
  more: Partial<GatedFile> = {},
): GatedFile {
  const point = { line: 1, column: 1, offset: 0 };
  return {
    file: {
      path: "a.md",
      format: "markdown",
      engine: "none",
      metadata: { title: null, date: null, updated: null, author: null, categories: [], tags: [] },
      findings: findings.map(
        ([severity, certainty]): ReportFinding => ({
          rule: "a/b",
          messageId: "c",
          severity,
          certainty,
          message: "m",
          why: "w",
          help: "h",
          start: point,
          end: point,
          fingerprint: "0000000000000000",
        }),
      ),
    },
    failOn: "error",
    maxWarnings: undefined,
    ...more,
  };
}

describe("the gate", () => {
  it.each<[Severity, Severity, string]>([
    ["error", "error", "failed"],
    ["warning", "error", "passed"],
    ["warning", "warning", "failed"],
    ["info", "warning", "passed"],
    ["info", "info", "failed"],
  ])("with a finding of severity %s and failOn %s: %s", (severity, failOn, verdict) => {
    expect(judge([file([[severity, "likely"]], { failOn })], 0).kind).toBe(verdict);
  });

  it("lets unknown findings fail nothing", () => {
    const unknown = file(
      [
        ["error", "unknown"],
        ["warning", "unknown"],
      ],
      { maxWarnings: { group: "", limit: 0 } },
    );
    expect(judge([unknown], 0).kind).toBe("passed");
  });

  it("never passes when something went unchecked, and says that first", () => {
    expect(judge([], 1).kind).toBe("unchecked");
    expect(judge([file([["error", "certain"]])], 1).kind).toBe("unchecked");
  });

  it("counts warnings over all files of one config", () => {
    const one = file([["warning", "certain"]], { maxWarnings: { group: "x", limit: 1 } });
    const other = file([["warning", "certain"]], { maxWarnings: { group: "y", limit: 1 } });
    expect(judge([one, other], 0).kind).toBe("passed");
    expect(judge([one, one], 0)).toEqual({ kind: "too-many-warnings", warnings: 2, limit: 1 });
  });
});
