import { expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const SITE = {
  "mkdocs.yml": "site_name: Boats\nmarkdown_extensions:\n  - attr_list\n",
  "docs/index.md": page("# Boats"),
  "docs/sails/jib.md": page("# Jib\n\n## Sheets"),
  "docs/sails/plan.png": "x",
  "docs/v1.2/index.md": page("# Old"),
};

/** What `posixpath.normpath` in `_target_uri` of `mkdocs/structure/pages.py` makes of a path (1.5 and later). */
it("finds a file whose link ends in a slash", async () => {
  const found = await findingsOf({
    ...SITE,
    "docs/log.md": page("[a](sails/jib.md/)"),
    "docs/hull/log.md": page("[b](../sails/jib.md/#sheets) [c](../sails/plan.png/)"),
    "docs/hull/old.md": page("[d](../../v1.2/)"),
  });
  expect(found).toEqual([]);
});

it("still misses what is not there", async () => {
  const found = await findingsOf({
    ...SITE,
    "docs/log.md": page("[a](sails/genoa.md/)\n\n[b](sails/jib.md/#reefs)\n\n[c](sails/log.png/)"),
  });
  expect(found).toEqual([
    "docs/log.md:4 link/broken/absent",
    "docs/log.md:6 link/anchor/missing",
    "docs/log.md:8 link/broken/absentNearest",
  ]);
});
