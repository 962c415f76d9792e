import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  ConfigError,
  defineConfig,
  defineRule,
  fixFiles,
  lintFiles,
  lintText,
  UsageError,
} from "../../src/index.js";
import { repository } from "../git/repository.js";
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

describe("lintFiles with a change", () => {
  it("checks what the change touches, and fails for what was not there before", async () => {
    const { folder: cwd, write } = repository({ "a.md": "<img src=x>\n", "b.md": "Text.\n" });
    const only = ["image/alt-missing"];
    expect((await lintFiles([], { cwd, only, change: { dirty: true } })).files).toEqual([]);
    write({ "b.md": "Text.\n\n<img src=y>\n" });
    const { files } = await lintFiles([], { cwd, only, change: { dirty: true } });
    expect(files.map(({ path, findings }) => [path, findings.length])).toEqual([["b.md", 1]]);
    await expect(
      lintFiles([], { cwd, only, change: { dirty: true, since: "HEAD" } }),
    ).rejects.toThrow(UsageError);
  });
});

describe("fixFiles", () => {
  const only = ["typography/whitespace", "image/alt-missing"];
  const tree = { ".git/HEAD": "", "a.md": "# A \n\nText.\n", "b.md": "# B\n\n<img src=x>\n" };

  it("writes the safe fixes and reports what is left", async () => {
    const cwd = temporaryProject(tree);
    const { fixed, changed, report } = await fixFiles(["."], { cwd, only });
    expect(fixed.map(({ rule, path }) => [rule, path])).toEqual([
      ["typography/whitespace", "a.md"],
    ]);
    expect(changed).toEqual([{ path: "a.md", before: tree["a.md"], after: "# A\n\nText.\n" }]);
    expect(report.files.map(({ findings }) => findings.length)).toEqual([0, 1]);
    expect(readFileSync(join(cwd, "a.md"), "utf8")).toBe("# A\n\nText.\n");
  });

  it("writes nothing in a dry run", async () => {
    const cwd = temporaryProject(tree);
    const { changed } = await fixFiles(["."], { cwd, only, dryRun: true });
    expect([changed.length, readFileSync(join(cwd, "a.md"), "utf8")]).toEqual([1, tree["a.md"]]);
  });

  it("makes suggestions, and only those of the named rules", async () => {
    const cwd = temporaryProject(tree);
    await fixFiles(["."], { cwd, only, suggestions: true, fixRules: ["image/*"] });
    expect(readFileSync(join(cwd, "b.md"), "utf8")).toContain('alt=""');
    expect(readFileSync(join(cwd, "a.md"), "utf8")).toBe(tree["a.md"]);
    await expect(fixFiles(["."], { cwd, fixRules: ["image/none"] })).rejects.toThrow(UsageError);
  });
});
