import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/article/parse-article.js";
import { writtenTagsOf } from "../../../src/knowledge/markup/written-tags.js";
import { runs } from "../../runs.js";

/** Each tag as `name` or `name…name` where it is closed, below its parent. */
function outline(source: string, path = "a.html"): readonly string[] {
  const tags = writtenTagsOf(parseArticle({ path, source }));
  return tags.map(({ name, closing, parent }) => {
    const own = closing === undefined ? name : `${name}/`;
    return parent === undefined ? own : `${parent.name} > ${own}`;
  });
}

describe("writtenTagsOf", () => {
  it("keeps a block in the paragraph that its writer closed behind it", () => {
    expect(outline("<p>a<ul><li>b</ul>c</p>")).toEqual(["p/", "p > ul/", "ul > li"]);
  });

  it("does not let an end tag of a paragraph reach out of a block", () => {
    expect(outline("<p>a<div>b</p></div>")).toEqual(["p", "p > div/"]);
  });

  it("ends items, cells and paragraphs where the next begins", () => {
    expect(outline("<ul><li><p>a<li>b</ul><table><tr><td>c<td>d<tr><td>e</table>")).toEqual([
      "ul/",
      "ul > li",
      "li > p",
      "ul > li",
      "table/",
      "table > tr",
      "tr > td",
      "tr > td",
      "table > tr",
      "tr > td",
    ]);
  });

  it("keeps links in links and rows without a table, which parsers move or drop", () => {
    expect(outline("<a>b<a>c</a></a><tr><td>d</td></tr>")).toEqual([
      "a/",
      "a > a/",
      "tr/",
      "tr > td/",
    ]);
  });

  it("reads JSX from the tree, with components as no parents", () => {
    expect(outline("<ul><li>a</li></ul>\n\n<Tabs><li>b</li></Tabs>\n", "a.mdx")).toEqual([
      "ul/",
      "ul > li/",
      "li/",
    ]);
  });

  it("leaves drawings out", () => {
    expect(outline('<p><svg><a href="b"/></svg></p>')).toEqual(["p/", "p > svg/"]);
  });

  it("points at tags of that name, whatever the soup", () => {
    const piece = fc.constantFrom(
      ..."<p> </p> <div> </div> <a> </a> <b> </b> <ul> <li> </ul> <table> <tr> <td> </table> <br> text <svg> </svg> <body> <rt>".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join("");
        for (const { name, opening, closing, parent } of writtenTagsOf(
          parseArticle({ path: "a.html", source }),
        )) {
          expect(source.slice(opening.start, opening.end)).toBe(`<${name}>`);
          if (closing !== undefined) {
            expect(source.slice(closing.start, closing.end)).toBe(`</${name}>`);
            expect(closing.start).toBeGreaterThanOrEqual(opening.end);
          }
          if (parent !== undefined) expect(parent.opening.end).toBeLessThanOrEqual(opening.start);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
