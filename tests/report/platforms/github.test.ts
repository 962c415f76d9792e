import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeData, escapeProperty, formatGithub } from "../../../src/report/platforms/github.js";
import { runs } from "../../runs.js";
import { contextOf, rangeOf, reportOf, type Sample } from "../sample.js";

/** As the runner does it (actions/runner ActionCommand.cs): in this order, `%25` last. */
function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

function linesOf(samples: readonly Sample[]): readonly string[] {
  return formatGithub(reportOf(samples), contextOf(samples)).trimEnd().split("\n");
}

describe("escaping of workflow commands", () => {
  const pieces = fc.constantFrom("%", "\r", "\n", ":", ",", "0A", "25", "3A", "a", "谈", "%0D");
  const text = fc.array(pieces).map((parts) => parts.join(""));

  it("gives the runner back what was meant", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(unescapeData(escapeData(value))).toBe(value);
        expect(unescapeProperty(escapeProperty(value))).toBe(value);
        expect(escapeData(value)).not.toMatch(/[\r\n]/);
        expect(escapeProperty(value)).not.toMatch(/[\r\n:,]/);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("formatGithub", () => {
  const source = "one\ntwo three\nfour\n";

  it("makes an annotation of each finding, with file, place, rule, message and help", () => {
    const [line] = linesOf([
      { path: "a,b.md", source, findings: [{ range: rangeOf(source, "three") }] },
    ]);
    expect(line).toBe(
      "::error file=a%2Cb.md,line=2,endLine=2,col=5,endColumn=10,title=image/alt-missing::a,b.md:2:5%0A" +
        "Image has no text alternative.%0ADescribe it in alt.%0A" +
        "https://github.com/copydesk/copydesk/blob/main/rules/image/alt-missing.md",
    );
  });

  it("names severities as GitHub does", () => {
    const lines = linesOf([
      {
        source,
        findings: [
          { severity: "error" },
          { severity: "warning", rule: "z/b" },
          { severity: "info", rule: "z/c" },
        ],
      },
    ]);
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "::error",
      "::warning",
      "::notice",
      "copydesk:",
    ]);
  });

  it("gives no columns where a finding spans lines, since the runner refuses them", () => {
    const [line] = linesOf([{ source, findings: [{ range: rangeOf(source, "two three\nfo") }] }]);
    expect(line).toContain("line=2,endLine=3,title=");
  });

  it("ends on the last line that has text of the finding", () => {
    const [line] = linesOf([{ source, findings: [{ range: rangeOf(source, "one\n") }] }]);
    expect(line).toContain("line=1,endLine=1,title=");
  });

  it("lists related places", () => {
    const related = [{ range: rangeOf(source, "four"), message: "first copy" }];
    const [line] = linesOf([{ source, findings: [{ related }] }]);
    expect(line).toContain("%0Afirst copy: a.md:3:1%0A");
  });

  it("says how many annotations GitHub will not show", () => {
    const findings = Array.from({ length: 13 }, () => ({}));
    const lines = linesOf([{ source, findings }]);
    expect(lines.slice(-2)).toEqual([
      "copydesk: 13 errors in 1 file",
      "GitHub shows 10 annotations of each kind per step; 3 more are in this log only.",
    ]);
  });

  it("annotates files that went unchecked", () => {
    const report = reportOf([], { notChecked: [{ path: "a.md", reason: "permission denied" }] });
    expect(formatGithub(report, contextOf([]))).toBe(
      "::error file=a.md,title=copydesk%3A not checked::a.md%0Apermission denied\n" +
        "copydesk: no findings in 0 files\n",
    );
  });

  it("prints paths as the workflow's checkout has them", () => {
    const samples = [{ source, findings: [{}] }];
    const context = contextOf(samples, { repositoryPath: (path) => `site/${path}` });
    expect(formatGithub(reportOf(samples), context)).toContain("file=site/a.md,");
  });

  it("lets no text of an article become a command or a terminal control", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("\n", "\r", "::error::x", "##[error]", "\u001b[2J", " ", "a"))
          .map((parts) => parts.join("")),
        (hostile) => {
          const lines = linesOf([
            { path: hostile, source: hostile, findings: [{ message: hostile, help: hostile }] },
          ]);
          expect(lines).toHaveLength(2);
          expect(lines[0]).toMatch(/^::error file=[^:]*::/);
          expect(lines.join("")).not.toMatch(/##\[|\p{Cc}/u);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
