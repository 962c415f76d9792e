import { describe, expect, it } from "vitest";
import broken from "../../rules/link/broken.js";
import { checkTexts } from "../../src/testing/check-texts.js";

/** The broken links of a page whose site moved `boats` to another folder, beside some files. */
function brokenIn(link: string, files: readonly string[]): readonly string[] {
  const { results } = checkTexts(
    [
      { path: "index.md", text: `---\ntitle: Home\n---\n[Boats](${link})\n` },
      { path: "new/boats.md", text: "---\ntitle: Boats\npermalink: /new/boats/\n---\nText.\n" },
    ],
    { engine: "jekyll", site: { complete: true }, rules: [{ rule: broken }], files },
  );
  return results.flatMap(({ findings }) => findings.map(({ messageId }) => messageId));
}

describe("links to a page that moved", () => {
  it("are broken, unless code of the site's server redirects readers", () => {
    expect(brokenIn("/old/boats/", [])).toHaveLength(1);
    expect(brokenIn("/old/boats/", ["scripts/redirects.js"])).toHaveLength(1);
    expect(brokenIn("/old/boats/", ["server/handlers/redirects.js"])).toEqual([]);
  });

  it("are broken under another name, whatever the server does", () => {
    expect(brokenIn("/old/gulls/", ["server/handlers/redirects.js"])).toHaveLength(1);
  });
});
