import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/engine/address.js";
import { lintFiles } from "../../src/run/api.js";
import { fragmentTargets } from "../../src/site/fragment-targets.js";
import { settingsOf } from "../config/project-config.js";
import { engineNamed } from "../engine/engine-named.js";
import { temporaryProject } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

/** Jekyll is no npm package; where it is not installed, nothing can be compared. */
const isInstalled = spawnSync("jekyll", ["--version"], { timeout: 60_000 }).status === 0;

const PAGE = "---\ntitle: A\n---\n\nText.\n";

const FILES = {
  "_config.yml":
    "title: A\nexclude: [notes, READ*.md]\ncollections:\n  licences: { output: true, permalink: '/licences/:path/' }\n",
  Gemfile: 'gem "jekyll"\n',
  "index.md": PAGE,
  "README.md": PAGE,
  "notes/a.md": PAGE,
  "sub/bare.md": "No front matter.\n",
  "sub/page.html": PAGE,
  "_licences/mit.txt": PAGE,
  "_licences/bare.md": "No front matter.\n",
  "_posts/2020-01-02-bare.md": "No front matter.\n",
  "_posts/2020-01-03-post.md": PAGE,
  "_drafts/a.md": PAGE,
};

function build(folder: string): string {
  const environment = { ...process.env, LANG: "C.UTF-8" };
  execFileSync("jekyll", ["build", "--quiet"], {
    cwd: folder,
    timeout: 120_000,
    env: environment,
    stdio: "pipe",
  });
  return join(folder, "_site");
}

describe.runIf(isInstalled)("Jekyll", () => {
  it("makes pages of the articles that are checked, and of drafts none", async () => {
    const folder = temporaryProject(FILES);
    const written = filesBelow(build(folder)).map(normalise);
    const { files } = await lintFiles([], { cwd: folder });
    const checked = files.map(({ path }) => path).filter((path) => path in FILES);
    const { addresses } = await siteOf({ ...FILES, "_licences/mit.md": "" });
    const pages = checked.filter((path) => !path.startsWith("_drafts/") && path in addresses);
    const absent = pages.filter((path) => {
      const [first = ""] = (addresses[path] ?? "").split(" ");
      return !written.includes(first);
    });
    expect(absent).toEqual([]);
    expect(written).toContain("/licences/mit/");
    expect(checked.sort()).toEqual([
      "_drafts/a.md",
      "_licences/mit.txt",
      "_posts/2020-01-02-bare.md",
      "_posts/2020-01-03-post.md",
      "index.md",
      "sub/page.html",
    ]);
  });

  it("stops where link and post_url find nothing", () => {
    const outcome = (tag: string): string => {
      const text = `${PAGE}\n${tag}\n`;
      const folder = temporaryProject({ ...FILES, "z.md": text });
      try {
        build(folder);
        return "built";
      } catch {
        return "stopped";
      }
    };
    expect(outcome("{% link index.md %} {% post_url 2020-01-03-post %}")).toBe("built");
    expect(outcome("{% link /index.md %}")).toBe("stopped");
    expect(outcome("{% link _drafts/a.md %}")).toBe("stopped");
    expect(outcome("{% post_url 2020-01-03-Post %}")).toBe("stopped");
  }, 120_000);

  it.each([
    "",
    "kramdown: { gfm_quirks: [no_auto_typographic, paragraph_end] }\n",
    "kramdown: { input: kramdown }\n",
    "kramdown: { auto_id_prefix: sec- }\n",
  ])("makes the ids of headings that are known here, by %j", async (config) => {
    const headings = [
      "Tides -- currents",
      "Ebb --- flow",
      "The `--flag` of it",
      "1. A number",
      "What's “new”…",
      "Ünï cödé_x",
      "Again",
      "Again",
      "Named {#own}",
      "Numbered {#1a}",
      "Spaced {: #sp}",
      "Dotted {#a.b:c}",
    ];
    const text = headings.map((one) => `## ${one}\n\nText.\n`).join("\n");
    const files = {
      "_config.yml": `title: A\n${config}`,
      "index.md": `---\ntitle: A\n---\n\n${text}`,
    };
    const folder = temporaryProject(files);
    const page = readFileSync(join(build(folder), "index.html"), "utf8");
    const ids = [...page.matchAll(/<h2 id="([^"]*)"/g)].map(([, id = ""]) => id);
    const { router, article } = await siteOf(files);
    const { settings } = await settingsOf(folder, "index.md");
    const engine = engineNamed("jekyll");
    const targets = fragmentTargets({ facts: article("index.md"), engine, settings }, router);
    expect(ids.filter((id) => !targets.ids.has(id))).toEqual([]);
  });
});
