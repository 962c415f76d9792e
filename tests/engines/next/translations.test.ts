import { expect, it } from "vitest";
import { lintFiles } from "../../../src/run/api.js";
import { temporaryProject } from "../../run/temporary-project.js";
import { page } from "../findings-of.js";

const links = page(["a", "b", "c"].map((name) => `[x](/sea/${name})`).join(" "));
const dead = page("See [the tide](#tide).");

it("errors in translations whose original is gone are warnings", async () => {
  const cwd = temporaryProject({
    ".git/HEAD": "ref: refs/heads/main\n",
    "next.config.js": "module.exports = {};",
    "app/[locale]/[[...path]]/page.tsx": "",
    "content/en/sea/a.md": links,
    "content/en/sea/b.md": links,
    "content/en/sea/c.md": links,
    "content/nl/sea/c.mdx": dead,
    "content/nl/sea/d.md": dead,
    "content/nl/sea/e.md": page("See [the other](/nl/sea/d)."),
  });
  const { files } = await lintFiles([], {
    cwd,
    only: ["link/broken", "link/anchor"],
    now: Date.parse("2025-01-01"),
  });
  const found = files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity }) => `${path} ${severity} ${rule}`),
  );
  expect(found).toEqual([
    "content/nl/sea/c.mdx error link/anchor",
    "content/nl/sea/d.md warning link/anchor",
  ]);
});
