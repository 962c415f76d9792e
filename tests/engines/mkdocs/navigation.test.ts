import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const RULES = ["site/navigation", "site/doubt"];
const pages = {
  "docs/index.md": "# Home\n",
  "docs/a.md": "# A\n",
  "docs/part/b.md": "# B\n",
  "docs/paper.pdf": "",
};
const nav = (...entries: readonly string[]) =>
  `site_name: A\nnav:\n${entries.map((entry) => `  - ${entry}\n`).join("")}`;

/** Seen in MkDocs 1.4.2: what is no file is written as a link as it is, and `Previous` of a page that is named twice leads to itself. */
describe("the navigation of a MkDocs site", () => {
  it("names files, addresses and other sites, at any depth", async () => {
    const entries = nav(
      "index.md",
      "A: a.md",
      "Part:\n    - B: part/b.md\n    - C: part/c.md",
      "Paper: paper.pdf",
      "Away: https://example.org/gone.md",
      "Folder: part/b/",
      "Gone: gone/",
    );
    expect(await findingsOf({ ...pages, "mkdocs.yml": entries }, RULES)).toEqual([
      "mkdocs.yml:11 site/navigation/missing",
      "mkdocs.yml:7 site/navigation/missing",
    ]);
  });

  it("names a page once, wherever it does", async () => {
    const entries = nav("index.md", "A: a.md", "Part:\n    - B: part/b.md\n    - Again: a.md");
    expect(await findingsOf({ ...pages, "mkdocs.yml": entries }, RULES)).toEqual([
      "mkdocs.yml:7 site/navigation/onePlace",
    ]);
  });

  it("is left alone where a plugin makes pages or reads it in its own way", async () => {
    const own = nav("index.md", "A: a.md", "B: part/b.md", "Gone: gone.md", "Part: part/*");
    const plugin = (name: string) => ({ ...pages, "mkdocs.yml": `plugins: [${name}]\n${own}` });
    expect(await findingsOf(plugin("gen-files"), RULES)).toEqual([]);
    expect(await findingsOf(plugin("i18n"), RULES)).toEqual([]);
    expect(await findingsOf(plugin("literate-nav"), RULES)).toEqual([
      "mkdocs.yml:7 site/navigation/missing",
    ]);
  });

  it("is read beside tags that only Python knows", async () => {
    const more = `${nav("index.md", "A: a.md", "Gone: gone.md")}extra:\n  key: !ENV KEY\n`;
    expect(await findingsOf({ ...pages, "mkdocs.yml": more }, RULES)).toEqual([
      "mkdocs.yml:5 site/navigation/missing",
    ]);
  });
});
