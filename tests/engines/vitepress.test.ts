import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { lintFiles } from "../../src/run/api.js";
import { temporaryProject } from "../run/temporary-project.js";

const modules = fileURLToPath(new URL("node_modules", import.meta.url));

/** Both majors, as tests/engines/package.json calls them; those that are installed. */
const programs = ["vitepress", "vitepress-2"].filter((name) =>
  existsSync(join(modules, name, "package.json")),
);

const LINKS = [
  "#High-Water",
  "#high-water",
  "#own",
  "#tides",
  "./b#_1-ropes",
  "./b#1-ropes",
  "./b#größe",
  "./b#grosse",
  "./b#folder-assets",
  "./b#same-1",
];

const site = {
  ".vitepress/config.mjs": "export default { title: 'Harbour', ignoreDeadLinks: true };",
  "a.md": `# A\n\n## High water\n\n## Tides {#own}\n\n${LINKS.map((link) => `[x](${link})\n`).join("\n")}`,
  "b.md":
    "# B\n\n## 1. Ropes\n\n## Größe\n\n## Folder: /assets/\n\n## Same\n\n## Same\n\n**船期：**四点。\n",
};

/** The path and fragment of a link in a built page. */
function hrefs(html: string): readonly string[] {
  return [...html.matchAll(/<p><a href="([^"]+)"/g)].map(([, href = ""]) => decodeURI(href));
}

const idsOf = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/<h\d id="([^"]+)"/g)].map(([, id = ""]) => id));

/** Links to pages, folders, files in and out of `public` and out of the site, as people write them. */
const PATHS = [
  ...["../README.md", "../LICENSE", "../tools/run.sh", "../lost.md", "/docs/b.md", "../docs/b.md"],
  ...["/guide", "/guide/", "/guide/index", "/guide/index.md", "/guide.html", "guide", "guide/"],
  ...["guide/two", "/guide/two.html", "/b", "/b.html", "b.md", "/b/", "b/", "/b.htm", "/b?x=1"],
  ...["/v2.0", "/v1.2", "/a%20b", "a%20b.md", "/page", "page.html", "/tool.sh", "tool.sh"],
  ...["/Makefile", "/data.toml", "/beside.sh", "/snippet.rs"],
];

const linked = {
  "README.md": "# R\n",
  LICENSE: "x",
  "tools/run.sh": "x",
  "docs/guide/index.md": "# Guide\n",
  "docs/guide/two.md": "# Two\n",
  "docs/b.md": "# B\n",
  "docs/a b.md": "# A b\n",
  "docs/v2.0.md": "# Second\n",
  "docs/beside.sh": "x",
  "docs/snippet.rs": "x",
  "docs/public/page.html": "<p>x",
  "docs/public/tool.sh": "x",
  "docs/public/Makefile": "x",
  "docs/public/data.toml": "x",
  "docs/index.md": `# Start\n\n${PATHS.map((path) => `[x](${path})\n`).join("\n")}`,
};

/** A link as VitePress names it when it is dead. */
function asRefused(link: string): string {
  const bare = link.replace(/\.(?:html|md)$/, "").replace(/\/$/, "/index");
  return bare.startsWith("/") ? bare : `./${bare}`;
}

describe.runIf(programs.length > 0)("a site that VitePress builds", () => {
  const cases = programs.flatMap((name) =>
    [false, true].map((cleanUrls): [string, boolean] => [name, cleanUrls]),
  );

  it.each(cases)(
    "is refused for the dead links that are told: %s, cleanUrls %s",
    async (name, cleanUrls) => {
      const cwd = temporaryProject({
        ...linked,
        "docs/.vitepress/config.mjs": `export default { title: "Harbour", cleanUrls: ${cleanUrls} };`,
        "package.json": '{ "type": "module" }',
      });
      symlinkSync(modules, join(cwd, "node_modules"));
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [join(modules, name, "bin/vitepress.js"), "build", "docs"],
        { cwd, encoding: "utf8", timeout: 120_000 },
      );
      const refused = [
        ...stripVTControlCharacters(stdout + stderr).matchAll(/dead link (\S+) in/g),
      ];
      const { files } = await lintFiles([], { cwd, only: ["link/broken"] });
      const told = files.flatMap(({ findings }) =>
        findings.map(({ start, end }) => linked["docs/index.md"].slice(start.offset, end.offset)),
      );
      expect(refused.length).toBeGreaterThan(10);
      expect([...new Set(told.map(asRefused))].sort()).toEqual(
        [...new Set(refused.map(([, link = ""]) => link))].sort(),
      );
    },
    120_000,
  );

  it.each(programs)(
    "has the dead fragments that are told, and no others: %s",
    async (name) => {
      const folder = join(modules, name);
      const version = /"version": "([^"]+)"/.exec(
        readFileSync(join(folder, "package.json"), "utf8"),
      )?.[1];
      const cwd = temporaryProject({
        ...site,
        "package.json": JSON.stringify({ type: "module", devDependencies: { vitepress: version } }),
      });
      symlinkSync(modules, join(cwd, "node_modules"));
      execFileSync(process.execPath, [join(folder, "bin/vitepress.js"), "build"], {
        cwd,
        stdio: "ignore",
        timeout: 120_000,
      });
      const built = (page: string) =>
        readFileSync(join(cwd, `.vitepress/dist/${page}.html`), "utf8");
      const ids = { a: idsOf(built("a")), b: idsOf(built("b")) };
      const dead = hrefs(built("a")).flatMap((href, index) => {
        const fragment = href.slice(href.indexOf("#") + 1);
        const isFound = (href.startsWith("#") ? ids.a : ids.b).has(fragment);
        return isFound ? [] : [LINKS[index]];
      });
      const { files } = await lintFiles([], { cwd, only: ["link/anchor"] });
      const told = files.flatMap(({ path, findings }) =>
        path === "a.md"
          ? findings.map(({ start, end }) => site["a.md"].slice(start.offset, end.offset))
          : [],
      );
      expect(hrefs(built("a"))).toHaveLength(LINKS.length);
      expect(told).toEqual(dead);
      const { files: read } = await lintFiles([], { cwd, only: ["text/unrendered-markdown"] });
      const isTold = read.some(({ findings }) => findings.length > 0);
      expect(built("b").includes("<strong>船期：</strong>")).toBe(!isTold);
    },
    120_000,
  );
});
