import { expect, it } from "vitest";
import broken from "../../rules/link/broken.js";
import { checkTexts } from "../../src/testing/check-texts.js";
import { findingsOf, page } from "../engines/findings-of.js";

const links = (targets: readonly string[]): string =>
  targets.map((target) => `[a page](${target})`).join("\n");

/** Targets that are missing of the links in `en/a.md`, beside twelve that lead below `/en/`, as a server answers them. */
function missing(targets: readonly string[], files: readonly string[]): readonly string[] {
  const talks = Array.from({ length: 12 }, (_, n) => `talk${String.fromCharCode(97 + n)}`);
  const { results } = checkTexts(
    [
      ...talks.map((name) => ({ path: `en/talks/${name}/index.md`, text: "Text." })),
      {
        path: "en/a.md",
        text: links([...talks.map((name) => `/talks/${name}/`), ...targets]),
      },
    ],
    {
      rules: [{ rule: broken }],
      engine: "eleventy",
      site: { complete: true, config: { dir: {} } },
      files,
    },
  );
  return results.flatMap(({ findings }) =>
    findings.map(({ message }) => message.replace(/^.*exist: |\.$/g, "")),
  );
}

it("finds pages that templates make where a server answers with one edition", () => {
  const files = ["en/boats/index.njk", "en/boats/whale.liquid", "en/boats/_ship.njk"];
  expect(missing(["/boats/", "/boats/whale/"], files)).toEqual([]);
});

it("still misses what neither an article nor a template makes there", () => {
  expect(missing(["/boats/", "/boats/seal/"], ["en/boats/index.njk"])).toEqual(["/boats/seal/"]);
});

it("still misses the page of a template in another edition", () => {
  expect(missing(["/boats/"], ["fr/boats/index.njk"])).toEqual(["/boats/"]);
});

it("shows pages that templates make where a rewrite for any address leads", async () => {
  const files = {
    ".eleventy.js": "module.exports = { dir: { input: 'site' } };",
    "netlify.toml":
      '[[redirects]]\nfrom = "/old/*"\nto = "/quay/:splat"\n\n[[redirects]]\nfrom = "/*"\nto = "/en/:splat"\nstatus = 200\n',
    "site/en/quay/index.njk": "---\ntitle: Quay\n---\n",
    "site/en/a.md": page("[a](/quay/) [b](/old/) [c](/old/pier/) [d](/pier/)"),
  };
  expect(await findingsOf(files, ["link/broken"])).toEqual([
    "site/en/a.md:4 link/broken/absent",
    "site/en/a.md:4 link/broken/redirected",
  ]);
});
