import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const page = "---\ntitle: A\n---\nText.\n";
const pages = {
  "content/a.md": page,
  "content/b.md": page,
  "content/posts/c.md": "---\ntitle: C\ntags: [x]\n---\nText.\n",
};
const menus = (more: string) =>
  `baseURL: https://harbour.example/\n${more}menus:\n  main:\n    - name: A\n      pageRef: /a\n    - name: Posts\n      url: /posts/\n    - name: Tag\n      url: /tags/x/\n    - name: Gone\n      url: /gone/\n    - name: Again\n      url: /a/\n    - name: None\n      pageRef: none\n    - name: Below\n      parent: A\n      pageRef: /b\n`;

/** Seen in Hugo 0.111: a `pageRef` without a page prints an empty address. */
describe("the menus of a Hugo site", () => {
  it("name pages, and addresses that the site has", async () => {
    expect(await findingsOf({ ...pages, "hugo.yaml": menus("") }, ["site/navigation"])).toEqual([
      "hugo.yaml:11 site/navigation/missing",
      "hugo.yaml:13 site/navigation/shownTwice",
      "hugo.yaml:15 site/navigation/unlinked",
    ]);
  });

  it("of several languages are printed as the theme likes", async () => {
    const languages = "languages:\n  en:\n    weight: 1\n  fr:\n    weight: 2\n";
    expect(
      await findingsOf({ ...pages, "hugo.yaml": menus(languages) }, ["site/navigation"]),
    ).toEqual([]);
  });
});
