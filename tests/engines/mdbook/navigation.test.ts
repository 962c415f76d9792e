import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

const book = {
  "book.toml": '[book]\ntitle = "Mill"\n',
  "src/a.md": "# A\n",
  "src/b.md": "# B\n",
};

describe("the summary of a book", () => {
  it("names each chapter once, and files that are there", async () => {
    const summary =
      "# Summary\n- [A](a.md)\n- [Draft]()\n- [B](b.md)\n  - [A](./a.md)\n- [C](c.md)\n";
    expect(await findingsOf({ ...book, "src/SUMMARY.md": summary }, ["site/navigation"])).toEqual([
      "src/SUMMARY.md:5 site/navigation/onePlace",
      "src/SUMMARY.md:6 site/navigation/empty",
    ]);
  });

  it("has broken links where a build writes no files", async () => {
    const strict = { "book.toml": "[build]\ncreate-missing = false\n" };
    const files = { ...book, ...strict, "src/SUMMARY.md": "- [A](a.md)\n- [C](c.md)\n" };
    expect(await findingsOf(files, ["site/navigation", "link/broken"])).toEqual([
      "src/SUMMARY.md:2 link/broken/absent",
    ]);
  });
});
