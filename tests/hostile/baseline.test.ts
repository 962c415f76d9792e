import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { runIn } from "../cli/run-in-memory.js";
import { repository } from "../git/repository.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { ordinaryTime, runProcess } from "./run-process.js";

const ONLY = ["--only", "image/alt-missing"];
const HEAD = "# copydesk baseline 1\n";
const IMAGE = '<img src="a.png">\n';

const projectWith = (tree: ProjectTree) =>
  temporaryProject({ ".git/HEAD": "", "a.md": IMAGE, ...tree });

describe.runIf(process.platform !== "win32")("a baseline", () => {
  it("that is no file of the project is not read, and nothing waits for it", async () => {
    const outside = temporaryProject({ "known.txt": `${HEAD}secret\n` });
    const folder = projectWith({
      "link.txt": { link: join(outside, "known.txt") },
      "device.txt": { link: "/dev/zero" },
      "folder.txt/": "",
    });
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    writeFileSync(join(folder, "large.txt"), HEAD);
    truncateSync(join(folder, "large.txt"), 3_000_000_000);
    for (const name of ["link.txt", "device.txt", "folder.txt", "pipe.txt", "large.txt"]) {
      writeFileSync(join(folder, ".copydeskrc"), `baseline: ${name}\n`);
      for (const argv of [["."], [".", "--baseline", name], ["baseline", "update", "."]]) {
        const { code, stdout, stderr } = await runIn(folder, [...argv, ...ONLY]);
        expect([code, stdout, stderr.trimEnd().split("\n").length], stderr).toEqual([2, "", 1]);
        expect(stderr).not.toContain("secret");
      }
    }
  });

  it("is written through no link, into no folder of git, and in no other's place", async () => {
    const outside = temporaryProject({ "known.txt": HEAD });
    const folder = projectWith({
      "link.txt": { link: join(outside, "new.txt") },
      "own.txt": { link: "known.txt" },
      "known.txt": `${HEAD}gone.md\timage/alt-missing\t0123456789abcdef\n`,
      linked: { link: outside },
    });
    for (const [action, name] of [
      ["create", "link.txt"],
      ["create", "linked/new.txt"],
      ["create", "../new.txt"],
      ["create", ".git/new.txt"],
      ["prune", "own.txt"],
      ["update", "linked/known.txt"],
    ] as const) {
      const { code, stderr } = await runIn(folder, [
        "baseline",
        action,
        ".",
        "--baseline",
        name,
        ...ONLY,
      ]);
      expect([action, name, code], stderr).toEqual([action, name, 2]);
    }
    expect(readFileSync(join(outside, "known.txt"), "utf8")).toBe(HEAD);
    expect(readFileSync(join(folder, "known.txt"), "utf8")).toContain("gone.md");
  });

  it("of many lines takes seconds, whatever they are alike in", async () => {
    const folder = projectWith({});
    const lines = (line: (index: number) => string): string =>
      HEAD + Array.from({ length: 300_000 }, (_, index) => `${line(index)}\n`).join("");
    const shapes = {
      "one finding in files that are gone": (index: number) =>
        `${index}.md\timage/alt-missing\t0123456789abcdef`,
      "rules that are none": (index: number) => `a.md\tr/${index}\t0123456789abcdef`,
      "paths that lead out": (index: number) =>
        `../../${index}\timage/alt-missing\t0123456789abcdef`,
    };
    const ordinary = await ordinaryTime();
    for (const [name, line] of Object.entries(shapes)) {
      writeFileSync(join(folder, "known.txt"), lines(line));
      const ran = await runProcess(folder, [".", "--baseline", "known.txt", ...ONLY]);
      expect([name, ran.code], ran.stderr).toEqual([name, 1]);
      expect(ran.cpuTime, name).toBeLessThan(25 * ordinary);
    }
  });

  it("is asked about no path outside the project", async () => {
    const entries = ["../there.md", "linked/there.md", "none.md"].map(
      (path) => `${path}\timage/alt-missing\t0123456789abcdef\n`,
    );
    const top = temporaryProject({ "there.md": IMAGE });
    const tree = { ".git/HEAD": "", "a.md": IMAGE, linked: { link: top } };
    const folder = temporaryProject({ ...tree, "known.txt": HEAD + entries.join("") }, top);
    const { stdout } = await runIn(folder, [
      "baseline",
      "status",
      ".",
      "--baseline",
      "known.txt",
      ...ONLY,
    ]);
    expect(stdout).toContain("1 new, 0 known, 3 gone");
  });

  it("with hostile lines is told in one line, or steers nothing", async () => {
    const folder = projectWith({});
    const escapeKey = String.fromCharCode(27);
    for (const line of [
      `${escapeKey}[31m`,
      "::error::x",
      "a\tb\tc",
      "<<<<<<< x",
      '"a\ta/b\tc',
      "\0",
    ]) {
      writeFileSync(join(folder, "known.txt"), `${HEAD}${line}\n`);
      const { code, stderr } = await runIn(folder, [".", "--baseline", "known.txt"]);
      expect([code, stderr.trimEnd().split("\n").length]).toEqual([2, 1]);
      expect(stderr).not.toContain(escapeKey);
    }
    const path = JSON.stringify(`${escapeKey}[31m\n::error::forged.md`);
    const entry = `${path}\timage/alt-missing\t0123456789abcdef\towner:${escapeKey}[31m##[error]x\n`;
    writeFileSync(join(folder, "known.txt"), HEAD + entry);
    for (const action of ["status", "update", "prune"]) {
      const argv = ["baseline", action, ".", "--baseline", "known.txt", "--accept-new", ...ONLY];
      const { code, stdout } = await runIn(folder, argv);
      expect([action, code]).toEqual([action, 0]);
      expect(stdout).not.toContain(escapeKey);
      expect(stdout).not.toMatch(/^\s*::|##\[/m);
    }
  });
});

describe("the attributes of git", () => {
  const created = async (tree: ProjectTree, name = "known.txt") => {
    const made = repository({ "a.md": IMAGE, ...tree });
    const ran = await runIn(made.folder, ["baseline", ".", "--baseline", name, ...ONLY]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    const text = () => readFileSync(join(made.folder, ".gitattributes"));
    return { ...made, ...ran, text };
  };

  it("keep all their lines, however many", async () => {
    const before = "*.bin -text\n".repeat(200_000);
    const { text } = await created({ ".gitattributes": before });
    expect(text().toString("utf8") === `${before}known.txt merge=union\n`).toBe(true);
  });

  it("are left alone where their bytes are no text, and where they are a link", async () => {
    const bytes = Buffer.from("caf\xe9 text\n", "latin1");
    const { text, stdout } = await created({ ".gitattributes": bytes });
    expect([text().equals(bytes), stdout]).toEqual([
      true,
      expect.stringContaining('Add "known.txt merge=union" to .gitattributes'),
    ]);
    const outside = temporaryProject({ attributes: "" });
    const made = repository({ "a.md": IMAGE });
    symlinkSync(join(outside, "attributes"), join(made.folder, ".gitattributes"));
    const ran = await runIn(made.folder, ["baseline", ".", ...ONLY]);
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining("merge=union")]);
    expect(readFileSync(join(outside, "attributes"), "utf8")).toBe("");
  });

  it
    .runIf(process.platform !== "win32")
    .each([
      "a b.txt",
      "*.txt",
      "[attr]x.txt",
      "#a.txt",
      "!a.txt",
      'a"\\b.txt',
      "x\n* filter=evil.txt",
      "é.txt",
    ])("mean the baseline alone, whatever it is called: %j", async (name) => {
    const { git, text } = await created({}, name);
    expect(text().toString("utf8").trimEnd().split("\n")).toHaveLength(1);
    expect(git("check-attr", "-z", "merge", "filter", "--", name).split("\0").slice(0, 6)).toEqual([
      name,
      "merge",
      "union",
      name,
      "filter",
      "unspecified",
    ]);
    expect(git("check-attr", "merge", "--", "other.txt")).toContain("unspecified");
  });
});
