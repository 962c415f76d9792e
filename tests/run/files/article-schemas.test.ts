import { describe, expect, it } from "vitest";
import { builtInRules } from "../../../src/config/built-in-rules.js";
import { Project } from "../../../src/config/project.js";
import { NO_FLAGS } from "../../../src/config/resolve/flags.js";
import { nodeFileSystem } from "../../../src/files/file-system.js";
import { discover } from "../../../src/run/discover.js";
import { run } from "../../../src/run/run.js";
import { type ProjectTree, temporaryProject } from "../temporary-project.js";

/** Messages of front-matter/schema for `a.md` in a folder `posts`. */
async function complaints(tree: ProjectTree, ...lines: readonly string[]) {
  const article = ["---", "title: A", ...lines, "---", "Body.", ""].join("\n");
  const cwd = temporaryProject({ ...tree, "posts/a.md": article });
  const project = new Project({ cwd, builtInRules });
  const files = nodeFileSystem;
  const discovery = await discover(["."], { project, files, noIgnore: false });
  const only = { ...NO_FLAGS, only: ["front-matter/schema"] };
  const { report } = await run(discovery, {
    project,
    files,
    flags: only,
    builtInRules,
    now: () => 0,
  });
  return report.files.flatMap(({ findings }) =>
    findings.map(({ message, why }) => `${message} ${why}`),
  );
}

const wantsDate = JSON.stringify({ type: "object", required: ["date"] });
const missing = (key: string, source: string) =>
  `The front matter lacks "${key}". Code that reads the front matter relies on what the schema (${source}) requires.`;
const missingDate = (source: string) => missing("date", source);

describe("a schema named in front matter", () => {
  it.each(["../schema.json", "/schema.json", "../schema.json#"])(
    "is read from %s",
    async (name) => {
      expect(await complaints({ "schema.json": wantsDate }, `$schema: ${name}`)).toEqual([
        missingDate(name.replace("#", "")),
      ]);
      expect(await complaints({ "schema.json": wantsDate }, `$schema: ${name}`, "date: x")).toEqual(
        [],
      );
    },
  );

  it("takes the place of the engine's preset", async () => {
    const hexo = { "copydesk.config.yaml": "engine: hexo", "schema.json": wantsDate };
    expect(await complaints(hexo, "comments: maybe")).toHaveLength(1);
    expect(await complaints(hexo, "$schema: /schema.json", "comments: maybe")).toEqual([
      missingDate("/schema.json"),
    ]);
  });

  it("comes on top of a schema of the config", async () => {
    const tree = {
      "copydesk.config.yaml": "schema: { required: [author] }",
      "schema.json": wantsDate,
    };
    expect((await complaints(tree, "$schema: /schema.json")).toSorted()).toEqual(
      [missingDate("/schema.json"), missing("author", "config")].toSorted(),
    );
  });

  it("is left to editors when it is an address", async () => {
    const tree = { "schema.json": wantsDate };
    expect(await complaints(tree, "$schema: https://example.org/schema.json")).toEqual([]);
    expect(await complaints(tree, "$schema: //example.org/schema.json")).toEqual([]);
    expect(await complaints(tree, "other: $schema")).toEqual([]);
  });

  it.each([
    ["../../outside.json", "it is outside the project"],
    ["../link.json", "it is outside the project"],
    ["none.json", "the file does not exist or cannot be read"],
    ["../broken.json", "it is not valid JSON (ValueExpected in line 3)"],
    ["../list.json", "it does not contain a JSON Schema"],
    ["../nonsense.json", "cannot be used"],
  ])("is shown as unusable: %s", async (name, reason) => {
    const tree: ProjectTree = {
      "broken.json": '{\n  "a": \n',
      "list.json": "[]",
      "nonsense.json": '{ "type": "nonsense" }',
      "link.json": { link: "/etc/hosts" },
    };
    const [message, ...others] = await complaints(tree, `$schema: ${name}`);
    expect(others).toEqual([]);
    expect(message).toContain('The schema that "$schema" names cannot be used.');
    expect(message).toContain(`is not checked against ${name}:`);
    expect(message).toContain(reason);
  });
});

describe("a schema file named in the config", () => {
  it("is read, comments and content types included", async () => {
    const settings = `// of the editor
      { "frontMatter.taxonomy.contentTypes": [
        { "name": "default", "fields": [{ "name": "date", "type": "datetime", "required": true }] },
      ] }`;
    const tree = {
      "copydesk.config.yaml": "schema: ./frontmatter.json",
      "frontmatter.json": settings,
    };
    expect(await complaints(tree)).toEqual([missingDate("./frontmatter.json")]);
    expect(await complaints(tree, "date: 2022-03-01")).toEqual([]);
  });

  it.each(["./none.json", "../../../../../../etc/hosts"])(
    "must be there and inside: %s",
    async (name) => {
      const tree = { "copydesk.config.yaml": `schema: ${name}` };
      await expect(complaints(tree)).rejects.toThrow(/outside the project|no such file/i);
    },
  );
});
