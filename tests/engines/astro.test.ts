import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = join(here, "node_modules");
const cli = join(modules, "astro", "astro.js");

const page = (body: string, ...frontMatter: readonly string[]): string =>
  ["---", "title: Quay", ...frontMatter, "---", "", body, ""].join("\n");

const HEADINGS = [
  "## Packing 📦",
  "## Packing 📦",
  "## Boats that float {#boats}",
  "## Qu'est-ce que c'est ?",
  'Sort <span class="badge">new</span> order!\n---',
  "## A `code{x}` word",
  "## Ending -",
  '## "Ebb" -- and flow...',
  "## `--watch` and wait",
  "## Ümläute & Ampersand &amp; co",
  "## [Link](/guides/first/) and :smile:",
  '<h2 id="own">Own</h2>',
].join("\n\n");

const SITE = {
  "astro.config.mjs": `import { defineConfig } from "astro/config";
    import starlight from "@astrojs/starlight";
    const locales = { root: { label: "English", lang: "en" }, fr: { label: "Français" } };
    export default defineConfig({
      site: "https://quay.example",
      integrations: [starlight({ title: "Quay", pagefind: false, locales })],
    });`,
  "src/content.config.ts": `import { defineCollection } from "astro:content";
    import { docsLoader } from "@astrojs/starlight/loaders";
    import { docsSchema } from "@astrojs/starlight/schema";
    export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  "src/content/docs/index.md": page(HEADINGS),
  "src/content/docs/guides/First.md": page("Text."),
  "src/content/docs/guides/Two Words.mdx": page("## Tail !"),
  "src/content/docs/guides/index.md": page("Text."),
  "src/content/docs/_part/inside.md": page("Text."),
  "src/content/docs/guides/_hidden.md": page("Text."),
  "src/content/docs/fr/guides/First.md": page("Texte."),
  "src/content/docs/a.b.md": page("Text."),
  "src/content/docs/C++ Notes.md": page("Text."),
  "src/content/docs/draft.md": page("Text.", "draft: true"),
  "src/content/docs/slugged.md": page("Text.", "slug: Own/Slug_X"),
  "src/pages/plain.md": page("## Plain"),
  "src/pages/_off.md": page("## Off"),
};

describe.runIf(existsSync(cli))("the site that Astro builds with Starlight", () => {
  it("has the addresses and the heading ids that copydesk knows", {
    timeout: 240_000,
  }, async () => {
    const { version } = JSON.parse(readFileSync(join(modules, "astro/package.json"), "utf8"));
    const files = {
      ...SITE,
      "package.json": `{"type":"module","dependencies":{"astro":"${version}"}}`,
    };
    // Beside its packages: Astro takes a file that shares no folder with the site for one below the site.
    const cwd = temporaryProject(files, here);
    const { status, stderr } = spawnSync(process.execPath, [cli, "build"], {
      cwd,
      encoding: "utf8",
      timeout: 120_000,
      // Without what the test runner sets: drafts are shown in its mode.
      env: { PATH: process.env.PATH, HOME: cwd, ASTRO_TELEMETRY_DISABLED: "1" },
    });
    // Without the stack, which the test runner would read as its own.
    expect(status, stderr.replace(/^\s+at .*$/gm, "")).toBe(0);

    const { addresses, article, router } = await siteOf(files);
    const ours = Object.values(addresses)
      .flatMap((list) => list.split(" "))
      .filter((address) => address.endsWith("/"));
    const built = filesBelow(join(cwd, "dist"))
      .filter((path) => path.endsWith("/index.html") || path === "index.html")
      .map((path) => `/${path.slice(0, -"index.html".length)}`);
    expect([...new Set(ours)].sort()).toEqual(built.sort());

    const html = readFileSync(join(cwd, "dist/index.html"), "utf8");
    const content = html.slice(html.indexOf("sl-markdown-content"));
    const ids = [...content.matchAll(/<h2[^>]* id="([^"]+)"/g)].map(([, id = ""]) => id);
    const facts = article("src/content/docs/index.md");
    const known = new Set([...facts.ids, ...(router.anchorsOf?.(facts) ?? [])]);
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(ids).not.toContain("boats");
    expect(known).not.toContain("boats");
  });
});
