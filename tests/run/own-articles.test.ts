import { expect, it } from "vitest";
import { lintFiles } from "../../src/run/api.js";
import { temporaryProject } from "./temporary-project.js";

const PAGE = "---\ntitle: A boat\n---\n\nSee [gone](/gone/for/good/).\n";

async function articlesOf(files: Readonly<Record<string, string>>) {
  const report = await lintFiles([], { cwd: temporaryProject({ ".git/HEAD": "", ...files }) });
  return report.files.filter(({ format }) => format !== "other");
}

it("finds the site of a repository in a folder below, and checks its articles alone", async () => {
  const files = await articlesOf({
    "package.json": '{"name":"crane"}',
    "README.md": "# Crane\n",
    "src/index.html": "<p>{{ content }}",
    "spec/source/_posts/2020-01-02-a.md": PAGE,
    "website/_config.yml": "title: Crane\n",
    "website/index.md": PAGE,
    "website/_layouts/page.html": "<p>{{ content }}",
  });
  expect(files.map(({ path }) => path)).toEqual(["website/index.md"]);
  expect(files.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain(
    "link/broken",
  );
});

it("takes a shared config alone for no site", async () => {
  const files = await articlesOf({
    "README.md": "# Crane\n",
    "tools/_config.yml": "verbose: true\n",
    "notes/a.md": "# A\n",
  });
  expect(files.map(({ path }) => path)).toEqual(["README.md", "notes/a.md"]);
});

it("goes by the site's config for what Jekyll takes and leaves out", async () => {
  const files = await articlesOf({
    "_config.yml":
      "exclude: [drafts, '*.old.md']\ninclude: [_extra]\ncollections: { knots: { output: true } }\n",
    Gemfile: 'gem "jekyll"\n',
    "index.md": PAGE,
    "a.old.md": PAGE,
    "drafts/b.md": PAGE,
    "_extra/c.md": PAGE,
    "_other/d.md": PAGE,
    "_knots/bow.txt": PAGE,
    "_knots/plain.txt": "Text.\n",
    "bare.md": "No front matter.\n",
  });
  expect(files.map(({ path }) => path)).toEqual(["_extra/c.md", "_knots/bow.txt", "index.md"]);
});

it("finds the articles of a Next site where its code keeps them, if no usual folder has any", async () => {
  const site = {
    "next.config.js": "module.exports = {};",
    "app/page.tsx": "",
    "README.md": "# Site\n",
    "notes/todo.md": "Text.\n",
    "logbook/first-day/index.md": PAGE,
  };
  expect((await articlesOf(site)).map(({ path }) => path)).toEqual(["logbook/first-day/index.md"]);
  const usual = { ...site, "content/a.md": PAGE };
  expect((await articlesOf(usual)).map(({ path }) => path)).toEqual(["content/a.md"]);
});

it("has a whole site in view without a config where the repository's root names the engine as a dependency", async () => {
  const site = { "_layouts/post.html": "", "_posts/2020-01-02-a.md": PAGE };
  const rulesOf = async (files: Readonly<Record<string, string>>) =>
    (await articlesOf(files)).flatMap(({ findings }) => findings.map(({ rule }) => rule));
  expect(await rulesOf({ ...site, Gemfile: 'gem "github-pages"\n' })).toContain("link/broken");
  expect(await rulesOf(site)).not.toContain("link/broken");
});

it("judges the anchors of pages whose layout prints ids of its own, where nearly all others are found", async () => {
  const anchorsOf = async (sections: number) => {
    const names = Array.from({ length: sections }, (_, n) => `part ${n}`);
    const body = [
      ...names.map((name, n) => `## ${name}\n\n[x](#part-${n})\n`),
      "[lost](#part-of-nothing)\n",
    ].join("\n");
    const files = await articlesOf({
      "_config.yml": "title: Quay\n",
      Gemfile: 'gem "jekyll"\n',
      "_layouts/page.html": '<div id="{{ page.mark }}">{{ content }}</div>',
      "index.md": `---\ntitle: A boat\nlayout: page\n---\n\n${body}`,
    });
    return files.flatMap(({ findings }) => findings.filter(({ rule }) => rule === "link/anchor"));
  };
  expect(await anchorsOf(30)).toHaveLength(1);
  expect(await anchorsOf(5)).toHaveLength(0);
});
