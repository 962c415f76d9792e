import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/model.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const BAD = '<img src="https://example.org/a.png">\n';
const ONLY = ["--only", "image/alt-missing"];

describe("exit codes", () => {
  it.each<[string, ProjectTree, readonly string[], number]>([
    ["nothing is wrong", { "a.md": "" }, ["a.md", ...ONLY], 0],
    ["there are no articles", { "a.txt": "" }, ["."], 0],
    ["a rule is unknown, also without articles", {}, [".", "--only", "image/alt-mising"], 2],
    ["there is an error", { "a.md": BAD }, ONLY, 1],
    ["there is a warning", { "a.md": BAD }, [...ONLY, "--rule", "image/alt-missing:warn"], 0],
    [
      "there is a warning and it fails the run",
      { "a.md": BAD },
      [...ONLY, "--rule", "image/alt-missing:warn", "--fail-on", "warn"],
      1,
    ],
    [
      "the config says what fails",
      { "a.md": BAD, ".copydeskrc": "failOn: info\nrules: { image/alt-missing: info }" },
      ONLY,
      1,
    ],
    [
      "the config allows no warnings",
      { "a.md": BAD, ".copydeskrc": "maxWarnings: 0\nrules: { image/alt-missing: warn }" },
      ONLY,
      1,
    ],
    [
      "the command line allows them",
      { "a.md": BAD, ".copydeskrc": "maxWarnings: 0\nrules: { image/alt-missing: warn }" },
      [...ONLY, "--max-warnings=1"],
      0,
    ],
    ["one of the paths does not exist", { "a.md": "" }, ["a.md", "b.md"], 2],
    ["the config is broken", { ".copydeskrc": "{" }, ["."], 2],
    ["an option needs a value", { "a.md": "" }, ["--config"], 2],
  ])("when %s", async (_name, tree, argv, code) => {
    const ran = await runIn(temporaryProject(tree), argv);
    expect(ran.code, ran.stderr).toBe(code);
  });
});

describe("wrong usage says what was meant", () => {
  it.each<[readonly string[], string]>([
    [["--formt", "json"], "The option --formt does not exist.\n  Did you mean --format?"],
    [["--no-colour"], "The option --no-colour does not exist.\n  Did you mean --no-color?"],
    [["--format", "jsno"], `The report format "jsno" does not exist.\n  Did you mean "json"?`],
    [
      ["--fail-on", "warning"],
      `--fail-on must be error, warn or info, not "warning".\n  Did you mean --fail-on warn?`,
    ],
    [["--max-findings", "-1"], `--max-findings must be a whole number or all, not "-1".`],
    [["--max-findings", "al"], `--max-findings must be a whole number or all, not "al".`],
    [["--quiet", "--verbose"], "--quiet and --verbose cannot be combined."],
    [["--max-warnings", "few"], `--max-warnings must be a whole number, not "few".`],
    [
      ["--rule", "image/alt-mising:off", "."],
      `--rule: The rule "image/alt-mising" does not exist.\n  help  Did you mean "image/alt-missing"?`,
    ],
    [["--rule", "image/alt-missing:warning", "."], "with off, info, warn or error."],
    [["--only", "imge/*", "."], `No rule matches "imge/*".\n  help  Did you mean "image/*"?`],
    [["--format", "json="], "--format json= names no file."],
    [["-f", "jsn=a.json"], `The report format "jsn" does not exist.\n  Did you mean "json"?`],
    [["-f", "json=a", "-f", "sarif=a"], "Two reports cannot go to one file, a."],
    [
      ["--format", "json", "--format", "github"],
      "Only one report can go to standard output, not json and github.\n  Name a file for the other: --format github=FILE.",
    ],
    [["--stdin", "a.md"], "--stdin checks standard input, so it cannot be combined with paths."],
    [["--stdin-filename", "a.md"], "--stdin-filename needs --stdin."],
    [["--stdin", "--stdin-filename", "a.txt"], "a.txt is not the name of an article."],
    [["--config", "a.yaml", "--config", "b.yaml"], "--config is given more than once."],
    [["explian", "image/hotlink"], "Did you mean copydesk explain?"],
    [
      ["explain", "image/alt-mising"],
      `The rule "image/alt-mising" does not exist.\n  Did you mean image/alt-missing?`,
    ],
    [["explain"], "Not enough non-option arguments"],
    [["rules", "--fromat", "json"], "Did you mean --format?"],
  ])("%j", async (argv, message) => {
    const ran = await runIn(temporaryProject({ "a.md": "" }), argv);
    expect(ran.stderr).toContain(message);
    expect(ran.stdout).toBe("");
    expect(ran.code).toBe(2);
  });
});

describe("colour", () => {
  const colored = async (argv: readonly string[], env: Record<string, string>, tty = false) => {
    const ran = await runIn(temporaryProject({ "a.md": BAD }), [...ONLY, ...argv], { env, tty });
    return ran.stdout.includes("\u001b[");
  };

  it.each<[readonly string[], Record<string, string>, boolean, boolean]>([
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: "1" }, true, false],
    [[], { NO_COLOR: "" }, true, true],
    [[], { FORCE_COLOR: "1" }, false, true],
    [[], { FORCE_COLOR: "0" }, true, false],
    [[], { TERM: "dumb" }, true, false],
    [["--color"], { NO_COLOR: "1" }, false, true],
    [["--no-color"], { FORCE_COLOR: "1" }, true, false],
  ])("with %j, %j and a terminal: %s, it is there: %s", async (argv, env, tty, expected) => {
    expect(await colored(argv, env, tty)).toBe(expected);
  });
});

describe("paths after --", () => {
  it("are checked, and nothing else", async () => {
    const cwd = temporaryProject({ "a.md": BAD, "-b.md": "Fine.\n" });
    expect((await runIn(cwd, [...ONLY, "-f", "concise", "--", "-b.md"])).stdout).toContain(
      "No problems in 1 file",
    );
    const { stdout } = await runIn(cwd, [...ONLY, "-f", "json", "a.md", "--", "-b.md"]);
    expect(JSON.parse(stdout).summary.files).toBe(2);
  });
});

describe("reports", () => {
  it("are written several at once, each with the format it is to have", async () => {
    const cwd = temporaryProject({ "a.md": BAD });
    const argv = [
      ...ONLY,
      "-f",
      "json=out/desk.json",
      "--format=github=out/notes.txt",
      "-f",
      "human=log=1.txt",
    ];
    const ran = await runIn(cwd, argv);
    expect(ran.stdout).toContain("✖ 1 error");
    const json = reportSchema.parse(JSON.parse(readFileSync(join(cwd, "out/desk.json"), "utf8")));
    expect(json.summary.errors).toBe(1);
    expect(readFileSync(join(cwd, "out/notes.txt"), "utf8")).toContain("::error file=a.md");
    expect(readFileSync(join(cwd, "log=1.txt"), "utf8")).toContain("✖ 1 error");
    expect(ran.code).toBe(1);
  });

  it("go to standard output in the format without a file", async () => {
    const cwd = temporaryProject({ "a.md": BAD });
    const ran = await runIn(cwd, [...ONLY, "--format", "json=x.out", "--format", "github"], {
      tty: true,
    });
    expect(ran.stdout).toContain("::error file=a.md");
    expect(JSON.parse(readFileSync(join(cwd, "x.out"), "utf8"))).toHaveProperty("version", 1);
  });

  it("add a table to the summary of a workflow run, after what others wrote", async () => {
    const cwd = temporaryProject({ "a.md": BAD, "summary.md": "# Before\n" });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
    await runIn(cwd, [...ONLY, "a.md", "-f", "github"], { env });
    const text = readFileSync(join(cwd, "summary.md"), "utf8");
    expect(text).toMatch(/^# Before\n### ❌ copydesk: 1 error/);
    await runIn(cwd, [...ONLY, "a.md", "-f", "json"], { env });
    expect(readFileSync(join(cwd, "summary.md"), "utf8")).toBe(text);
  });

  it("are written as the config asks, relative to it, without colour", async () => {
    const cwd = temporaryProject({
      ".git/HEAD": "",
      ".copydeskrc": "reports: [{ format: human, to: reports/desk.log }]",
      "posts/a.md": BAD,
    });
    await runIn(join(cwd, "posts"), [...ONLY, "--color"]);
    const text = readFileSync(join(cwd, "reports/desk.log"), "utf8");
    expect(text).toContain("image/alt-missing");
    expect(text).not.toContain("\u001b");
  });

  it("name unknown formats of the config", async () => {
    const cwd = temporaryProject({
      ".copydeskrc": "reports: [{ format: jsn, to: a.json }]",
      "a.md": "",
    });
    const ran = await runIn(cwd, ["."]);
    expect([ran.code, ran.stderr]).toEqual([
      2,
      `copydesk: The report format "jsn" does not exist.\n  Did you mean "json"?\n`,
    ]);
    expect(existsSync(join(cwd, "a.json"))).toBe(false);
  });

  it("fail the run where they cannot be written", async () => {
    const ran = await runIn(temporaryProject({ "a.md": "", "dir/": "" }), [
      "a.md",
      "-f",
      "json=dir/a.md/x.json",
      "-f",
      "json=a.md/x.json",
    ]);
    expect([ran.code, ran.stderr]).toEqual([
      2,
      expect.stringContaining("a.md/x.json is not written: "),
    ]);
  });

  it("show paths that can be clicked in the folder one works in", async () => {
    const cwd = temporaryProject({ ".git/HEAD": "", "site/posts/a.md": BAD });
    const human = await runIn(join(cwd, "site"), [...ONLY, "posts"]);
    expect(human.stdout).toContain("\nposts/a.md:1:1 ");
    const json = await runIn(join(cwd, "site"), [...ONLY, "posts", "-f", "json"]);
    expect(JSON.parse(json.stdout).files[0].path).toBe("site/posts/a.md");
  });
});

describe("a working directory reached through a link", () => {
  it("is what paths are shown relative to", async () => {
    const top = temporaryProject({ "real/a.md": BAD, link: { link: "real" } });
    expect((await runIn(join(top, "link"), ["a.md", ...ONLY])).stdout).toContain("\na.md:1:1 ");
    const broken = temporaryProject({ "real/.copydeskrc": "{", link: { link: "real" } });
    expect((await runIn(join(broken, "link"), ["."])).stderr).toMatch(/^\.copydeskrc:1/);
  });
});

describe("standard input", () => {
  it("takes format and config from the name", async () => {
    const cwd = temporaryProject({ "posts/.copydeskrc": "rules: { image/alt-missing: off }" });
    const at = (name: string) =>
      runIn(cwd, ["--stdin", "--stdin-filename", name, "--only", "image/*", "-f", "json"], {
        stdin: BAD,
      });
    expect(JSON.parse((await at("posts/x.md")).stdout).summary.byRule).not.toHaveProperty(
      "image/alt-missing",
    );
    const page = JSON.parse((await at("x.html")).stdout);
    expect(page.files[0]).toMatchObject({ path: "x.html", format: "html" });
    expect(page.summary.byRule).toHaveProperty("image/alt-missing");
  });

  it("is Markdown without a name, and not checked when its file is ignored", async () => {
    const cwd = temporaryProject({ ".gitignore": "drafts", "a.md": "" });
    expect(
      (await runIn(cwd, ["--stdin", ...ONLY], { stdin: "![](a.png)\n\n<img src=x>" })).code,
    ).toBe(1);
    const ignored = await runIn(cwd, ["--stdin", "--stdin-filename", "drafts/x.md"], {
      stdin: BAD,
    });
    expect([ignored.code, ignored.stderr]).toEqual([
      0,
      expect.stringContaining("drafts/x.md is ignored"),
    ]);
  });
});

describe("the other commands", () => {
  it("prints the version, and the help at the width of the terminal", async () => {
    const cwd = temporaryProject({});
    expect(await runIn(cwd, ["--version"])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: "",
    });
    const help = await runIn(cwd, ["--help"], { columns: 60 });
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("--stdin-filename");
    expect(Math.max(...help.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it("lists and explains rules although the config is broken, for those who mend it", async () => {
    const cwd = temporaryProject({ ".copydeskrc": "rules: { image/hotlnk: off }" });
    for (const argv of [["rules"], ["explain", "image/hotlink"]]) {
      const ran = await runIn(cwd, argv);
      expect([ran.code, ran.stderr]).toEqual([
        0,
        expect.stringContaining("The config cannot be used"),
      ]);
      expect(ran.stdout).toContain("image/hotlink");
    }
  });

  it("prints the settings of a file with where they come from", async () => {
    const cwd = temporaryProject({
      ".copydeskrc": "failOn: warn\noverrides: [{ files: posts, rules: { image/hotlink: off } }]",
    });
    const { stdout, code } = await runIn(cwd, ["--print-config", "posts/a.md"]);
    expect(code).toBe(0);
    expect(stdout).toContain("posts/a.md: .copydeskrc\n");
    expect(stdout).toMatch(/^failOn +\.copydeskrc +"warn"$/m);
    expect(stdout).toMatch(/^rules\["image\/hotlink"\] +\.copydeskrc overrides\[0\] +"off"$/m);
    expect(stdout).toMatch(/^rules\["image\/alt-missing"\] +preset recommended +"on"$/m);
    const json = JSON.parse(
      (await runIn(cwd, ["--print-config", "posts/a.md", "-f", "json"])).stdout,
    );
    expect(json).toMatchObject({ file: "posts/a.md", config: ".copydeskrc" });
  });
});

describe("a long run", () => {
  const slowly = () => {
    let now = 0;
    return () => {
      now += 600;
      return now;
    };
  };
  const tree = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`${number}.md`, ""]));

  it("shows progress on a terminal and takes it away", async () => {
    const ran = await runIn(temporaryProject(tree), ONLY, { tty: true, now: slowly() });
    expect(ran.stderr).toContain("Checking articles: 3 of 5");
    expect(ran.stderr.endsWith("\r\u001b[K")).toBe(true);
  });

  it("shows none elsewhere, nor when it is short", async () => {
    expect((await runIn(temporaryProject(tree), ONLY, { now: slowly() })).stderr).toBe("");
    expect((await runIn(temporaryProject(tree), ONLY, { tty: true })).stderr).toBe("");
    expect(
      (await runIn(temporaryProject(tree), ONLY, { tty: true, now: slowly(), env: { CI: "1" } }))
        .stderr,
    ).toBe("");
  });
});

describe("articles of another project", () => {
  it("are checked when all paths name them, with its configs but none of its code", async () => {
    const top = temporaryProject({
      "here/.git/HEAD": "",
      "there/.git/HEAD": "",
      "there/posts/a.md": BAD,
      "there/.copydeskrc": "rules: { image/alt-missing: info }",
    });
    const ran = await runIn(join(top, "here"), ["../there/posts/a.md", ...ONLY, "-f", "json"]);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      summary: { infos: 1 },
      files: [{ path: "posts/a.md" }],
    });

    const hostile = temporaryProject({
      "here/.git/HEAD": "",
      "there/copydesk.config.mjs": "throw new Error('this was run')",
      "there/a.md": BAD,
    });
    const refused = await runIn(join(hostile, "here"), ["../there/a.md"]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).not.toContain("this was run");
  });
});
