import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const site = {
  "gatsby-config.js": "module.exports = { siteMetadata: { siteUrl: 'https://harbour.example' } };",
  "gatsby-node.js": "exports.createPages = () => {};",
  "content/boats.md": "---\ndescription: Boats\n---\n\nText.\n",
};

it("knows no address that code makes: a page beside the article may have a name of its front matter", async () => {
  const files = {
    ...site,
    "content/old-tides.md": "---\npermalink: log/tides.html\n---\n\nText.\n",
    "content/a.md":
      "[a](tides.html) [b](./old-tides)\n\n[dead](piers.html)\n\n[dead](gone.md)\n\n![dead](gone.png)\n",
  };
  expect(await findingsOf(files)).toEqual([
    "content/a.md:3 link/broken/absent",
    "content/a.md:5 link/broken/absent",
    "content/a.md:7 image/not-found/absent",
  ]);
});

it("demands no title, which the site's own code may take from anywhere", async () => {
  expect(await findingsOf(site, ["front-matter/required"])).toEqual([]);
});

it("follows the former addresses of articles whose own only code knows", async () => {
  const names = ["ebb", "flow", "neap", "quay", "rope", "sail", "surf", "tide", "wind", "anchor"];
  const posts = Object.fromEntries(names.map((name) => [`content/log/${name}.md`, "# A\n"]));
  const links = names.map((name) => `[${name}](/log/${name}.html)`).join(" ");
  const files = {
    ...site,
    ...posts,
    "content/log/harbour-lights.md":
      '---\nredirect_from:\n  - "log/harbor-lights.html"\n---\n\nA.\n',
    "content/a.md": `${links}\n\n[old](/log/harbor-lights.html)\n\n[dead](/log/harbur-lihgts.html)\n`,
  };
  expect(await findingsOf(files)).toEqual(["content/a.md:5 link/broken/absent"]);
});
