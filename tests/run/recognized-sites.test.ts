import { describe, expect, it } from "vitest";
import { lintFiles } from "../../src/index.js";
import { type ProjectTree, temporaryProject } from "./temporary-project.js";

const PAGE = "---\ntitle: A\ndate: 2026-01-01\n---\n\nText.\n";

async function recognized(tree: ProjectTree, paths: readonly string[] = []) {
  const cwd = temporaryProject({ ".git/HEAD": "", ...tree });
  const { run } = await lintFiles(paths, { cwd, only: ["image/alt-missing"] });
  return run;
}

describe("what articles were taken for", () => {
  it("is the site of their config, with the folders that hold them", async () => {
    const { sites, otherMarkdown } = await recognized({
      "hugo.toml": "baseURL = 'https://example.org/'",
      "content/posts/a.md": PAGE,
      "content/b.md": PAGE,
      "README.md": "# A",
      "notes/c.md": "# C",
      "notes/d.html": "<p>D</p>",
    });
    expect(sites).toEqual([
      {
        engine: "hugo",
        label: "Hugo",
        folder: "",
        evidence: "hugo.toml",
        content: ["content"],
        articles: 2,
      },
    ]);
    expect(otherMarkdown).toBe(2);
  });

  it("is what the layout shows where there is no config", async () => {
    const { sites } = await recognized({ "_posts/2026-01-01-a.md": PAGE });
    expect(sites).toMatchObject([{ engine: "jekyll", evidence: "_posts", articles: 1 }]);
  });

  it("is what the config of copydesk says", async () => {
    const { sites } = await recognized({
      "copydesk.config.yaml": "engine: eleventy",
      "a.md": PAGE,
    });
    expect(sites).toMatchObject([{ engine: "eleventy", evidence: "copydesk.config.yaml" }]);
    const extended = await recognized({
      "copydesk.config.yaml": "extends: [recommended, eleventy]",
      "a.md": PAGE,
    });
    expect(extended.sites).toMatchObject([
      { engine: "eleventy", evidence: "copydesk.config.yaml" },
    ]);
  });

  it("is nothing in plain folders, where every article is checked", async () => {
    const { sites, otherMarkdown } = await recognized({ "a.md": "# A", "b/c.md": "# C" });
    expect(sites).toEqual([
      { engine: "none", label: "plain folders", folder: "", content: [], articles: 2 },
    ]);
    expect(otherMarkdown).toBeUndefined();
  });

  it("is several sites in one repository, the largest first", async () => {
    const { sites, otherMarkdown } = await recognized({
      "small/hugo.toml": "",
      "small/content/a.md": PAGE,
      "website/docusaurus.config.js": "module.exports = { title: 'A', url: 'https://a.test' }",
      "website/docs/a.md": PAGE,
      "website/docs/b.md": PAGE,
      "README.md": "# A",
    });
    expect(sites.map(({ folder, evidence, articles }) => [folder, evidence, articles])).toEqual([
      ["website", "website/docusaurus.config.js", 2],
      ["small", "small/hugo.toml", 1],
    ]);
    expect(otherMarkdown).toBe(1);
  });

  it("counts no others where paths or the config's files say what is meant", async () => {
    const tree = { "hugo.toml": "", "content/a.md": PAGE, "README.md": "# A" };
    expect((await recognized(tree, ["content"])).otherMarkdown).toBeUndefined();
    const files = { ...tree, "copydesk.config.yaml": "files: content/**" };
    expect((await recognized(files)).otherMarkdown).toBeUndefined();
  });
});
