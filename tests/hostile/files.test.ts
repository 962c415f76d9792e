import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/config/built-in-rules.js";
import { Project } from "../../src/config/project.js";
import { NO_FLAGS } from "../../src/config/resolve/flags.js";
import { type FileSystem, nodeFileSystem } from "../../src/files/file-system.js";
import type { Report } from "../../src/report/model.js";
import { discover } from "../../src/run/discover.js";
import { run } from "../../src/run/run.js";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";
import { ordinaryTime, reportOf } from "./run-process.js";

const GOOD = "---\ntitle: Good\n---\n\nText.\n";

const pathsIn = (report: Report): readonly string[] => report.files.map(({ path }) => path);

describe("names that are no files", () => {
  it.runIf(process.platform !== "win32")(
    "are skipped, and nothing hangs: circles of links, links outward, pipes, folders",
    async () => {
      const outside = temporaryProject({ "secret.md": "---js\nsecret\n---\n" });
      const folder = temporaryProject({
        "good.md": GOOD,
        "folder.md/inside.md": GOOD,
        "folder.md/folder.html/": "",
        "loop.md": { link: "loop.md" },
        "ping.md": { link: "pong.md" },
        "pong.md": { link: "ping.md" },
        "dangling.md": { link: "nowhere.md" },
        circle: { link: "." },
        "deep/up": { link: ".." },
        "deep/good.md": GOOD,
        "secret.md": { link: join(outside, "secret.md") },
        outward: { link: outside },
        "root.md": { link: "/" },
      });
      execFileSync("mkfifo", [join(folder, "pipe.md"), join(folder, "pipe.png")]);
      writeFileSync(
        join(folder, "links.md"),
        "---\ntitle: Links\n---\n\n[a](pipe.md#x) ![a pipe](pipe.png) [b](loop.md#x) [c](outward/secret.md#x) [d](folder.md) [e](circle/circle/good.md)\n",
      );
      const { code, report, stderr } = await reportOf(folder);
      expect(stderr).toBe("");
      expect(code).toBe(0);
      expect(pathsIn(report)).toEqual([
        "deep/good.md",
        "folder.md/inside.md",
        "good.md",
        "links.md",
      ]);
      expect(report.notChecked).toEqual([]);

      const named = ["pipe.md", "loop.md", "secret.md", "dangling.md", "root.md"];
      const ran = await reportOf(folder, named);
      expect(ran.code).toBe(0);
      expect(ran.report.files).toEqual([]);
      expect(ran.stderr.trimEnd().split("\n")).toHaveLength(named.length);
    },
    90_000,
  );
});

describe("files that cannot be read", () => {
  const failing = (code: string, name: string): FileSystem => ({
    ...nodeFileSystem,
    read: (path) => {
      if (path.endsWith(name)) throw Object.assign(new Error(`${code}: no`), { code });
      return nodeFileSystem.read(path);
    },
  });

  async function checkWith(folder: string, files: FileSystem) {
    const project = new Project({
      cwd: folder,
      config: {},
      noConfigCode: undefined,
      builtInRules,
      elsewhere: undefined,
    });
    const discovery = await discover(["."], { project, files, noIgnore: false });
    return run(discovery, { project, files, flags: NO_FLAGS, builtInRules, now: () => 0 });
  }

  it.each(["EACCES", "EPERM", "EIO", "EISDIR", "ELOOP", "ENOENT", "EMFILE"])(
    "are listed as not checked while all others are checked: %s",
    async (code) => {
      const folder = temporaryProject({ "bad.md": GOOD, "good.md": GOOD });
      const { report } = await checkWith(folder, failing(code, "bad.md"));
      expect(pathsIn(report)).toEqual(["good.md"]);
      expect(report.notChecked.map(({ path }) => path)).toEqual(["bad.md"]);
      expect(report.gate.verdict).toBe("unchecked");
    },
  );

  it("are listed when they vanish between the search and the reading, by folder too", async () => {
    const folder = temporaryProject({ "bad.md": GOOD, "good.md": GOOD, "shut/a.md": GOOD });
    const { report } = await checkWith(folder, {
      ...nodeFileSystem,
      entries: (path) => {
        if (path.endsWith("shut")) throw Object.assign(new Error("no"), { code: "EACCES" });
        return nodeFileSystem.entries(path);
      },
      read: (path, most) => {
        if (path.endsWith("bad.md")) unlinkSync(path);
        return nodeFileSystem.read(path, most);
      },
    });
    expect(pathsIn(report)).toEqual(["good.md"]);
    expect(report.notChecked.map(({ path }) => path)).toEqual(["bad.md", "shut"]);
  });

  it("are listed when a folder has taken their place since the search", async () => {
    const folder = temporaryProject({ "bad.md": GOOD, "good.md": GOOD });
    const { report } = await checkWith(folder, {
      ...nodeFileSystem,
      read: (path, most) => {
        if (path.endsWith("bad.md")) {
          unlinkSync(path);
          mkdirSync(path);
        }
        return nodeFileSystem.read(path, most);
      },
    });
    expect(report.notChecked.map(({ path }) => path)).toEqual(["bad.md"]);
  });

  it("larger than any article are a finding, and are not read", async () => {
    const folder = temporaryProject({ "good.md": GOOD, "huge.md": "" });
    // Sparse: it takes no room on the disk, and all memory if it is read.
    truncateSync(join(folder, "huge.md"), 5e9);
    const { report } = await checkWith(folder, nodeFileSystem);
    const found = report.files.flatMap(({ path, findings }) =>
      findings.map(({ rule }) => `${path} ${rule}`),
    );
    expect(found).toEqual(["huge.md desk/limit"]);
    expect(report.gate.verdict).toBe("findings");
  });
});

describe("paths given on the command line", () => {
  it.each([
    "../../../../etc/passwd",
    "/etc/passwd",
    "/etc/../etc/hostname",
    "/dev/zero",
    "/proc/self/environ",
  ])("are not read when they are no articles of the project: %s", async (path) => {
    const folder = temporaryProject({ "good.md": GOOD });
    const { code, stdout } = await runIn(folder, ["good.md", path, "--format", "json"]);
    expect([0, 2]).toContain(code);
    expect(stdout).not.toContain("root:");
  });

  it("lead nowhere through a folder that is a link outward", async () => {
    const outside = temporaryProject({ "secret.md": "---\ntitle: Secret\n---\n" });
    const folder = temporaryProject({ "good.md": GOOD });
    symlinkSync(outside, join(folder, "outward"));
    for (const path of ["outward/secret.md", "outward/*.md", "outward"]) {
      const { code, stdout } = await runIn(folder, ["good.md", path, "--format", "json"]);
      expect(code === 2 || pathsIn(JSON.parse(stdout)).join() === "good.md", path).toBe(true);
      expect(stdout).not.toContain("Secret");
    }
  });
});

describe("folders in one another", () => {
  it("are searched a hundred deep, and the report says where that ends", async () => {
    const deep = (levels: number): string => "d/".repeat(levels);
    const folder = temporaryProject({ "good.md": GOOD, [`${deep(50)}good.md`]: GOOD });
    mkdirSync(join(folder, deep(1500)), { recursive: true });
    const { code, report, cpuTime } = await reportOf(folder);
    expect([code, pathsIn(report)]).toEqual([3, [`${deep(50)}good.md`, "good.md"]]);
    expect(report.notChecked).toEqual([
      {
        path: deep(100).slice(0, -1),
        reason: "The file cannot be read: It lies 100 folders deep.",
      },
    ]);
    expect(cpuTime).toBeLessThan(8 * (await ordinaryTime()));
  });
});
