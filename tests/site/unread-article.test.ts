import { expect, it } from "vitest";
import { findingsOf, page } from "../engines/findings-of.js";

const SITE = {
  "docusaurus.config.js":
    "module.exports = { baseUrl: '/', presets: [['classic', { docs: {} }]] };",
  "docs/jib.md": page("[a](sails.md#genoa) [b](sails.md#reefs)"),
};
const RULES = ["link/anchor"];

it("knows not all anchors of an article with a block that exceeds a limit", async () => {
  const spars = "<b>{1}</b>\n".repeat(600);
  const sails = page(`## Reefs\n\n<div>\n<p id="genoa">Sail</p>\n${spars}</div>`);
  expect(await findingsOf({ ...SITE, "docs/sails.md": sails }, RULES)).toEqual([]);
});

it("knows them where all of it was looked at", async () => {
  const sails = page('## Reefs\n\n<p id="staysail">Sail</p>');
  const told = await findingsOf({ ...SITE, "docs/sails.md": sails }, RULES);
  expect(told).toEqual(["docs/jib.md:4 link/anchor/missing"]);
});
