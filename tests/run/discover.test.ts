import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { Project } from "../../src/config/project.js";
import { type FileSystem, nodeFileSystem } from "../../src/files/file-system.js";
import { discover } from "../../src/run/discover.js";
import { type ProjectTree, temporaryProject } from "./temporary-project.js";

interface Found {
  readonly paths: readonly string[];
  readonly notes: readonly string[];
  readonly unreadable: readonly string[];
}

async function found(
  tree: ProjectTree,
  paths: readonly string[],
  more: { readonly folder?: string; readonly noIgnore?: boolean; readonly files?: FileSystem } = {},
): Promise<Found> {
  const root = temporaryProject(tree);
  const cwd = `${root}/${more.folder ?? ""}`.replace(/\/$/, "");
  const project = new Project({ cwd, builtInRules: [] });
  const files = more.files ?? nodeFileSystem;
  const result = await discover(paths, { project, files, noIgnore: more.noIgnore ?? false });
  return {
    paths: result.articles.map(({ path }) => relative(cwd, path)),
    notes: result.notes,
    unreadable: result.unreadable.map(({ path }) => relative(cwd, path)),
  };
}

const SITE: ProjectTree = {
  ".git/HEAD": "",
  "README.md": "",
  "a/one.md": "",
  "a/two.HTML": "",
  "a/three.markdown": "",
  "a/four.mdx": "",
  "a/five.htm": "",
  "a/notes.txt": "",
  "b/six.md": "",
  "node_modules/x/README.md": "",
  ".hidden/seven.md": "",
};

describe("what paths mean", () => {
  it("searches a folder whole, for articles only, in order of their paths", async () => {
    expect((await found(SITE, ["a"])).paths).toEqual([
      "a/five.htm",
      "a/four.mdx",
      "a/one.md",
      "a/three.markdown",
      "a/two.HTML",
    ]);
  });

  it("leaves out node_modules and hidden folders", async () => {
    expect((await found(SITE, ["."])).paths).toEqual([
      "README.md",
      "a/five.htm",
      "a/four.mdx",
      "a/one.md",
      "a/three.markdown",
      "a/two.HTML",
      "b/six.md",
    ]);
  });

  it("leaves out what the engine of a site writes, unless that is named", async () => {
    const site = {
      "web/next.config.js": "module.exports = {};",
      "web/pages/a.md": "",
      "web/out/a.html": "",
      "web/pages/out/b.md": "",
      "out/c.md": "",
    };
    expect((await found(site, ["."])).paths).toEqual([
      "out/c.md",
      "web/pages/a.md",
      "web/pages/out/b.md",
    ]);
    expect((await found(site, ["web/out"])).paths).toEqual(["web/out/a.html"]);
    expect((await found(site, ["web/out/*.html"])).paths).toEqual(["web/out/a.html"]);
  });

  it("takes files, folders and globs together, each article once", async () => {
    expect((await found(SITE, ["b/six.md", "b", "**/s*.md", "./b/../README.md"])).paths).toEqual([
      "README.md",
      "b/six.md",
    ]);
  });

  it.each([
    ["a/*.{md,mdx}", ["a/four.mdx", "a/one.md"]],
    ["./a/o*.md", ["a/one.md"]],
    ["*/six.md", ["b/six.md"]],
    [".hidden/*.md", [".hidden/seven.md"]],
  ])("expands the glob %s", async (glob, paths) => {
    expect((await found(SITE, [glob])).paths).toEqual(paths);
  });

  it("expands a glob from a folder further down", async () => {
    expect((await found(SITE, ["../b/*.md"], { folder: "a" })).paths).toEqual(["../b/six.md"]);
  });

  it("prefers a file whose name looks like a glob", async () => {
    expect((await found({ "[slug].mdx": "", "s.mdx": "" }, ["[slug].mdx"])).paths).toEqual([
      "[slug].mdx",
    ]);
  });

  it.each(["none.md", "no/folder", "a/*.rst", "zz/**/*.md"])(
    "fails for %s, which is not there",
    async (path) => {
      await expect(found(SITE, [path])).rejects.toThrow(/does not exist|No article matches/);
    },
  );

  it("notes a named file that is no article", async () => {
    expect(await found(SITE, ["a/notes.txt"])).toMatchObject({
      paths: [],
      notes: [expect.stringContaining("a/notes.txt is not an article")],
    });
  });

  it("says so when a folder holds no article", async () => {
    expect((await found({ "a/x.txt": "" }, ["a"])).notes).toEqual([
      "No articles found in a (files with the ending .md, .markdown, .mdx, .html or .htm).",
    ]);
  });

  it("searches a folder that is named like an article", async () => {
    const tree = { "x.md/a.md": "", "y.md/b.txt": "" };
    expect((await found(tree, ["."])).paths).toEqual(["x.md/a.md"]);
    expect((await found(tree, ["x.md"])).paths).toEqual(["x.md/a.md"]);
  });

  it("refuses paths outside the project", async () => {
    const tree = { "other/a.md": "", "project/.git/HEAD": "", "project/b.md": "" };
    await expect(found(tree, ["../other/a.md"], { folder: "project" })).rejects.toThrow(
      "is outside the project",
    );
    await expect(found(tree, ["../other/*.md"], { folder: "project" })).rejects.toThrow(
      "is outside the project",
    );
  });
});

describe("links", () => {
  const tree: ProjectTree = {
    ".git/HEAD": "",
    "a/real.md": "",
    "a/loop": { link: "." },
    "a/up": { link: "../.." },
    "a/link.md": { link: "real.md" },
    "a/broken.md": { link: "nowhere.md" },
  };

  it("are skipped, so circles are harmless and nothing outside is read", async () => {
    expect(await found(tree, ["a"])).toEqual({ paths: ["a/real.md"], notes: [], unreadable: [] });
  });

  it("are skipped with a note when named", async () => {
    for (const path of ["a/link.md", "a/broken.md", "a/loop"]) {
      expect(await found(tree, [path])).toMatchObject({
        paths: [],
        notes: [`${path} is a symbolic link, so it was skipped.`],
      });
    }
  });

  it("in the folders on the way cannot lead out of the project", async () => {
    const outside: ProjectTree = {
      "secret/a.md": "",
      "project/.git/HEAD": "",
      "project/in": { link: "../secret" },
    };
    for (const path of ["in/a.md", "in/*.md", "in/deeper/../a.md"]) {
      expect(
        await found({ ...outside, "secret/deeper/": "" }, [path], { folder: "project" }),
      ).toMatchObject({
        paths: [],
        notes: [expect.stringMatching(/leads out of the project through a symbolic link/)],
      });
    }
  });
});

describe("ignoring", () => {
  const tree: ProjectTree = {
    ".git/HEAD": "",
    ".gitignore": "/public\n*.tmp.md\n",
    ".copydeskignore": "vendor/",
    "copydesk.config.yaml": "ignores: [drafts, '**/*.generated.md']",
    "public/a.md": "",
    "vendor/b.md": "",
    "drafts/c.md": "",
    "posts/d.md": "",
    "posts/e.tmp.md": "",
    "posts/f.generated.md": "",
    "posts/.gitignore": "!g.tmp.md",
    "posts/g.tmp.md": "",
  };

  it("respects .gitignore and .copydeskignore at every level, and the config", async () => {
    expect((await found(tree, ["."])).paths).toEqual(["posts/d.md", "posts/g.tmp.md"]);
  });

  it.each(["public/a.md", "vendor/b.md", "drafts/c.md", "posts/f.generated.md"])(
    "notes that %s was named but is ignored",
    async (path) => {
      expect(await found(tree, [path])).toMatchObject({
        paths: [],
        notes: [`${path} is ignored, so it was skipped. Use --no-ignore to check it anyway.`],
      });
    },
  );

  it("checks everything with --no-ignore", async () => {
    expect((await found(tree, ["."], { noIgnore: true })).paths).toHaveLength(7);
    expect((await found(tree, ["public/a.md"], { noIgnore: true })).paths).toEqual(["public/a.md"]);
  });

  it("does not enter folders that a config above ignores, whatever config they hold", async () => {
    const nested: ProjectTree = {
      ".git/HEAD": "",
      "copydesk.config.yaml": "ignores: fixtures",
      "fixtures/copydesk.config.ts": "throw 1",
      "fixtures/a.md": "",
      "b.md": "",
    };
    expect((await found(nested, ["."])).paths).toEqual(["b.md"]);
  });
});

describe("without paths", () => {
  it("searches the engine's content folders, not the templates", async () => {
    const hexo = {
      "_config.yml": "skip_render: x",
      "source/_posts/a.md": "",
      "README.md": "",
      "themes/x/b.md": "",
    };
    expect((await found(hexo, [])).paths).toEqual(["source/_posts/a.md"]);
    expect((await found(hexo, [], { folder: "source" })).paths).toEqual(["_posts/a.md"]);
    const jekyll = {
      "_config.yml": "baseurl: x",
      "_layouts/a.html": "",
      "_posts/2020-01-01-b.md": "",
      "c.md": "",
    };
    expect((await found(jekyll, [])).paths).toEqual(["_posts/2020-01-01-b.md", "c.md"]);
  });

  it("searches what the config's files name", async () => {
    const tree = {
      "copydesk.config.yaml": "files: ['articles/**/*.md']",
      "articles/x/a.md": "",
      "b.md": "",
    };
    expect((await found(tree, [])).paths).toEqual(["articles/x/a.md"]);
    expect((await found(tree, ["."])).paths).toEqual(["articles/x/a.md"]);
    expect((await found(tree, ["b.md"])).paths).toEqual(["b.md"]);
  });

  it("searches the working directory where no engine is known", async () => {
    expect(
      (await found({ ".git/HEAD": "", "a/b.md": "", "c.md": "" }, [], { folder: "a" })).paths,
    ).toEqual(["b.md"]);
  });
});

it("lists a folder that cannot be read, and goes on", async () => {
  const files: FileSystem = {
    ...nodeFileSystem,
    entries: (folder) => {
      if (folder.endsWith("locked")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
      return nodeFileSystem.entries(folder);
    },
  };
  expect(await found({ "locked/a.md": "", "open/b.md": "" }, ["."], { files })).toMatchObject({
    paths: ["open/b.md"],
    unreadable: ["locked"],
  });
});
