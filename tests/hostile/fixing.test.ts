import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { runIn } from "../cli/run-in-memory.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { runProcess } from "./run-process.js";

const ONLY = ["--only", "typography/whitespace"];
const BAD = "Text   \n\nMore   \n";

/** A project beside a folder that it must not write to, which has articles of the same names. */
function besideVictim(tree: ProjectTree): { readonly folder: string; readonly victim: string } {
  const top = temporaryProject({ "victim/a.md": BAD });
  const folder = temporaryProject(
    { ".git/HEAD": "", "good.md": "Text\n", ...tree },
    join(top, "victim", ".."),
  );
  return { folder, victim: join(top, "victim") };
}

describe.runIf(process.platform !== "win32")("--fix", () => {
  const changes: Readonly<Record<string, (folder: string, victim: string) => void>> = {
    "another text": (folder) => writeFileSync(join(folder, "posts/a.md"), `${BAD}Mine   \n`),
    "no file": (folder) => rmSync(join(folder, "posts/a.md")),
    "a link": (folder, victim) => {
      rmSync(join(folder, "posts/a.md"));
      symlinkSync(join(victim, "a.md"), join(folder, "posts/a.md"));
    },
    "a link inside the project": (folder) => {
      renameSync(join(folder, "posts/a.md"), join(folder, "posts/other.txt"));
      symlinkSync("other.txt", join(folder, "posts/a.md"));
    },
    "a linked folder": (folder, victim) => {
      rmSync(join(folder, "posts"), { recursive: true });
      symlinkSync(victim, join(folder, "posts"));
    },
    "a pipe": (folder) => {
      rmSync(join(folder, "posts/a.md"));
      execFileSync("mkfifo", [join(folder, "posts/a.md")]);
    },
  };

  // The clock is asked when a run begins, and when it ends: after it was checked, and after what was fixed was.
  const moments = [2, 3, 4].flatMap((moment) =>
    Object.entries(changes).map(([name, change]) => [name, moment, change] as const),
  );

  it.each(moments)(
    "writes nothing where an article has become %s: %i",
    async (_, moment, change) => {
      const { folder, victim } = besideVictim({ "posts/a.md": BAD, "b.md": BAD });
      let asked = 0;
      const now = (): number => {
        asked += 1;
        if (asked === moment) change(folder, victim);
        return 0;
      };
      const before = readdirSync(victim);
      const { code, stderr } = await runIn(folder, [".", ...ONLY, "--fix"], { now });
      expect(stderr).toContain("posts/a.md is not changed: ");
      // What changes before it is fixed may be judged as it was; a fix that is lost fails the run.
      expect(moment === 4 ? [3] : [0, 3]).toContain(code);
      expect(readFileSync(join(folder, "b.md"), "utf8")).toBe("Text\n\nMore\n");
      expect([readdirSync(victim), readFileSync(join(victim, "a.md"), "utf8")]).toEqual([
        before,
        BAD,
      ]);
      expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    },
  );

  it("changes no article through a link that was there before", async () => {
    const { folder, victim } = besideVictim({});
    symlinkSync(victim, join(folder, "posts"));
    symlinkSync(join(victim, "a.md"), join(folder, "a.md"));
    for (const paths of [["."], ["posts/a.md"], ["a.md"], ["posts"], ["posts/*.md"]])
      await runIn(folder, [...paths, ...ONLY, "--fix"]);
    for (const argv of [["--suppress", "why"], ["--fix-suggestions"]])
      await runIn(folder, ["posts/a.md", "a.md", ...ONLY, ...argv]);
    expect(readFileSync(join(victim, "a.md"), "utf8")).toBe(BAD);
  });

  it("changes nothing in the folder of git, or among what the project has installed", async () => {
    const tree = { ".git/a.md": BAD, "node_modules/a/a.md": BAD };
    const { folder } = besideVictim(tree);
    for (const path of [".", ...Object.keys(tree)]) await runIn(folder, [path, ...ONLY, "--fix"]);
    for (const path of Object.keys(tree))
      expect(readFileSync(join(folder, path), "utf8")).toBe(BAD);
    const forced = await runIn(folder, [".git/a.md", ...ONLY, "--fix", "--no-ignore"]);
    expect([forced.code, forced.stderr]).toEqual([3, expect.stringContaining("folder of git")]);
  });
});

const ORDERS = [
  "::set-output name=a::b",
  "   ::error::forged",
  "##vso[task.setvariable variable=a]b",
  "A line ##teamcity[buildStatus text='x']",
];

describe("--diff", () => {
  const text = `${ORDERS.join("\n\n")}   \n\nEnd   \n`;
  const argv = ["a.md", ...ONLY, "--diff"];

  it.each(["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])(
    "gives a build server no commands: %s",
    async (name) => {
      const folder = temporaryProject({ ".git/HEAD": "", "a.md": text });
      const { stdout } = await runIn(folder, argv, { env: { [name]: "1" } });
      expect(stdout).toContain("+End\n");
      expect(stdout).not.toMatch(/^\s*::/m);
      expect(stdout).not.toMatch(/##(?:vso|teamcity)?\[/);
      const elsewhere = await runIn(folder, argv);
      expect(elsewhere.stdout).toContain(`\n ${ORDERS[2]}\n`);
    },
  );

  it.runIf(process.platform !== "win32")("goes into a file as it is", async () => {
    const folder = temporaryProject({ ".git/HEAD": "", "a.md": text });
    const env = { GITHUB_ACTIONS: "true" };
    const piped = await runProcess(folder, argv, { env });
    expect(piped.stdout).not.toContain(`\n ${ORDERS[2]}\n`);
    await runProcess(folder, argv, { env, output: join(folder, "fixes.patch") });
    execFileSync("git", ["apply", "fixes.patch"], { cwd: folder });
    expect(readFileSync(join(folder, "a.md"), "utf8")).toBe(text.replaceAll(/ +$/gm, ""));
  });
});
