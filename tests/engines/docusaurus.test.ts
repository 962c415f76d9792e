import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { lintFiles } from "../../src/run/api.js";
import { temporaryProject } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

const home = fileURLToPath(new URL("docusaurus/build", import.meta.url));
const cli = join(home, "node_modules/@docusaurus/core/bin/docusaurus.mjs");

const page = (body: string, ...frontMatter: readonly string[]): string =>
  frontMatter.length === 0 ? `${body}\n` : `---\n${frontMatter.join("\n")}\n---\n\n${body}\n`;

const HEADINGS = [
  "## High water {#top-mark}",
  "## Low water {/* #low-mark */}",
  "## A `code` & *more*",
  "## Same",
  "## Same",
  "## Größe, 尺寸!",
  "## [Linked](./guide/install.md) :tide:",
  '## "Quoted" -- dash...',
  "## Ending -",
];

const LINKS = [
  ...["./guide/install.md", "/guide/install.md", "guide/install", "/docs/guide/install"],
  ...["./01-guide/02-install.md", "/docs/01-guide/02-install", "docs/guide/install", "01-guide/"],
  ...[
    "./gone.md",
    "/gone",
    "../blog/2024-01-02-news.md",
    "/blog/2024/01/02/news",
    "/blog/tags/boats",
  ],
  ...[
    "/blog/tags/none",
    "./01-guide/_part.md",
    "/docs/hidden",
    "./draft.md",
    "/docs/draft",
    "/about",
  ],
  ...[
    "/about/",
    "/docs/own/path",
    "/docs/slugged",
    "/blog/archive",
    "/docs/tags/ropes",
    "/docs/guide/",
  ],
  ...["#top-mark", "#high-water", "#low-mark", "#same-1", "#same-2", "#größe-尺寸", "#ending--"],
  ...["./01-guide/02-install.md#fast", "/docs/guide/install#slow"],
];

const SITE = {
  "docusaurus.config.js": `module.exports = {
    title: "Harbour", url: "https://harbour.example", baseUrl: "/", onBrokenLinks: "warn", onBrokenAnchors: "warn",
    markdown: { hooks: { onBrokenMarkdownLinks: "warn", onBrokenMarkdownImages: "warn" } },
    presets: [["classic", {}]],
  };`,
  "docs/intro.md": page([...HEADINGS, ...LINKS.map((link) => `[x](${link})`)].join("\n\n")),
  "docs/01-guide/02-install.md": page("# Install\n\n## Fast", "tags: [ropes]"),
  "docs/01-guide/_part.md": page("A part."),
  "docs/hidden.md": page("# Hidden", "unlisted: true"),
  "docs/draft.md": page("# Draft", "draft: true"),
  "docs/slugged.mdx": page("# Slugged", "slug: /own/path"),
  "docs/Two Words.md": page("# Two"),
  "blog/2024-01-02-news.md": page("News.", "tags: [boats]"),
  "blog/2024-02-03-more/index.md": page("More."),
  "src/pages/about.md": page("# About"),
  "src/pages/index.js": "export default () => null;",
};

describe.runIf(existsSync(cli))("the site that Docusaurus builds", () => {
  it("has the addresses, the heading ids and the dead links that copydesk tells", {
    timeout: 300_000,
  }, async () => {
    const cwd = temporaryProject(SITE, home);
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "build"], {
      cwd,
      encoding: "utf8",
      timeout: 240_000,
      env: { PATH: process.env.PATH, HOME: cwd, DOCUSAURUS_NO_TELEMETRY: "1" },
    });
    // Without the stack, which the test runner would read as its own.
    expect(status, stderr.replace(/^\s+at .*$/gm, "")).toBe(0);

    const { addresses, router } = await siteOf(SITE);
    const ours = Object.values(addresses).flatMap((list) => list.split(/ (?=\/)/));
    const built = filesBelow(join(cwd, "build"))
      .filter((path) => path.endsWith("index.html"))
      .map((path) => `/${path.slice(0, -"index.html".length)}`);
    const isMade = (address: string) => router.generates(address) === "yes";
    expect(ours.filter((address) => address.endsWith("/") && !built.includes(address))).toEqual([]);
    expect(built.filter((address) => !ours.includes(address) && !isMade(address))).toEqual([]);

    const html = readFileSync(join(cwd, "build/docs/intro/index.html"), "utf8");
    const ids = [...html.matchAll(/<h2[^>]* id="([^"]+)"/g)].map(([, id = ""]) => id);
    expect(ids).toHaveLength(HEADINGS.length);
    const linked = `${SITE["docs/intro.md"]}${ids.map((id) => `[x](#${id})\n`).join("")}`;
    expect(await told(linked)).toEqual(await told());

    const said = stripVTControlCharacters(stdout + stderr);
    const dead = [...said.matchAll(/(?:linking to |with URL `)([^\s`]+)/g)].map(([, to]) => to);
    expect([...new Set(await told())].sort()).toEqual([...new Set(dead)].sort());
  });
});

/** The targets of `docs/intro.md` that copydesk calls dead, apart from git's ignored folders. */
async function told(intro = SITE["docs/intro.md"]): Promise<readonly string[]> {
  const cwd = temporaryProject({ ...SITE, "docs/intro.md": intro });
  const { files } = await lintFiles([], { cwd, only: ["link/broken", "link/anchor"] });
  return files.flatMap(({ path, findings }) =>
    findings.map(({ start, end }) =>
      path === "docs/intro.md" ? intro.slice(start.offset, end.offset) : path,
    ),
  );
}
