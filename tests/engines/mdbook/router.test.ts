import { describe, expect, it } from "vitest";
import { chaptersOf } from "../../../src/engines/mdbook/summary.js";
import { findingsOf } from "../findings-of.js";
import { siteOf } from "../site-of.js";

const book = { "book.toml": '[book]\ntitle = "Mill"\n' };

describe("a summary", () => {
  it("names chapters, wherever they stand, and drafts by no path", () => {
    const summary =
      '# Summary\n[Pre](pre.md)\n- [A](./a.md)\n    - [B](<b c.md> "t")\n- [D]()\n<!-- - [X](x.md) -->\n[W](https://x.example/y.md)\n- [E%](e%20f.md)\n- [P](p_(1).md)\n';
    expect(chaptersOf(summary)).toEqual(["pre.md", "a.md", "b c.md", "e f.md", "p_(1).md"]);
  });
});

describe("the addresses of a book", () => {
  it("are those of its chapters; the first is the home page too", async () => {
    const { addresses, router } = await siteOf({
      ...book,
      "src/SUMMARY.md": "- [A](a.md)\n- [B](part/README.md)\n- [C](part/c.md)\n",
      "src/a.md": "# A\n",
      "src/part/README.md": "# B\n",
      "src/part/c.md": "# C\n",
      "src/part/note.md": "# Note\n",
      "other/d.md": "# D\n",
    });
    expect(addresses).toEqual({
      "other/d.md": "",
      "src/SUMMARY.md": "",
      "src/a.md": "/a.html /",
      "src/part/README.md": "/part/",
      "src/part/c.md": "/part/c.html",
      "src/part/note.md": "",
    });
    expect(router.generates("/print.html")).toBe("yes");
    expect(router.generates("/part/note.html")).toBe("no");
    expect(router.staticFiles("/part/x.png")).toEqual(["src/part/x.png"]);
  });

  it("are unknown without a summary", async () => {
    const { addresses } = await siteOf({ ...book, "src/a.md": "# A\n" });
    expect(addresses).toEqual({ "src/a.md": "?" });
  });
});

describe("redirects of a book", () => {
  it("name pages, also where the summary is its first file", async () => {
    const redirects =
      '[output.html.redirect]\n"/old/c.html" = "d.html"\n"/e.html" = "/f.html"\n"/g.html" = "../other/book.html"\n';
    const files = {
      "book.toml": `[book]\ntitle = "Mill"\n${redirects}`,
      "src/SUMMARY.md": "- [Wheel](wheel.md)\n- [D](old/d.md)\n",
      "src/old/d.md": "# D\n",
      "src/wheel.md": "# Wheel\n",
    };
    expect(await findingsOf(files, ["site/redirects"])).toEqual([
      "book.toml:5 site/redirects/missing",
    ]);
  });
});

describe("links of a book", () => {
  it("of the summary name files that a build may write", async () => {
    const files = {
      "src/SUMMARY.md": "- [A](a.md)\n- [B](b.md)\n",
      "src/a.md": "[b](b.md) [c](c.md)\n",
    };
    const broken = "src/a.md:1 link/broken/absent";
    expect(await findingsOf({ ...book, ...files })).toEqual([broken]);
    const strict = { "book.toml": "[build]\ncreate-missing = false\n" };
    expect(await findingsOf({ ...strict, ...files })).toEqual([
      "src/SUMMARY.md:2 link/broken/absent",
      broken,
      broken,
    ]);
  });

  it("lead by redirects, and out of the book to what nobody knows", async () => {
    const found = await findingsOf({
      "book.toml": '[book]\nsrc = "text"\n[output.html.redirect]\n"old.html" = "b.html"\n',
      "text/SUMMARY.md": "- [A](a.md)\n- [B](b.md)\n",
      "text/a.md": "[old](old.html#x) [std](../std/index.html) [older](older.html)\n",
      "text/b.md": "# B\n",
    });
    expect(found).toEqual(["text/a.md:1 link/anchor/nearest", "text/a.md:1 link/broken/absent"]);
  });
});

describe("a program of the site that runs over the chapters", () => {
  const files = (command: string) => ({
    "book.toml": `[book]\ntitle = "Mill"\n[preprocessor.rules]\n${command}`,
    "src/SUMMARY.md": "- [A](a.md)\n",
    "src/a.md": "# A\n\nSee [the wheel][r-wheel.turns] and [here](#r-wheel.turns).\n",
  });
  const rules = ["link/reference", "link/anchor"] as const;

  it("may define labels and anchors, where it is the site's own", async () => {
    expect(await findingsOf(files('command = "python3 tools/rules.py"\n'), rules)).toEqual([]);
  });

  it.each(["", 'command = "mdbook-rules --quick"\n'])("is known to others: %s", async (command) => {
    expect(await findingsOf(files(command), rules)).toEqual([
      "src/a.md:3 link/anchor/missing",
      "src/a.md:3 link/reference/undefined",
    ]);
  });
});
