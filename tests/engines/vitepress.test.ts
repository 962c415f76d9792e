import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
  "b.md": "# B\n\n## 1. Ropes\n\n## Größe\n\n## Folder: /assets/\n\n## Same\n\n## Same\n",
};

/** The path and fragment of a link in a built page. */
function hrefs(html: string): readonly string[] {
  return [...html.matchAll(/<p><a href="([^"]+)"/g)].map(([, href = ""]) => decodeURI(href));
}

const idsOf = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/<h\d id="([^"]+)"/g)].map(([, id = ""]) => id));

describe.runIf(programs.length > 0)("a site that VitePress builds", () => {
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
    },
    120_000,
  );
});
