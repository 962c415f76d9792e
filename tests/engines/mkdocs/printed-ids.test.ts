import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const site = (body: string, more: Readonly<Record<string, string>> = {}) => ({
  "mkdocs.yml":
    "site_name: A\nsite_url: https://x.org/\ntheme: mkdocs\nmarkdown_extensions:\n  - attr_list\n  - footnotes\n  - pymdownx.tabbed: {slugify: any, combine_header_slug: true}\n",
  "docs/index.md": `# Boats\n\n${body}\n`,
  ...more,
});

describe("ids that Markdown of MkDocs makes", () => {
  it("are those of footnotes", async () => {
    const found = await findingsOf(
      site(
        "A[^1] and b[^tide].\n\n[c](#fn:tide) [d](#fnref:1)\n[e](#fn:3)\n\n[^1]: One.\n\n[^tide]:\n    Two.\n",
      ),
    );
    expect(found).toEqual([expect.stringContaining("docs/index.md:6 link/anchor/")]);
  });

  it("are those of tabs, alone or after the heading above them", async () => {
    const tabs = '## Sails\n\n=== ":icon-a: Main, large"\n\n    A\n\n=== "... or jib"\n\n    B\n';
    const found = await findingsOf(
      site(
        `${tabs}\n[a](#sails-main-large)\n[b](#or-jib)\n[c](#sails--or-jib)\n[d](#sails-mizzen)\n`,
      ),
    );
    expect(found).toEqual([expect.stringContaining("docs/index.md:16 link/anchor/")]);
  });

  it("are those of options in comments", async () => {
    const found = await findingsOf(
      site("<!-- md:option toc.depth -->\n\n: A\n\n[a](#+toc.depth)\n[b](#+toc.width)\n"),
    );
    expect(found).toEqual([expect.stringContaining("docs/index.md:8 link/anchor/")]);
  });
});

describe("files of the theme", () => {
  it("are unknown as targets, other files that are not there are lost", async () => {
    const files = { "docs/guide/a.md": "# A\n\n[a](../img/favicon.ico)\n[b](../img/sail.png)\n" };
    const found = await findingsOf(site("![c](img/favicon.ico)", files));
    expect(found).toEqual([expect.stringContaining("docs/guide/a.md:4 link/broken/")]);
  });
});
