import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../git/repository.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { type Ran, runIn } from "./run-in-memory.js";

const paragraph = (seed: number): string =>
  `This paragraph number ${seed} is long enough to be compared with those of other articles.\n`;
const article = (number: number): string =>
  `---\ntitle: Article ${number}\n---\n\n${paragraph(number % 3)}\n![](a${number}.png) [next](a${number + 1}.md#none)\n`;

/** A whole site, whose articles link to each other and repeat each other. */
const SITE: ProjectTree = {
  ".copydeskrc": "site:\n  complete: true\n",
  ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`posts/a${at}.md`, article(at)])),
};

async function shards(folder: string, count: number, args: readonly string[] = []) {
  const files: string[] = [];
  for (let number = 1; number <= count; number++) {
    const { code, stderr } = await runIn(folder, [...args, "--shard", `${number}/${count}`]);
    expect([code, stderr]).toEqual([0, ""]);
    files.push(`copydesk-shard-${number}-of-${count}.json`);
  }
  return files;
}

/** What is printed, without what differs from run to run. */
const printed = ({ code, stdout, stderr }: Ran) => ({ code, stdout, stderr });

describe("a merge of shards", () => {
  it.each([
    ["human", []],
    ["json", ["posts"]],
    ["sarif", ["--only", "link/*,text/*"]],
    ["github", ["posts/a1.md", "posts/a5.md"]],
    ["junit", ["--rule", "image/alt-missing:off"]],
  ])("prints as %s what one run prints", async (format, args) => {
    const folder = temporaryProject(SITE);
    const one = await runIn(folder, [...args, "-f", format]);
    for (const count of [1, 3, 20]) {
      const files = await shards(folder, count, args);
      const merged = await runIn(folder, ["merge", ...files, "-f", format]);
      expect(printed(merged)).toEqual(printed(one));
    }
    expect(one.stdout).not.toBe("");
  });

  it("judges by the options of the merge, and by a baseline", async () => {
    const folder = temporaryProject(SITE);
    const files = await shards(folder, 2);
    expect((await runIn(folder, ["merge", ...files])).code).toBe(1);
    await runIn(folder, ["baseline"]);
    const args = ["--baseline", "copydesk-baseline.txt"];
    const one = await runIn(folder, args);
    expect(printed(await runIn(folder, ["merge", ...files, ...args]))).toEqual(printed(one));
    expect(one.code).toBe(0);
  });

  it("judges a change as one run does", async () => {
    const { folder, commit } = repository({ ...SITE, ".gitignore": "copydesk-shard-*\n" });
    commit({ "posts/a4.md": `${article(4)}\n![](new.png)\n` });
    const args = ["--since", "HEAD~1"];
    const one = await runIn(folder, [...args, "-f", "json"]);
    const files = await shards(folder, 2, args);
    const merged = await runIn(folder, ["merge", ...files, ...args, "-f", "json"]);
    expect(printed(merged)).toEqual(printed(one));
    expect(one.stdout).toContain("new.png");
  });

  it("refuses articles that no shard has checked as they are now", async () => {
    const folder = temporaryProject(SITE);
    const files = await shards(folder, 2);
    writeFileSync(join(folder, "posts/a3.md"), `${article(3)}\nMore.\n`);
    const { code, stderr } = await runIn(folder, ["merge", ...files]);
    expect(code).toBe(2);
    expect(stderr).toContain("No shard has checked posts/a3.md as it is now");
  });

  it("refuses other settings than those of the shards", async () => {
    const folder = temporaryProject(SITE);
    const files = await shards(folder, 2);
    writeFileSync(join(folder, ".copydeskrc"), "rules:\n  image/alt-missing: off\n");
    const { code, stderr } = await runIn(folder, ["merge", ...files]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("with the same options")]);
  });

  it("needs the files of all shards of one check, whole", async () => {
    const folder = temporaryProject(SITE);
    const [one = "", two = ""] = await shards(folder, 2);
    const said = async (...argv: readonly string[]) => {
      const { code, stderr } = await runIn(folder, ["merge", ...argv]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await said()).toContain("needs the files of the shards");
    expect(await said("none.json")).toContain("none.json cannot be read");
    expect(await said(".copydeskrc")).toContain("is not the file of a shard");
    expect(await said(one)).toContain("Shard 2 of 2 is missing.");
    expect(await said(one, one)).toContain("both shard 1 of 2");
    const [other = ""] = await shards(folder, 3, ["posts"]);
    expect(await said(one, other)).toContain("not shards of one check");
    const text = readFileSync(join(folder, two), "utf8");
    writeFileSync(join(folder, two), text.slice(0, text.lastIndexOf('{"key"')));
    expect(await said(one, two)).toContain("is damaged");
    writeFileSync(join(folder, two), text.replace('"severity":"', '"severity":"very '));
    expect(await said(one, two)).toContain("No shard has checked");
    writeFileSync(join(folder, two), text.replace(/"build":"[^"]*"/, '"build":"0.0.1"'));
    expect(await said(one, two)).toContain("Run all shards and the merge with one version.");
  });
});

describe("--shard", () => {
  it.each(["2", "0/2", "3/2", "1/1001", "a/b", "-1/2"])("refuses %s", async (name) => {
    const { code, stderr } = await runIn(temporaryProject(SITE), [`--shard=${name}`]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--shard`);
  });

  it.each([
    ["--format", "json"],
    ["--fix"],
    ["--online"],
    ["--stats"],
    ["--max-warnings", "3"],
    ["--stdin"],
  ])("refuses %s, which is the merge's or nobody's", async (...args) => {
    const { code, stderr } = await runIn(temporaryProject(SITE), ["--shard", "1/2", ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`--shard and ${args[0]} cannot`)]);
  });

  it("writes where --shard-file says, over nothing but a shard", async () => {
    const folder = temporaryProject({ ...SITE, "own.json": "{}" });
    const to = (file: string) => runIn(folder, ["--shard", "1/2", "--shard-file", file]);
    expect((await to("one.json")).stdout).toMatch(/^Shard 1 of 2: \d+ articles checked, written/);
    expect((await to("one.json")).code).toBe(0);
    const refused = await to("own.json");
    expect([refused.code, readFileSync(join(folder, "own.json"), "utf8")]).toEqual([2, "{}"]);
    rmSync(join(folder, "own.json"));
    expect((await runIn(folder, ["--shard-file", "one.json"])).stderr).toContain("needs --shard");
  });
});
