import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const page = "---\ntitle: A\n---\nText.\n";
const site = {
  "_config.yml": "title: A\nurl: https://harbour.example\n",
  Gemfile: 'source "https://rubygems.org"\ngem "jekyll"\n',
  "index.md": page,
  "docs/a.md": page,
  "docs/b.md": page,
};

describe("data files that are named like a menu", () => {
  it("hold labels with root-relative addresses, in YAML and JSON, of lists and tables", async () => {
    const files = {
      "_data/navigation.yml":
        "- title: A\n  url: /docs/a.html\n- title: B\n  url: /docs/b.html\n- title: C\n  url: /docs/c.html\n- title: D\n  url: https://d.example/\n",
      "_data/docs_nav.json":
        '{ "main": [\n{ "text": "A", "link": "/docs/a.html" },\n{ "text": "B", "link": "/docs/b.html" },\n{ "text": "A", "link": "/docs/a.html" },\n{ "text": "C", "link": "/docs/x.html" }] }',
      "_data/people.yml": "- name: C\n  url: /people/c/\n",
    };
    expect(await findingsOf({ ...site, ...files }, ["site/navigation", "site/doubt"])).toEqual([
      "_data/docs_nav.json:4 site/navigation/shownTwice",
      "_data/docs_nav.json:5 site/navigation/printed",
      "_data/navigation.yml:6 site/navigation/printed",
    ]);
  });

  it("are told of once where no entry of a part of them leads to a page", async () => {
    const pages = ["a", "b", "a", "b"].map(
      (name) => `  - title: ${name}\n    url: /docs/${name}.html\n`,
    );
    const gone = ["x", "y"].map((name) => `  - title: ${name}\n    url: /old/${name}.html\n`);
    const files = {
      "_data/navigation.yml": `docs:\n${pages.join("")}more:\n${pages.join("")}old:\n${gone.join("")}`,
    };
    const found = await findingsOf({ ...site, ...files }, ["site/navigation"]);
    expect(found.filter((finding) => finding.endsWith("printed"))).toEqual([
      "_data/navigation.yml:21 site/navigation/printed",
    ]);
  });

  it("are doubted where more than a third of their entries lead nowhere", async () => {
    const files = {
      "_data/navigation.yml":
        "- title: A\n  url: /docs/a.html\n- title: B\n  url: /x/b\n- title: C\n  url: /x/c\n",
    };
    expect(await findingsOf({ ...site, ...files }, ["site/navigation", "site/doubt"])).toEqual([
      "_data/navigation.yml:4 site/doubt/doubted",
    ]);
  });

  it("are left alone where they are broken", async () => {
    const files = { "_data/navigation.yml": '- title: "A\n  url: /docs/x.html\n' };
    expect(await findingsOf({ ...site, ...files }, ["site/navigation"])).toEqual([]);
  });
});
