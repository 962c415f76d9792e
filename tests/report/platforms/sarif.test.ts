import fc from "fast-check";
import type { Log, Run } from "sarif";
import { describe, expect, it } from "vitest";
import { formatSarif } from "../../../src/report/platforms/sarif.js";
import { runs } from "../../runs.js";
import { contextOf, rangeOf, reportOf, type Sample } from "../sample.js";
import { hostileSample, hostileText } from "./hostile.js";

function runOf(samples: readonly Sample[], notChecked: readonly string[] = []): Run {
  const report = reportOf(samples, {
    notChecked: notChecked.map((path) => ({ path, reason: "permission denied" })),
  });
  const ruleInfo = (id: string) => ({ summary: `About ${id}`, url: undefined, help: "Do it." });
  const log: Log = JSON.parse(formatSarif(report, contextOf(samples, { ruleInfo })));
  const [run] = log.runs;
  if (run === undefined) throw new Error("There is no run.");
  return run;
}

const source = "one 😀 two\nthree\n";

describe("formatSarif", () => {
  it("gives each result its rule, level, place and fingerprint", () => {
    const { results, tool } = runOf([
      { path: "a b/ü.md", source, findings: [{ range: rangeOf(source, "two") }] },
    ]);
    expect(results?.[0]).toMatchObject({
      ruleId: "image/alt-missing",
      ruleIndex: 0,
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "a%20b/%C3%BC.md", uriBaseId: "%SRCROOT%" },
            region: { startLine: 1, startColumn: 8, endLine: 1, endColumn: 11 },
          },
        },
      ],
      partialFingerprints: { "copydesk/v1": expect.stringMatching(/^[0-9a-f]{16}$/) },
      suppressions: [],
    });
    expect(tool.driver.rules?.[0]).toMatchObject({
      id: "image/alt-missing",
      help: { text: "Do it." },
      properties: { tags: ["image"] },
    });
  });

  it("puts the gravest first, and what is silenced last with its reason", () => {
    const { results } = runOf([
      {
        source,
        findings: [
          { severity: "info", rule: "c/c" },
          { severity: "error", rule: "b/b" },
        ],
        suppressed: [
          { finding: { rule: "a/a" }, directive: rangeOf(source, "three"), reason: "meant" },
        ],
      },
    ]);
    expect(results?.map(({ ruleId }) => ruleId)).toEqual(["b/b", "c/c", "a/a"]);
    expect(results?.[2]?.suppressions).toMatchObject([
      { kind: "inSource", justification: "meant" },
    ]);
  });

  it("stays within what GitHub takes, and says what is left out", () => {
    const findings = Array.from({ length: 25_010 }, () => ({ severity: "warning" as const }));
    const { results, invocations } = runOf([{ source, findings: [...findings, {}] }]);
    expect(results).toHaveLength(25_000);
    expect(results?.[0]?.level).toBe("error");
    expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      "11 more results are left out.",
    );
  });

  it("tells a fix by lines and columns, and the choices where there is no safe fix", () => {
    const edit = { ...rangeOf(source, "three"), text: "3" };
    const { results } = runOf([
      {
        source,
        findings: [
          { help: "Write 3.", fix: [edit] },
          {
            suggestions: [
              { message: "Write 3", edits: [edit] },
              { message: "Drop", edits: [edit] },
            ],
          },
        ],
      },
    ]);
    const replacement = {
      deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 6 },
      insertedContent: { text: "3" },
    };
    expect(results?.[0]?.fixes).toMatchObject([
      { description: { text: "Write 3." }, artifactChanges: [{ replacements: [replacement] }] },
    ]);
    expect(results?.[1]?.fixes?.map(({ description }) => description?.text)).toEqual([
      "Write 3",
      "Drop",
    ]);
  });

  it("says what went unchecked, and that the run was not whole", () => {
    const { invocations } = runOf([], ["locked.md"]);
    expect(invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 3,
      toolExecutionNotifications: [{ level: "error", message: { text: "permission denied" } }],
    });
  });

  it("stays JSON of one line with valid URIs, whatever an article says", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const samples = [hostileSample(text)];
        const printed = formatSarif(reportOf(samples), contextOf(samples));
        expect(printed.trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]|##\[/u);
        const log: Log = JSON.parse(printed);
        for (const { locations = [] } of log.runs[0]?.results ?? []) {
          const uri = locations[0]?.physicalLocation?.artifactLocation?.uri ?? "";
          expect(uri).toMatch(/^posts\/(?:[\w.~!'()*-]|%[0-9A-F]{2})*$/);
        }
      }),
      { numRuns: runs(50) },
    );
  });
});
