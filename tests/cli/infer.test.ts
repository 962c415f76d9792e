import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const article = (lines: string): string => `---\n${lines}\n---\n\nTalks end.\n`;

/** Twenty posts; one with a misspelled key, one that is not YAML, one whose key is given twice. */
function project(more: ProjectTree = {}): string {
  const posts = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `posts/${String(index).padStart(2, "0")}.md`,
      article(`title: Talks ${index}\ndescription: On talks, part ${index}.`),
    ]),
  );
  return temporaryProject({
    ".git/HEAD": "",
    ...posts,
    "posts/20.md": article("title: Talks\ndescripton: On talks."),
    "posts/21.md": article('title: "Talks'),
    "posts/22.md": article("title: Talks\ntitle: More"),
    "posts/23.md": "No front matter.\n",
    ...more,
  });
}

describe("copydesk infer", () => {
  it("shows what articles have in common, and which differ, with file and line", async () => {
    const { code, stdout, stderr } = await runIn(project(), ["infer"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("title        21/21 required  text");
    expect(stdout).toContain("1 article without front matter.");
    expect(stdout).toContain("3 articles differ from nearly all others");
    expect(stdout).toContain(
      'posts/20.md:3\n    "descripton" is probably a misspelling of "description" (unlike 20 of 21)',
    );
    expect(stdout).toMatch(/posts\/21\.md:2\n {4}the front matter cannot be read: /);
    expect(stdout).toContain('posts/22.md:3\n    "title" is given twice');
  });

  it("prints a config that a check takes, and that finds what differs from it", async () => {
    const folder = project();
    const { code, stdout, stderr } = await runIn(folder, ["infer", "--format", "yaml"]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("3 articles differ from nearly")]);
    writeFileSync(join(folder, "copydesk.config.yaml"), stdout);
    const only = ["--only", "front-matter/schema", "-f", "concise"];
    expect((await runIn(folder, [".", ...only])).code).toBe(0);
    writeFileSync(join(folder, "posts/24.md"), article("title: 5"));
    const red = await runIn(folder, [".", ...only]);
    expect([red.code, red.stdout]).toEqual([1, expect.stringContaining('"title" should be text')]);
  });

  it("prints zod source and JSON Schema", async () => {
    const folder = project();
    const zod = await runIn(folder, ["infer", "--format", "zod"]);
    expect(zod.stdout).toContain("export const articles = z.");
    const json = await runIn(folder, ["infer", "--format", "json-schema"]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      required: ["title"],
    });
  });

  it("prints one JSON Schema for several collections", async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`pages/${index}.md`, article(`id: ${index}`)]),
    );
    const folder = project(pages);
    const { stdout } = await runIn(folder, ["infer", "--format", "json-schema"]);
    const { anyOf, $defs } = JSON.parse(stdout);
    expect([anyOf.length, Object.keys($defs)]).toEqual([2, ["articles", "pages"]]);
    const yaml = await runIn(folder, ["infer", "--format", "yaml"]);
    expect(parse(yaml.stdout).overrides).toMatchObject([{ files: "pages/**" }]);
  });

  it("lists as many articles as are wanted", async () => {
    const { stdout } = await runIn(project(), ["infer", "--max-outliers", "1"]);
    expect(stdout).toContain("… and 2 more (--max-outliers all)");
    const wrong = await runIn(project(), ["infer", "--max-outliers", "few"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--max-outliers")]);
  });

  it("needs ten articles, and says so", async () => {
    const folder = temporaryProject({ "a.md": article("title: Talks") });
    const { code, stderr } = await runIn(folder, ["infer", "."]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("needs at least 10")]);
    const none = await runIn(temporaryProject({ "a.txt": "" }), ["infer"]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("No articles found")]);
  });

  it("refuses a format that it does not know, and changes no article", async () => {
    const folder = project();
    const before = readFileSync(join(folder, "posts/20.md"), "utf8");
    const { code, stderr } = await runIn(folder, ["infer", "--format", "xml"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("json-schema")]);
    await runIn(folder, ["infer"]);
    expect(readFileSync(join(folder, "posts/20.md"), "utf8")).toBe(before);
  });
});
