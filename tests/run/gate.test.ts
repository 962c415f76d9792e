import { describe, expect, it } from "vitest";
import type { ReportFinding } from "../../src/report/model.js";
import type { Certainty, Severity } from "../../src/rule/index.js";
import { type GatedFile, judge } from "../../src/run/gate.js";

function file(
  findings: readonly (readonly [Severity, Certainty])[],
  more: Partial<GatedFile> & { readonly failOn?: Severity } = {},
): GatedFile {
  const { failOn = "error", maxWarnings } = more;
  const point = { line: 1, column: 1, offset: 0 };
  return {
    file: {
      path: "a.md",
      folder: "",
      format: "markdown",
      engine: "none",
      failOn,
      metadata: {
        title: null,
        date: null,
        updated: null,
        authors: [],
        categories: [],
        tags: [],
        words: 0,
      },
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
    maxWarnings,
  };
}

describe("the gate", () => {
  it.each<[Severity, Severity, string]>([
    ["error", "error", "findings"],
    ["warning", "error", "passed"],
    ["warning", "warning", "findings"],
    ["info", "warning", "passed"],
    ["info", "info", "findings"],
  ])("with a finding of severity %s and failOn %s: %s", (severity, failOn, verdict) => {
    expect(judge([file([[severity, "likely"]], { failOn })], 0).verdict).toBe(verdict);
  });

  it("lets unknown findings fail nothing", () => {
    const unknown = file(
      [
        ["error", "unknown"],
        ["warning", "unknown"],
      ],
      { maxWarnings: { group: "", limit: 0 } },
    );
    expect(judge([unknown], 0).verdict).toBe("passed");
  });

  it("never passes when something went unchecked, and says that first", () => {
    expect(judge([], 1).verdict).toBe("unchecked");
    expect(judge([file([["error", "certain"]])], 1).verdict).toBe("unchecked");
  });

  it("counts warnings over all files of one config", () => {
    const one = file([["warning", "certain"]], { maxWarnings: { group: "x", limit: 1 } });
    const other = file([["warning", "certain"]], { maxWarnings: { group: "y", limit: 1 } });
    expect(judge([one, other], 0).verdict).toBe("passed");
    expect(judge([one, one], 0)).toMatchObject({
      passed: false,
      verdict: "too-many-warnings",
      exitCode: 1,
      warnings: { count: 2, limit: 1 },
    });
  });
});
