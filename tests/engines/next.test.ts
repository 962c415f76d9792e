import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lintFiles } from "../../src/run/api.js";
import { temporaryProject } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

const home = fileURLToPath(new URL("next/build", import.meta.url));
const cli = join(home, "node_modules/next/dist/bin/next");

const HEADINGS = [
  "## High water",
  "## A `code` & *more*",
  "## Same",
  "## Same",
  "## Größe, 尺寸!",
  "## [Linked](/guide/first) and so on",
  '## "Quoted" -- dash...',
  "## Ending -",
];

/** Targets of the front page, each with whether the site that Next exports has it. */
const LINKS: Readonly<Record<string, boolean>> = {
  "/guide/first": true,
  "/guide/first.html": true,
  "/guide": false,
  "/old/tide": true,
  "/nowhere": false,
  "/guide/first#ropes": true,
  "/guide/first#chains": false,
  "#high-water": true,
  "#low-water": false,
  "/img/a.png": true,
  "/img/b.png": false,
  "/icon.svg": true,
};

const SITE = {
  "next.config.mjs": `import createMDX from "@next/mdx";
    import { join } from "node:path";
    const withMDX = createMDX({ extension: /\\.mdx?$/, options: { rehypePlugins: ["rehype-slug"] } });
    export default withMDX({ output: "export", turbopack: { root: join(import.meta.dirname, "..") }, pageExtensions: ["jsx", "md", "mdx"] });`,
  "mdx-components.jsx": "export const useMDXComponents = (components) => components;",
  "app/layout.jsx":
    'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  "app/page.mdx": `# Harbour\n\n${[...HEADINGS, ...Object.keys(LINKS).map((link) => `[x](${link})`)].join("\n\n")}\n`,
  "app/guide/first/page.md": "# First\n\n## Ropes\n",
  "app/guide/notes.md": "No page.\n",
  "app/(group)/grouped/page.mdx": "# Grouped\n",
  "app/_private/page.mdx": "# Private\n",
  "app/icon.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
  "pages/old/tide.mdx": "# Tide\n",
  "public/img/a.png": "x",
};

describe.runIf(existsSync(cli))("the site that Next builds", () => {
  it("has the addresses, the heading ids and the dead links that copydesk tells", {
    timeout: 300_000,
  }, async () => {
    const cwd = temporaryProject({ ...SITE, "package.json": '{ "type": "module" }' }, home);
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "build"], {
      cwd,
      encoding: "utf8",
      timeout: 240_000,
      env: { PATH: process.env.PATH, HOME: tmpdir(), NEXT_TELEMETRY_DISABLED: "1" },
    });
    // Without the stack, which the test runner would read as its own.
    expect(status, (stdout + stderr).replace(/^\s+at .*$/gm, "")).toBe(0);

    const out = filesBelow(join(cwd, "out"));
    const built = out
      .filter((path) => path.endsWith(".html") && !path.includes("404") && !path.startsWith("_"))
      .map((path) => `/${path.replace(/(?:index)?\.html$/, "")}`);
    const { addresses } = await siteOf(SITE);
    const ours = Object.values(addresses).filter((address) => /^\/[^?]*$/.test(address));
    expect(ours.sort()).toEqual(built.sort());

    const html = (page: string): string => readFileSync(join(cwd, "out", page), "utf8");
    const idsOf = (page: string) =>
      [...html(page).matchAll(/<h\d id="([^"]+)"/g)].map(([, id]) => id);
    const here = idsOf("index.html");
    expect(here).toHaveLength(HEADINGS.length + 1);
    const isThere = (link: string): boolean => {
      const [path = "", fragment] = link.split("#");
      const page = path === "" ? "index.html" : `${path.slice(1)}.html`;
      if (!out.includes(page)) return out.includes(path.slice(1));
      return fragment === undefined || idsOf(page).includes(fragment);
    };
    expect(Object.fromEntries(Object.keys(LINKS).map((link) => [link, isThere(link)]))).toEqual(
      LINKS,
    );
    const dead = Object.keys(LINKS).filter((link) => !LINKS[link]);
    expect([...(await told())].sort()).toEqual(dead.sort());
    const linked = `${SITE["app/page.mdx"]}${here.map((id) => `[x](#${id})\n`).join("")}`;
    expect([...(await told(linked))].sort()).toEqual(dead.sort());
  });
});

/** The targets that copydesk calls dead on the front page, apart from git's ignored folders. */
async function told(front = SITE["app/page.mdx"]): Promise<readonly string[]> {
  const cwd = temporaryProject({ ...SITE, "app/page.mdx": front });
  const { files } = await lintFiles([], { cwd, only: ["link/broken", "link/anchor"] });
  return files.flatMap(({ path, findings }) =>
    findings.map(({ start, end }) =>
      path === "app/page.mdx" ? front.slice(start.offset, end.offset) : path,
    ),
  );
}
