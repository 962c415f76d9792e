import { describe, expect, it } from "vitest";
import rule from "../../../../rules/html/nesting.js";
import { checkTexts } from "../../../../src/testing/check-texts.js";

function reasons(text: string, path: string, engine?: string): readonly string[] {
  const { results } = checkTexts([{ path, text }], {
    rules: [{ rule }],
    ...(engine === undefined ? {} : { engine }),
  });
  return results.flatMap(({ findings }) => findings.map(({ why }) => why));
}

describe("what readers meet of a block that cannot be where it is", () => {
  it.each([
    ["<h2>a<h3>b</h3></h2>", "Browsers end the <h2> where the <h3> begins."],
    [
      "<em>Boats<div>sail</em> on.</div>",
      "The <div> does not end inside the <em>, so browsers let one of them run on.",
    ],
    ["<q><ul><li>a</ul></q>", "Browsers show what was meant, but the HTML of the page is invalid."],
  ])("%s", (text, why) => {
    expect(reasons(text, "boats.html")).toEqual([why]);
  });

  it("does not take the paragraphs of Markdown around it for its line", () => {
    expect(
      reasons("<div>\n\nMasts.\n\n<sub>\n<p>3</p>\n</sub>\n\nSails.\n\n</div>\n", "boats.md"),
    ).toEqual(["Browsers show what was meant, but the HTML of the page is invalid."]);
  });

  // As kramdown 2.4 prints them.
  it.each([
    [
      "<em><div>Boats</div></em>\n",
      "kramdown has no blocks in text, so readers see the tags of the <div>.",
    ],
    [
      "They <ol><li>go</li></ol>\n",
      "kramdown has no blocks in text, so readers see the tags of the <ol>.",
    ],
    [
      "<kbd>\nsail\n<ul><li>on</li></ul>\n</kbd>\n",
      "kramdown ends the <kbd> before the <ul>, so readers see </kbd> as text.",
    ],
    [
      "<div>\n<em><blockquote>Boats</blockquote></em>\n</div>\n",
      "Browsers show what was meant, but the HTML of the page is invalid.",
    ],
  ])("in kramdown: %s", (text, why) => {
    expect(reasons(text, "_posts/2026-01-01-boats.md", "jekyll")).toEqual([why]);
  });
});
