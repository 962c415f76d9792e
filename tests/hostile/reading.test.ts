import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { CONFIG_FILES } from "../../src/config/load/find-config.js";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";
import { reportOf } from "./run-process.js";

const SECRET = "AWS_SECRET_KEY=hunter2-TOPSECRET\n[default\n";
const GOOD = "---\ntitle: Good\n---\n\n[x](y.md)\n";

/** Files of others that a run looks at. */
const OTHERS = [
  "package.json",
  // What cosmiconfig would read to configure itself.
  "package.yaml",
  ".config/config.json",
  ".config/config.yaml",
  ".config/config.yml",
  ".config/config.js",
  ".config/config.mjs",
  "config.toml",
  "config/_default/params.toml",
  "eleventy.config.js",
  "docusaurus.config.js",
  "book.toml",
  "package-lock.json",
  "tsconfig.json",
  ".gitignore",
  ".copydeskignore",
  ".gitmodules",
  ".git/HEAD",
  "_redirects",
  "netlify.toml",
  "vercel.json",
  "source/s.json",
];

/** Configs by which a site is known. */
const SITES = [
  "_config.yml",
  "hugo.toml",
  "astro.config.mjs",
  ".vitepress/config.js",
  "mkdocs.yml",
];

/** Other programs have a package.json as well. */
const OWN = CONFIG_FILES.filter((name) => name !== "package.json");

/** Ways to put something in the place of a file that no run may read. */
const TRAPS: Readonly<Record<string, (file: string, outside: string) => void>> = {
  "a link out of the project": (file, outside) => symlinkSync(join(outside, "secret.txt"), file),
  "a link to a device": (file) => symlinkSync("/dev/zero", file),
  "a pipe": (file) => execFileSync("mkfifo", [file]),
  "a huge file": (file) => {
    writeFileSync(file, "");
    truncateSync(file, 3 * 1024 ** 3);
  },
};

/** A project with articles, beside a secret, and what `put` puts in the place of some names. */
function projectWith(
  names: readonly string[],
  put: (file: string, outside: string) => void,
): string {
  const outside = temporaryProject({ "secret.txt": SECRET });
  const folder = join(outside, "project");
  for (const path of [".git", "source/_posts"]) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(
    join(folder, "source/_posts/a.md"),
    GOOD.replace("title", "$schema: ../s.json\ntitle"),
  );
  writeFileSync(join(folder, "good.md"), GOOD);
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    put(join(folder, name), outside);
  }
  return folder;
}

/** Checks a project that must come to no harm: the innocent are reported. */
async function expectReport(folder: string): Promise<void> {
  const { code, stdout, stderr } = await runIn(folder, [".", "--format", "json"]);
  expect(stdout + stderr).not.toMatch(/hunter2|TOPSECRET|internal error/);
  expect([0, 1], stderr).toContain(code);
  expect(stdout).toContain('"path":"good.md"');
}

describe.runIf(process.platform !== "win32").each(Object.entries(TRAPS))("%s", (_trap, put) => {
  it.each(OWN)("is not read as our config %s, and stops the run", async (name) => {
    const { code, stdout, stderr } = await runIn(projectWith([name], put), ["."]);
    expect(stdout + stderr).not.toMatch(/hunter2|TOPSECRET/);
    expect([code, stderr.split("\n")[0]]).toEqual([
      2,
      expect.stringMatching(/error {2}This config is .*, so it is not read\.$/),
    ]);
  });

  it("is not read as a file of others, and the run goes on", async () => {
    await expectReport(projectWith(OTHERS, put));
  });

  it("is not read as package.json by anything in a process of its own", async () => {
    const { code, report } = await reportOf(projectWith(["package.json"], put));
    expect([0, 1]).toContain(code);
    expect(report.files.map(({ path }) => path)).toContain("good.md");
  }, 90_000);

  // Most names of configs of sites keep a run from seeing those of others.
  it.each(SITES)("is not read as the config of a site: %s", async (name) => {
    await expectReport(projectWith([name], put));
  });
});

describe("a folder", () => {
  it("may have the name of any file", async () => {
    await expectReport(projectWith([...OWN, ...OTHERS, ...SITES], (file) => mkdirSync(file)));
  });
});

describe("what cosmiconfig would read to configure itself", () => {
  it.each([
    ["package.json", '{ "cosmiconfig": { "$import": "/dev/zero" } }'],
    ["package.json", '{ "cosmiconfig": { "searchPlaces": ["../secret.txt"] } }'],
    [".config/config.json", '{ "$import": "../../secret.txt" }'],
    [".config/config.yaml", "cosmiconfig: { searchPlaces: [../secret.txt] }\n"],
  ])("is not read: %s with %s", async (name, text) => {
    await expectReport(projectWith([name], (file) => writeFileSync(file, text)));
  });
});

describe("links inside the project", () => {
  it("are followed, to configs too", async () => {
    const folder = temporaryProject({
      ".git/HEAD": "",
      "shared/desk.yaml": 'rules: { "image/*": off }\n',
      ".copydeskrc": { link: "shared/desk.yaml" },
      "a.md": "<img src=a.png>\n",
    });
    const { code, stdout } = await runIn(folder, ["a.md"]);
    expect(stdout).not.toContain("image/alt-missing");
    expect(code).not.toBe(2);
  });
});

describe.runIf(process.platform !== "win32")("folders", () => {
  it("that lead out of the project are not searched for articles", async () => {
    for (const name of ["content", "docs", "source", "src/content", "content/posts", "static"]) {
      const folder = temporaryProject({
        ".git/HEAD": "",
        "hugo.toml": "title = 'A'\n",
        "_config.yml": "title: A\n",
        "good.md": GOOD,
      });
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      symlinkSync("/usr", join(folder, name));
      const started = Date.now();
      const { code, stdout, stderr } = await runIn(folder, ["--format", "json"]);
      expect([0, 1], stderr).toContain(code);
      expect(Date.now() - started).toBeLessThan(10_000);
      expect(stdout).not.toMatch(/"path": "[^"]*\/(?:share|lib)\//);
    }
  });

  it("that are linked are left out with a note, where a glob of the shell names what is in them", async () => {
    const outside = temporaryProject({ "s.md": "# TOPSECRET\n", "t.md": "# TOPSECRET\n" });
    const folder = temporaryProject({ ".git/HEAD": "", "good.md": GOOD });
    symlinkSync(outside, join(folder, "posts"));
    for (const paths of [["posts/s.md", "posts/t.md"], ["posts/*.md"], ["good.md", "posts/s.md"]]) {
      const { code, stdout, stderr } = await runIn(folder, [...paths, "--only", "link/*"]);
      expect(stdout).not.toContain("TOPSECRET");
      expect(stderr).toContain(
        "leads out of the project through a symbolic link, so it was skipped",
      );
      expect([0, 1]).toContain(code);
    }
  });
});

describe("the pointers of git", () => {
  it.each(["ref: refs/heads/../../../secret\n", "ref: /etc/passwd\n", `${"a".repeat(100_000)}\n`])(
    "lead to nothing else: %j",
    async (head) => {
      const folder = temporaryProject({
        ".git/HEAD": head,
        ".git/secret": `${"a".repeat(40)}\n`,
        secret: `${"b".repeat(40)}\n`,
        "good.md": GOOD,
      });
      const { stdout } = await runIn(folder, ["good.md", "--format", "json"]);
      expect(JSON.parse(stdout).run.git).toBeUndefined();
    },
  );
});
