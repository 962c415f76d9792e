import { describe, expect, it } from "vitest";
import { errorsOnly } from "../../src/report/summary.js";
import { rangeOf, reportOf } from "./sample.js";

describe("errorsOnly", () => {
  const source = "same same";
  const full = reportOf([
    {
      source,
      unknown: 4,
      findings: [
        { severity: "warning", range: rangeOf(source, "same") },
        { severity: "error", range: rangeOf(source, "same", 1) },
      ],
    },
  ]);
  const quiet = errorsOnly(full);

  it("drops warnings and infos from files and counts", () => {
    expect(quiet.files[0]?.findings.map(({ severity }) => severity)).toEqual(["error"]);
    expect(quiet.summary).toMatchObject({
      errors: 1,
      warnings: 0,
      infos: 0,
      unknown: { template: 4 },
    });
  });

  it("keeps the fingerprints of the full report", () => {
    expect(quiet.files[0]?.findings[0]).toBe(full.files[0]?.findings[1]);
  });
});
