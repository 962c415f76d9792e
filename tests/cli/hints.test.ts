import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import OTHER_WORDS from "../../src/cli/other-words.json" with { type: "json" };
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

/** What is said of a command line that cannot be used. */
async function said(line: string): Promise<readonly string[]> {
  const folder = temporaryProject({ "a.md": "Talks end.\n" });
  const { code, stdout, stderr } = await runIn(folder, line.split(" "));
  expect([code, stdout]).toEqual([2, ""]);
  return stderr.trimEnd().split("\n");
}

describe("an option that does not exist", () => {
  it.each([
    ["--baselin x", "Did you mean --baseline?"],
    ["--max-warning 3", "Did you mean --max-warnings?"],
    ["-F json", "Did you mean -f?"],
    ["-o desk.json", "such as --format json=desk.json."],
    ["--output-file desk.json", "such as --format json=desk.json."],
    ["--cache-file links.json", "--online-cache for links to other sites."],
    ["--json", "Write --format json."],
    ["--zzz", "Run copydesk --help to see all options."],
    ["-z", "Run copydesk --help to see all options."],
    ["--constructor", "Run copydesk --help to see all options."],
    ["--toString=1", "Run copydesk --help to see all options."],
  ])("is answered with what is meant: %s", async (line, hint) => {
    const [what, help] = await said(line);
    expect(what).toMatch(/^copydesk: The option --?[\w-]+ does not exist\.$/);
    expect(help).toContain(hint);
  });
});

describe("a command that does not exist", () => {
  it.each([
    ["ini", "Did you mean copydesk init?"],
    ["infr", "Did you mean copydesk infer?"],
    ["lnks", "Did you mean copydesk links?"],
    ["rule", "Did you mean copydesk rules?"],
    ["explian link/broken", "Did you mean copydesk explain?"],
    ["baselin update", "Did you mean copydesk baseline?"],
    ["baseline updat", "Did you mean copydesk baseline update?"],
    ["baseline statis", "Did you mean copydesk baseline status?"],
    ["baseline remove", "Write copydesk baseline prune."],
    ["check a.md", "Checking needs no command: copydesk PATH."],
    ["fix", "Write copydesk --fix."],
  ])("is answered with the one that is meant: %s", async (line, hint) => {
    const [what, help] = await said(line);
    expect(what).toMatch(/ does not exist\.$/);
    expect(help).toBe(`  ${hint}`);
  });

  it("is a path where nothing is near, or where it looks like one", async () => {
    expect(await said("zzzzzz")).toEqual(["copydesk: zzzzzz does not exist."]);
    expect(await said("./ini")).toEqual(["copydesk: ./ini does not exist."]);
    expect(await said("links ini")).toEqual(["copydesk: ini does not exist."]);
  });
});

it("refuses words that a command has no use for", async () => {
  expect(await said("init posts")).toEqual([
    'copydesk: copydesk init has no use for "posts".',
    "  Run copydesk init --help.",
  ]);
  expect((await said("rules image"))[0]).toContain('no use for "image"');
});

it("names options and commands that exist, in every hint", async () => {
  const folder = temporaryProject({});
  const commands = ["--help", "init --help", "infer --help", "baseline --help"];
  const help = await Promise.all(commands.map((line) => runIn(folder, line.split(" "))));
  const text = help.map(({ stdout }) => stdout).join("");
  const hints = Object.values(OTHER_WORDS).flatMap((words) => Object.values<string>(words));
  for (const option of hints.flatMap((hint) => hint.match(/--[a-z-]+/g) ?? []))
    expect(text).toContain(option);
  for (const [, command = ""] of hints.flatMap((hint) => [...hint.matchAll(/copydesk ([a-z]+)/g)]))
    expect(text).toContain(`copydesk ${command}`);
});

it("has no hint for an option that exists", () => {
  const source = readFileSync(join(import.meta.dirname, "../../src/cli/options.ts"), "utf8");
  const names = [...source.matchAll(/^ {2}"?([a-z-]+)"?: \{/gm)].map(([, name]) => name ?? "");
  const check = names.filter((name) => !["yes", "dry-run", "schema", "hook", "ci"].includes(name));
  expect(check.filter((name) => Object.hasOwn(OTHER_WORDS.options, name))).toEqual([]);
});
