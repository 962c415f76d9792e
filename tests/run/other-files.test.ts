import { describe, expect, it } from "vitest";
import { defineConfig, defineRule, lintFiles } from "../../src/index.js";
import { formatHuman } from "../../src/report/human/human.js";
import { reportSchema } from "../../src/report/model.js";
import { formatGithub } from "../../src/report/platforms/github.js";
import { temporaryProject } from "./temporary-project.js";

const places = [
  { path: "moves.txt", range: { start: 4, end: 7 } },
  { path: "photo.png", range: { start: 0, end: 0 } },
  { path: "absent.txt", range: { start: 0, end: 0 } },
];

const elsewhere = defineRule({
  id: "house/elsewhere",
  summary: "Other files are in order",
  messages: { odd: { severity: "warning", what: "This is odd.", why: "", help: "Look at it." } },
  site: ({ report }) => {
    for (const place of places) report({ messageId: "odd", ...place });
  },
});

const config = defineConfig({
  extends: [],
  plugins: [{ rules: [elsewhere] }],
  rules: { "house/*": "warn" },
});

describe("a finding at a file that is no article", () => {
  it("stands in the report with line and column, only where the file exists", async () => {
    const cwd = temporaryProject({
      "posts/a.md": "A.\n",
      "moves.txt": "abc\ndef\n",
      "photo.png": "\u0089PNG\u0000",
    });
    const report = await lintFiles(["posts"], { cwd, config });
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.summary).toMatchObject({ files: 3, warnings: 2 });
    expect(report.files).toMatchObject([
      {
        path: "moves.txt",
        format: "other",
        findings: [{ start: { line: 2, column: 1, offset: 4 }, end: { line: 2, column: 4 } }],
      },
      { path: "photo.png", findings: [{ start: { line: 1, column: 1 } }] },
      { path: "posts/a.md", format: "markdown", findings: [] },
    ]);

    const context = {
      color: false,
      width: 80,
      sourceOf: (path: string) => (path === "moves.txt" ? "abc\ndef\n" : undefined),
    };
    expect(formatGithub(report, context)).toContain("file=moves.txt,line=2,");
    expect(formatHuman(report, context)).toContain("2 │ def");
  });

  it("weighs as the config of the articles says", async () => {
    const files = { "posts/a.md": "A.\n", "moves.txt": "abc\ndef\n" };
    const report = await lintFiles(["posts"], {
      cwd: temporaryProject(files),
      config: { ...config, rules: { "house/elsewhere": "error" } },
    });
    expect(report.summary).toMatchObject({ errors: 1 });
    const off = await lintFiles(["posts"], {
      cwd: temporaryProject(files),
      config: { ...config, rules: { "house/elsewhere": "off" } },
    });
    expect(off.files).toHaveLength(1);
  });
});
