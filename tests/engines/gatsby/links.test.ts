import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const site = {
  "gatsby-config.js": "module.exports = { siteMetadata: { siteUrl: 'https://harbour.example' } };",
  "gatsby-node.js": "exports.createPages = () => {};",
  "content/boats.md": "---\ndescription: Boats\n---\n\nText.\n",
};

it("knows no address that code makes, so no page beside it; files are files", async () => {
  const text =
    "[a](tides.html) [b](./tides) [dead](gone.md) [right](boats.md)\n\n![dead](gone.png)\n";
  expect(await findingsOf({ ...site, "content/a.md": text })).toEqual([
    "content/a.md:1 link/broken/absent",
    "content/a.md:3 image/not-found/absent",
  ]);
});

it("demands no title, which the site's own code may take from anywhere", async () => {
  expect(await findingsOf(site, ["front-matter/required"])).toEqual([]);
});
