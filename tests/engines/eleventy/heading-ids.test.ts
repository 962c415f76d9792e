import { describe, expect, it } from "vitest";
import { uslug } from "../../../src/engines/sluggers.js";
import { findingsOf, page } from "../findings-of.js";

describe("the ids of headings on an Eleventy site", () => {
  it("may be those of uslug", async () => {
    const article = page("## When is 𝑘-flood ½ in?\n\n[a](#when-is-k-flood-12-in) [b](#when-is-k)");
    expect(
      await findingsOf({ ".eleventy.js": "module.exports = () => {};", "a.md": article }),
    ).toEqual(["a.md:6 link/anchor/missing"]);
  });

  // What uslug 1.0.4 prints for them.
  it.each([
    ["ﬁx ½ Ｂoat", "fix-12-boat"],
    ["a_b ~c", "a_b-~c"],
    ["Über größe", "über-größe"],
    ["C++ & D", "c-d"],
    ["日本語、ABC", "日本語-abc"],
  ])("by uslug, of %s", (text, id) => {
    expect(uslug(text)).toBe(id);
  });
});
