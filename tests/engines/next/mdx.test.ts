import { describe, expect, it } from "vitest";
import type { SiteReader } from "../../../src/engine/site-reader.js";
import { compilesMarkdown } from "../../../src/engines/next/mdx.js";
import { lintFiles } from "../../../src/run/api.js";
import { temporaryProject } from "../../run/temporary-project.js";

/** A reader of some files of the site at `/s`. */
function readerOf(files: Readonly<Record<string, string>>): SiteReader {
  const paths = Object.keys(files).map((path) => `/s/${path}`);
  return {
    config: () => ({}),
    namedExport: () => undefined,
    versionOf: () => undefined,
    frontMatter: () => ({}),
    text: (file) => files[file.slice("/s/".length)],
    entries: (folder) => {
      const inside = paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1));
      return [...new Set(inside.map((path) => path.split("/")[0] ?? ""))].map((name) => ({
        name,
        isFolder: inside.some((path) => path.startsWith(`${name}/`)),
      }));
    },
  };
}

const page = "const file = fs.readFileSync(root + path + '.md');";
const compiler = 'import { compile } from "@mdx-js/mdx"; await compile(text);';

describe("compilesMarkdown", () => {
  it.each([
    [
      "a compiler of its own",
      { "lib/mdx.ts": compiler, "pages/[p].js": page, "content/a.md": "" },
      true,
    ],
    [
      "a module of a library",
      {
        "src/lib/a.js": 'const { serialize } = require("next-mdx-remote/serialize");',
        "src/b.ts": page,
      },
      true,
    ],
    [
      "articles in MDX beside it",
      { "lib/mdx.ts": compiler, "a.js": page, "content/b.mdx": "" },
      false,
    ],
    ["a format that code chooses", { "lib/mdx.ts": `${compiler} format`, "a.js": page }, false],
    [
      "endings that code names",
      {
        "lib/a.js": `${compiler} new VFile(a); ({ mdExtensions: [], mdxExtensions: ['.mdx', '.md'] })`,
        "content/b.mdx": "",
      },
      true,
    ],
    ["no compiler", { "a.js": page, "content/a.md": "" }, false],
    ["code that reads no Markdown", { "lib/mdx.ts": compiler }, false],
  ])("knows %s", (_, files, expected) => {
    expect(compilesMarkdown("/s", ["content"], readerOf(files))).toBe(expected);
  });
});

it("reads only Markdown of content folders as MDX: a readme is the repository's", async () => {
  const broken = "# A\n\nA <b in text.\n\n<Note>\n";
  const files = {
    "next.config.js": "module.exports = {};",
    "package.json": '{ "dependencies": { "next": "16.0.0" } }',
    "lib/mdx.ts": compiler,
    "pages/[p].js": page,
    "content/a.md": broken,
    "README.md": broken,
  };
  const cwd = temporaryProject(files);
  const report = await lintFiles(["."], { cwd, only: ["desk/mdx-syntax"] });
  const told = report.files.filter(({ findings }) => findings.length > 0);
  expect(told.map(({ path }) => path)).toEqual(["content/a.md"]);
});
