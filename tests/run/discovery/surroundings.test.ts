import { describe, expect, it } from "vitest";
import { builtInRules } from "../../../src/config/built-in-rules.js";
import { Project } from "../../../src/config/project.js";
import { nodeFileSystem } from "../../../src/files/file-system.js";
import type { Report } from "../../../src/report/model.js";
import { lintFiles, lintText } from "../../../src/run/api.js";
import { discover } from "../../../src/run/discover.js";
import { type ProjectTree, temporaryProject } from "../temporary-project.js";

const SITE: ProjectTree = {
  ".git/HEAD": "",
  "_config.yml": "title: X\nsource_dir: source\nskip_render: x\n",
  "source/_posts/a.md":
    "---\ntitle: Alpha\ndate: 2024-01-02\n---\n[b](b.md#there) [c](b.md#gone) [d](nowhere.md)\n",
  "source/_posts/b.md": "---\ntitle: Beta\ndate: 2024-01-03\n---\n## There\n\nText.\n",
  "source/_posts/c.md":
    "---\ntitle: Beta\ndate: 2024-01-04\n---\n<!-- copydesk-disable-next-line image/alt-missing -->\n[b](b.md#gone)\n",
  "source/_drafts/d.md": "---\ntitle: Delta\n---\nText.\n",
};

const only = ["link/*", "site/*", "desk/*"];

const lines = ({ files }: Report): readonly string[] =>
  files.flatMap(({ path, findings }) =>
    findings.map(({ rule, start }) => `${path.split("/").at(-1)}:${start.line} ${rule}`),
  );

describe("a check of single articles of a whole site", () => {
  it.each(["a", "b", "c"])("reports of %s.md what a check of the whole site does", async (name) => {
    const cwd = temporaryProject(SITE);
    const path = `source/_posts/${name}.md`;
    const own = (report: Report) => report.files.find((file) => file.path === path);
    const whole = await lintFiles([], { cwd, only });
    const single = await lintFiles([path], { cwd, only });
    expect(own(whole)).toBeDefined();
    expect(own(single)).toEqual(own(whole));
  });

  it("finds the absent target and the absent fragment from one article", async () => {
    const cwd = temporaryProject(SITE);
    expect(lines(await lintFiles(["source/_posts/a.md"], { cwd, only: ["link/*"] }))).toEqual([
      "a.md:5 link/anchor",
      "a.md:5 link/broken",
    ]);
  });

  it("reports the unchanged articles whose links depend on the one that is checked, and nothing else of them", async () => {
    const cwd = temporaryProject(SITE);
    const report = await lintFiles(["source/_posts/b.md"], { cwd, only: ["link/*", "desk/*"] });
    expect(lines(report)).toEqual(["a.md:5 link/anchor", "c.md:6 link/anchor"]);
  });

  it("reports the links that lead to an article that is gone", async () => {
    const { "source/_posts/b.md": _b, ...rest } = SITE;
    const cwd = temporaryProject(rest);
    const options = { cwd, only: ["link/*"], deleted: ["source/_posts/b.md"] };
    expect(lines(await lintFiles([], options))).toEqual([
      "a.md:5 link/broken",
      "a.md:5 link/broken",
      "c.md:6 link/broken",
    ]);
    await expect(lintFiles([], { cwd, deleted: ["source/_posts/a.md"] })).rejects.toThrow(
      "is not deleted",
    );
  });

  it("says so if links to a deleted article cannot be checked", async () => {
    const cwd = temporaryProject({ ".git/HEAD": "", "a.md": "[b](b.md)\n" });
    const project = new Project({ cwd, builtInRules });
    const options = { project, files: nodeFileSystem, noIgnore: false, gone: ["b.md"] };
    expect((await discover([], options)).notes).toEqual([
      expect.stringContaining("The links to b.md are not checked"),
    ]);
  });

  it("knows the site around a text that is not saved yet", async () => {
    const cwd = temporaryProject(SITE);
    const text = "---\ntitle: New\n---\n[b](b.md#gone)\n";
    const report = await lintText(text, { cwd, path: "source/_posts/new.md", only: ["link/*"] });
    expect(lines(report)).toEqual(["new.md:4 link/anchor"]);
  });

  it("reads no other article for a text that is checked alone", async () => {
    const cwd = temporaryProject(SITE);
    const text = "---\ntitle: New\n---\n[b](b.md#gone)\n";
    const options = { cwd, path: "source/_posts/new.md", only: ["link/*"], alone: true };
    expect(lines(await lintText(text, options))).toEqual([]);
  });

  it("looks at nothing else where only part of a site is in view", async () => {
    const { "_config.yml": _config, ...rest } = SITE;
    const cwd = temporaryProject(rest);
    const report = await lintFiles(["source/_posts/b.md"], { cwd, only: ["link/*"] });
    expect(lines(report)).toEqual([]);
  });
});
