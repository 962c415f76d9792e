import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/engine/address.js";
import { temporaryCopy, temporaryProject } from "../run/temporary-project.js";
import { filesBelow } from "./files-below.js";
import { siteOf } from "./site-of.js";

/** MkDocs is no npm package; where it is not installed, nothing can be compared. */
const isInstalled = spawnSync("mkdocs", ["--version"], { timeout: 60_000 }).status === 0;

const fixture = fileURLToPath(new URL("../../fixtures/sites/mkdocs/site", import.meta.url));

function build(folder: string): { readonly files: readonly string[]; page(path: string): string } {
  execFileSync("mkdocs", ["build", "--quiet"], { cwd: folder, timeout: 120_000, stdio: "ignore" });
  const site = join(folder, "site");
  return {
    files: filesBelow(site).map(normalise),
    page: (path) => readFileSync(join(site, path), "utf8"),
  };
}

describe.runIf(isInstalled)("MkDocs", () => {
  it("writes the pages that are known here, and no others", async () => {
    const folder = temporaryCopy(fixture);
    const config = readFileSync(join(folder, "mkdocs.yml"), "utf8");
    // The plugin is no part of MkDocs.
    writeFileSync(
      join(folder, "mkdocs.yml"),
      config.replace(/ {2}- redirects:[\s\S]*?ropes\/knots\.md\n/, ""),
    );
    const { files } = build(folder);
    const texts = filesBelow(fixture).map((path): [string, string] => [
      path,
      readFileSync(join(fixture, path), "utf8"),
    ]);
    const { addresses, router } = await siteOf(Object.fromEntries(texts));
    const ours = Object.values(addresses).filter((address) => address !== "");
    const pages = files.filter((path) => /\/$|\.html$/.test(path));
    expect(ours.filter((address) => !pages.includes(address))).toEqual([]);
    const others = pages.filter((path) => !ours.includes(path));
    expect(others.filter((path) => router.generates(path) !== "yes")).toEqual([]);
  });

  it("gives headings the ids that are known here", async () => {
    const headings = [
      "Tides -- currents",
      '`--flag` of "it\'s" & <b>more</b>',
      "汉字",
      "汉字再来",
      "Ünï cödé_x",
      "Again",
      "Again",
      "Again_1",
      "Named { #own }",
      "2. A number",
      "Dots. And: colons?",
    ];
    const text = `# Top\n\n${headings.map((one) => `## ${one}\n\nText.\n`).join("\n")}`;
    const page = `${text}\n!!! note "A title"\n    ## Within a note\n\n=== "Tab"\n\n    ## Within a tab\n`;
    const mkdocs =
      "site_name: A\nmarkdown_extensions: [attr_list, admonition, pymdownx.tabbed]\ntheme: {name: material}\n";
    const files = { "mkdocs.yml": mkdocs, "docs/index.md": page };
    const folder = temporaryProject(files);
    mkdirSync(dirname(join(folder, "docs/index.md")), { recursive: true });
    const ids = [
      ...build(folder)
        .page("index.html")
        .matchAll(/<h[12] id="([^"]*)"/g),
    ].map(([, id = ""]) => id);
    const { router, article } = await siteOf(files);
    const facts = article("docs/index.md");
    const ours = new Set([...(router.anchorsOf?.(facts) ?? []), ...facts.ids]);
    expect(ids.filter((id) => !ours.has(id))).toEqual([]);
    expect([...ours].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
