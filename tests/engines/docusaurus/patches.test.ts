import { expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const SITE = {
  "docusaurus.config.js":
    "module.exports = { baseUrl: '/', presets: [['classic', { docs: {} }]] };",
  "docs/jib.md": page("## Reef the jib\n\n[a](#Reef-the-jib) [b](#furl)"),
};
const RULES = ["link/anchor"];
const TOLD = ["docs/jib.md:6 link/anchor/letterCase", "docs/jib.md:6 link/anchor/missing"];
const IDS = "--- a/node_modules/@docusaurus/mdx-loader/lib/remark/headings/index.js\n";

it.each([
  "patches/@docusaurus+mdx-loader+3.8.0.patch",
  "patches/@docusaurus__mdx-loader@3.8.0.patch",
  ".yarn/patches/@docusaurus-mdx-loader-npm-3.8.0-0a1b2c.patch",
])("knows no ids of headings with the patch %s", async (path) => {
  expect(await findingsOf({ ...SITE, [path]: IDS }, RULES)).toEqual([]);
});

it("knows them with patches of something else", async () => {
  const patches = {
    "patches/@docusaurus+core+3.8.0.patch": IDS,
    "patches/@docusaurus+utils+3.8.0.patch": "--- a/lib/hashUtils.js\n",
  };
  expect(await findingsOf({ ...SITE, ...patches }, RULES)).toEqual(TOLD);
  expect(await findingsOf(SITE, RULES)).toEqual(TOLD);
});
