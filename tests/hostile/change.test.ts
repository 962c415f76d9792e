import { readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/model.js";
import { runIn } from "../cli/run-in-memory.js";
import { repository } from "../git/repository.js";
import { temporaryProject } from "../run/temporary-project.js";

const ONLY = ["--only", "image/alt-missing"];
const IMAGE = '<img src="a.png">\n';

/** A pull request: a branch `topic` over `main`, with everything committed. */
function pullRequest(
  main: Readonly<Record<string, string>>,
  topic: Readonly<Record<string, string | undefined>>,
) {
  const made = repository(main);
  made.git("checkout", "--quiet", "-b", "topic");
  made.write(topic);
  // A stranger's commit holds ignored files, too.
  made.git("add", "--all", "--force");
  made.git("commit", "--quiet", "--message", "x");
  return made;
}

async function reportIn(folder: string, argv: readonly string[]) {
  const { code, stdout } = await runIn(folder, [...argv, ...ONLY, "-f", "json"]);
  const report = reportSchema.parse(JSON.parse(stdout));
  const found = report.files.flatMap(({ path, findings }) => findings.map(() => path));
  return { code, found, silenced: report.change?.silenced ?? [] };
}

describe("a pull request cannot hide what it adds", () => {
  it.each(["-diff", "binary", "diff=none", "-text -diff", "diff=none binary eol=crlf"])(
    "by attributes of git: *.md %s",
    async (attributes) => {
      const { folder } = pullRequest(
        { "a.md": "# A\n" },
        { "a.md": `# A\n\n${IMAGE}`, ".gitattributes": `*.md ${attributes}\n` },
      );
      for (const argv of [["--changed-lines"], []])
        expect(await reportIn(folder, ["--since", "main", ...argv])).toMatchObject({
          code: 1,
          found: ["a.md"],
        });
    },
  );

  it.each([
    [".gitignore", "new.md\n"],
    [".gitignore", "*\n"],
    [".copydeskignore", "new.md\n"],
    [".copydeskrc", "ignores: [new.md]\n"],
    [".copydeskrc", "files: [a.md]\n"],
  ])("by leaving out a new article: %s %j", async (name, text) => {
    const { folder } = pullRequest({ "a.md": "# A\n" }, { "new.md": IMAGE, [name]: text });
    const open = await reportIn(folder, ["--since", "main"]);
    expect(open.silenced).toContainEqual({
      kind: "article",
      what: "new.md is not checked",
      path: "new.md",
      count: 1,
    });
    const { stdout } = await runIn(folder, ["--since", "main", ...ONLY]);
    expect(stdout).toContain("new.md is not checked");
    const held = await reportIn(folder, ["--since", "main", "--config-from", "main"]);
    expect(held).toMatchObject({ code: 1, found: ["new.md"] });
  });

  it.each<Readonly<Record<string, string>>>([
    { ".copydeskrc": "rules: { image/alt-missing: off }\n" },
    {
      ".copydeskrc": "extends: ./soft.json\n",
      "soft.json": '{"rules":{"image/alt-missing":"off"}}',
    },
    { ".copydeskrc": "overrides: [{ files: ['*.md'], rules: { image/alt-missing: off } }]\n" },
    { "posts/.copydeskrc": "rules: { image/alt-missing: off }\n" },
    { "package.json": '{"copydesk":{"rules":{"image/alt-missing":"off"}}}' },
    { ".copydeskrc": "failOn: none\n" },
  ])("by settings of its own: %j", async (settings) => {
    const { folder } = pullRequest({ "a.md": "# A\n" }, { "posts/new.md": IMAGE, ...settings });
    const held = await reportIn(folder, ["--since", "main", "--config-from", "main"]);
    expect(held).toMatchObject({ code: 1, found: ["posts/new.md"] });
  });

  it("by a config that is code, or a baseline of its own", async () => {
    const { folder } = pullRequest(
      {
        "a.md": "# A\n",
        ".copydeskrc": "baseline: known.txt\n",
        "known.txt": "# copydesk baseline 1\n",
      },
      { "new.md": IMAGE },
    );
    const [{ fingerprint = "" } = {}] = JSON.parse(
      (await runIn(folder, [...ONLY, "-f", "json"])).stdout,
    ).files.flatMap(({ findings }: { findings: readonly { fingerprint: string }[] }) => findings);
    const known = `# copydesk baseline 1\nnew.md\timage/alt-missing\t${fingerprint}\n`;
    writeFileSync(join(folder, "known.txt"), known);
    const open = await reportIn(folder, ["--since", "main"]);
    expect([open.code, open.silenced.map(({ kind }) => kind)]).toEqual([0, ["baseline"]]);
    const held = await reportIn(folder, ["--since", "main", "--config-from", "main"]);
    expect(held).toMatchObject({ code: 1, found: ["new.md"] });
    writeFileSync(join(folder, "copydesk.config.mjs"), "export default { rules: {} };\n");
    const code = await runIn(folder, ["--since", "main", "--no-config-code"]);
    expect([code.code, code.stdout]).toEqual([2, ""]);
  });

  it("by directives, which are told of", async () => {
    const { folder } = pullRequest(
      { "a.md": "# A\n" },
      { "new.md": `<!-- copydesk-disable-file image/alt-missing -- mine -->\n\n${IMAGE}` },
    );
    const { silenced } = await reportIn(folder, ["--since", "main", "--config-from", "main"]);
    expect(silenced).toMatchObject([{ kind: "directive", path: "new.md" }]);
  });
});

/** All files below a folder with what they hold. */
const contents = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${readFileSync(file).toString("base64")}`)
    .sort();

describe("the folder of git", () => {
  it("stays as it is, whatever is asked", async () => {
    const { folder, git } = pullRequest({ "a.md": "# A\n" }, { "b.md": IMAGE });
    const unborn = repository({ "a.md": IMAGE });
    unborn.git("update-ref", "-d", "HEAD");
    git("pack-refs", "--all");
    for (const [where, options] of [
      [
        folder,
        [
          ["--since", "main"],
          ["--config-from", "main"],
          ["--baseline-from", "main"],
        ],
      ],
      [unborn.folder, [["--staged"], ["--dirty", "--changed-lines"]]],
    ] as const) {
      const before = contents(join(where, ".git"));
      for (const argv of options) expect((await reportIn(where, argv)).code).toBe(1);
      expect(contents(join(where, ".git"))).toEqual(before);
    }
  });

  it("is asked for no revision that is an option", async () => {
    const { folder } = repository({ "a.md": "# A\n" });
    for (const revision of ["-x", "--output=owned", "--exec=touch owned", "-", "a b", "", "x\0y"]) {
      for (const option of ["--since", "--baseline-from", "--config-from"]) {
        const { code, stderr } = await runIn(folder, [`${option}=${revision}`]);
        expect([code, stderr.trimEnd().split("\n").length], stderr).toEqual([2, 2]);
      }
    }
    expect(readdirSync(folder).sort()).toEqual([".git", "a.md"]);
  });
});

describe.runIf(process.platform !== "win32")("the summary of a workflow run", () => {
  const argv = [".", ...ONLY, "-f", "github"];

  it("is added to a file alone, and the run is as good without", async () => {
    const top = temporaryProject({ "victim.txt": "mine\n", "folder/": "" });
    const folder = temporaryProject({ ".git/HEAD": "", "a.md": IMAGE }, top);
    symlinkSync("victim.txt", join(top, "link"));
    writeFileSync(join(top, "large"), "x");
    truncateSync(join(top, "large"), 1024 * 1024);
    for (const name of ["link", "folder", "large", ".git/x", "victim.txt/x"]) {
      const env = { GITHUB_STEP_SUMMARY: join(top, name) };
      const { code, stdout, stderr } = await runIn(folder, argv, { env });
      expect([name, code, stderr.trimEnd().split("\n").length]).toEqual([name, 1, 1]);
      expect(stdout).toContain("::error file=a.md");
    }
    expect(readFileSync(join(top, "victim.txt"), "utf8")).toBe("mine\n");
    expect(readFileSync(join(top, "large")).length).toBe(1024 * 1024);
  });
});

describe("a report that the command line names", () => {
  it("is not the config's to write", async () => {
    const folder = temporaryProject({
      ".git/HEAD": "",
      "a.md": IMAGE,
      ".copydeskrc": "reports: [{ format: agent, to: ./out.json }, { format: agent, to: b.txt }]\n",
    });
    await runIn(folder, [".", ...ONLY, "-f", `json=${join(folder, "out.json")}`]);
    const report = reportSchema.safeParse(
      JSON.parse(readFileSync(join(folder, "out.json"), "utf8")),
    );
    expect(report.success).toBe(true);
    expect(readFileSync(join(folder, "b.txt"), "utf8")).toContain("image/alt-missing");
  });

  it("is not another one as well", async () => {
    const folder = temporaryProject({ ".git/HEAD": "", "a.md": IMAGE });
    const { code, stderr } = await runIn(folder, [".", "-f", "json=o", "-f", "sarif=./x/../o"]);
    expect([code, stderr]).toEqual([2, "copydesk: Two reports cannot go to one file, o.\n"]);
  });
});
