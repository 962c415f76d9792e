import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

it("an explicit id takes the place of the heading's own", async () => {
  expect(
    await findingsOf({
      "docs/a.md":
        "---\ntitle: A\n---\n\n[ok](#mast)\n\n[dead](#the-mast)\n\n## The mast {#mast}\n",
      "docusaurus.config.js":
        "module.exports = { title: 'Quay', url: 'https://quay.example.org', baseUrl: '/', presets: [['classic', {}]]  };",
      "package.json":
        '{"dependencies":{"@docusaurus/core":"^3.6.0","@docusaurus/preset-classic":"^3.6.0"}}',
    }),
  ).toEqual(["docs/a.md:7 link/anchor/missing"]);
});

it("an id in a comment of MDX does, too", async () => {
  expect(
    await findingsOf({
      "docs/a.md":
        "---\ntitle: A\n---\n\n[ok](#mast)\n\n[dead](#the-mast)\n\n## The mast {/* #mast */}\n",
      "docusaurus.config.js":
        "module.exports = { title: 'Quay', url: 'https://quay.example.org', baseUrl: '/', presets: [['classic', {}]]  };",
      "package.json":
        '{"dependencies":{"@docusaurus/core":"^3.6.0","@docusaurus/preset-classic":"^3.6.0"}}',
    }),
  ).toEqual(["docs/a.md:7 link/anchor/missing"]);
});

it("an explicit id does in another article", async () => {
  expect(
    await findingsOf({
      "docs/a.md": "---\ntitle: A\n---\n\n[ok](b.md#keel)\n\n[dead](b.md#its-keel)\n",
      "docs/b.md": "---\ntitle: B\n---\n\n### Its keel {#keel}\n\nText.\n",
      "docusaurus.config.js":
        "module.exports = { title: 'Quay', url: 'https://quay.example.org', baseUrl: '/', presets: [['classic', {}]]  };",
      "package.json":
        '{"dependencies":{"@docusaurus/core":"^3.6.0","@docusaurus/preset-classic":"^3.6.0"}}',
    }),
  ).toEqual(["docs/a.md:7 link/anchor/missing"]);
});

it("a link without an ending is an address relative to the page", async () => {
  expect(
    await findingsOf({
      "docs/one.md": "---\ntitle: One\n---\n\n[ok](two)\n\n[dead](one/two)\n",
      "docs/two.md": "---\ntitle: Two\n---\n\nText.\n",
      "docusaurus.config.js":
        "module.exports = { title: 'Quay', url: 'https://quay.example.org', baseUrl: '/', presets: [['classic', {}]]  };",
      "package.json":
        '{"dependencies":{"@docusaurus/core":"^3.6.0","@docusaurus/preset-classic":"^3.6.0"}}',
    }),
  ).toEqual(["docs/one.md:7 link/broken/absentNearest"]);
});
