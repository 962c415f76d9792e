import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const badImage = (name: string): string => `<img src="https://example.org/${name}.png">\n`;
const BAD = badImage("a");
const RULES = ["--only", "image/alt-missing"];
const MANY = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [`${index}.md`, badImage(`${index}`)] as const),
);

/** How many findings are shown with their text. */
const shown = (stdout: string): number => stdout.split("\n  help  ").length - 1;

describe("how much is shown", () => {
  it.each<[string, string, readonly string[], number]>([
    ["50 findings unless somebody says otherwise", "", [], 50],
    ["as many as the command line says", "", ["--max-findings", "7"], 7],
    ["all of them", "", ["--max-findings", "all"], 60],
    ["all of them", "", ["--max-findings=0"], 60],
    ["as many as the config says", "maxFindings: 3", [], 3],
    ["all, when the config says so", "maxFindings: all", [], 60],
    [
      "as many as the command line says over the config",
      "maxFindings: 3",
      ["--max-findings", "5"],
      5,
    ],
  ])("is %s", async (_what, config, argv, count) => {
    const cwd = temporaryProject({ ...MANY, ".copydeskrc": config });
    expect(shown((await runIn(cwd, [".", ...RULES, ...argv])).stdout)).toBe(count);
  });

  it("leaves out infos, unless somebody asks for them", async () => {
    const tree = { "a.md": BAD, "b.md": BAD };
    const info = ["--rule", "image/*:off", "--rule", "image/alt-missing:info", "a.md", "b.md"];
    const all = async (config: string, argv: readonly string[]): Promise<number> => {
      const ran = await runIn(temporaryProject({ ...tree, ".copydeskrc": config }), argv);
      return ran.stdout.split("  info  ").length - 1;
    };
    expect(await all("", info)).toBe(0);
    expect(await all("", [...info, "--verbose"])).toBeGreaterThanOrEqual(2);
    expect(await all("verbose: true", info)).toBeGreaterThanOrEqual(2);
    expect(await all("", [...info, ...RULES])).toBe(2);
    expect(await all("", info.slice(0, -1))).toBeGreaterThanOrEqual(1);
  });

  it("ends with commands that show the rest of just this run", async () => {
    const ran = await runIn(temporaryProject(MANY), [".", "--fail-on", "warn", ...RULES]);
    expect(ran.stdout).toContain(`50 of 60 findings shown. To see
  one rule  copydesk . --fail-on warn --only image/alt-missing
  one file  copydesk --fail-on warn --only image/alt-missing 0.md
  all       copydesk . --fail-on warn --only image/alt-missing --verbose --max-findings all
`);
  });

  it("names no command for standard input, whose text is gone by then", async () => {
    const ran = await runIn(temporaryProject({}), ["--stdin", "--max-findings", "1", ...RULES], {
      stdin: BAD + BAD,
    });
    expect(ran.stdout).toContain("\n1 of 2 findings shown.\n");
    expect(ran.stdout).not.toContain("copydesk ");
  });

  it("is in the settings of a file", async () => {
    const cwd = temporaryProject({ ".copydeskrc": "maxFindings: 0\nverbose: true" });
    const { stdout } = await runIn(cwd, ["--print-config", "a.md"]);
    expect(stdout).toMatch(/^maxFindings +\.copydeskrc +"all"$/m);
    expect(stdout).toMatch(/^verbose +\.copydeskrc +true$/m);
  });
});

describe("the settings of an article", () => {
  const config = JSON.stringify({
    site: { routes: { "/\u001b[31m\n::error::a\u202e\u009b": "b\u0007\r::error::c" } },
  });

  it.each([[[]], [["-f", "json"]]])("hold no control characters %j", async (argv) => {
    const cwd = temporaryProject({ "a.md": BAD, ".copydeskrc.json": config });
    const { stdout } = await runIn(cwd, ["--print-config", "a.md", ...argv]);
    expect(stdout).toContain("31m");
    expect(stdout).not.toMatch(/[^\P{C}\n]/u);
    expect(stdout).not.toMatch(/^\s*::/m);
  });
});

describe("formats for people", () => {
  it("are one line for each finding, or the table alone", async () => {
    const cwd = temporaryProject({ "a.md": BAD });
    expect((await runIn(cwd, ["a.md", ...RULES, "-f", "concise"])).stdout).toBe(
      "a.md:1:1 error image/alt-missing This image has no alt text.\n✖ 1 error in 1 of 1 files\n",
    );
    const summary = (await runIn(cwd, ["a.md", ...RULES, "-f", "summary"])).stdout;
    expect(summary).toContain("\nerror     image/alt-missing      1      1        0  a.md:1:1\n");
    expect(summary).toContain("  one rule  copydesk a.md --only image/alt-missing\n");
  });
});

describe("hyperlinks", () => {
  it.each<[string, Record<string, string>, boolean, boolean]>([
    ["in a terminal that shows them", { TERM_PROGRAM: "WezTerm" }, true, true],
    ["in one that is known by its version", { VTE_VERSION: "7200" }, true, true],
    ["not in one that is too old for them", { VTE_VERSION: "4800" }, true, false],
    ["not in a terminal that nobody knows", { TERM: "xterm-256color" }, true, false],
    ["not in a pipe", { TERM_PROGRAM: "WezTerm" }, false, false],
    ["not on a build server", { TERM_PROGRAM: "WezTerm", CI: "true" }, true, false],
    ["not in a multiplexer", { TERM_PROGRAM: "WezTerm", TMUX: "/tmp/x,1,0" }, true, false],
    ["where they are asked for", { FORCE_HYPERLINK: "1" }, false, true],
    ["not where they are refused", { FORCE_HYPERLINK: "0", WT_SESSION: "1" }, true, false],
  ])("are written %s", async (_where, env, tty, expected) => {
    const ran = await runIn(temporaryProject({ "a.md": BAD }), ["a.md", ...RULES], { env, tty });
    expect(ran.stdout.includes("\u001b]8;;file:///")).toBe(expected);
  });
});
