import { describe, expect, it } from "vitest";
import {
  ConfigError,
  defineConfig,
  defineRule,
  lintFiles,
  lintText,
  UsageError,
} from "../../src/index.js";
import { temporaryProject } from "./temporary-project.js";

const shouting = defineRule({
  id: "house/shouting",
  summary: "Headings do not shout",
  messages: {
    loud: { severity: "warning", what: "{text} shouts.", why: "", help: "Write it in lower case." },
  },
  check: ({ article, report }) => ({
    h1(element) {
      const start = element.position?.start.offset ?? 0;
      const end = element.position?.end.offset ?? 0;
      const text = article.source.slice(start, end);
      if (text === text.toUpperCase())
        report({ messageId: "loud", range: { start, end }, data: { text } });
    },
  }),
});

describe("lintText", () => {
  it("checks a text with a config given as a value, rules of one's own included", async () => {
    const config = defineConfig({
      extends: [],
      plugins: [{ rules: [shouting] }],
      rules: { "house/*": "error" },
    });
    const report = await lintText("# LOUD\n", {
      cwd: temporaryProject({}),
      path: "posts/a.md",
      config,
    });
    expect(report.files).toMatchObject([
      {
        path: "posts/a.md",
        findings: [
          {
            rule: "house/shouting",
            severity: "error",
            message: "# LOUD shouts.",
            start: { line: 1, column: 1 },
          },
        ],
      },
    ]);
    expect(report.files[0]?.findings[0]).not.toHaveProperty("url");
  });

  it("looks at the files beside the text to resolve its links", async () => {
    const cwd = temporaryProject({ "a.png": "", "posts/b.md": "" });
    const config = defineConfig({ site: { complete: true } });
    const report = await lintText("[x](b.md) [y](../c.md)\n", {
      cwd,
      path: "posts/a.md",
      config,
      only: ["link/broken"],
    });
    expect(report.files[0]?.findings.map(({ start }) => start.column)).toEqual([15]);
  });

  it("keeps what makes no valid text, such as a lone surrogate", async () => {
    const report = await lintText("a\ud800b\n", {
      cwd: temporaryProject({}),
      only: ["desk/encoding"],
    });
    expect(report.summary.errors).toBe(1);
  });
});

describe("lintFiles", () => {
  it("checks files, folders and globs", async () => {
    const cwd = temporaryProject({ "a.md": "<img src=x>", "b/c.html": "<img src=y>", "d.md": "" });
    const report = await lintFiles(["a.md", "b", "d*"], { cwd, only: ["image/alt-missing"] });
    expect(report.files.map(({ path, findings }) => [path, findings.length])).toEqual([
      ["a.md", 1],
      ["b/c.html", 1],
      ["d.md", 0],
    ]);
  });

  it("throws errors that can be told apart", async () => {
    const cwd = temporaryProject({ ".copydeskrc": "ruels: {}", "a.md": "" });
    await expect(lintFiles(["b.md"], { cwd })).rejects.toThrow(UsageError);
    await expect(lintFiles(["a.md"], { cwd })).rejects.toThrow(ConfigError);
  });
});
