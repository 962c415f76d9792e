import { describe, expect, it } from "vitest";
import { htmlProblems } from "../../src/article/html-problems.js";
import { visitTags } from "../../src/article/html-tags.js";
import { parseHtml } from "../../src/article/parse-html.js";

function problems(text: string): readonly string[] {
  const { tree, errors } = parseHtml(text, { fragment: true });
  return htmlProblems(text, tree, errors).map((problem) => {
    const { start, end } = problem.range;
    return problem.kind === "html-parse" ? `${problem.code} ${text.slice(start, end)}`.trim() : "";
  });
}

describe("the balance of tags", () => {
  it.each([
    ["a</p>b", ["stray-end-tag </p>"]],
    ["<p>a<div>b</div></p>", ["stray-end-tag </p>"]],
    ["<div><span>a</div>", ["unclosed-element <span>"]],
    ["<h2>a", ["unclosed-element <h2>"]],
    ["<p>a <b>c\n<p>d\n<p>e", ["unclosed-element <b>"]],
    ["<template><div></template>", ["unclosed-element <div>"]],
    ["<svg><g></svg>", ["unclosed-element <g>"]],
    ["<em>a<em>b</em>", ["unclosed-element <em>"]],
  ])("%s", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("counts a misplaced pair once", () => {
    expect(problems("<div><span>a</div></span>")).toEqual(["stray-end-tag </span>"]);
    expect(problems("<b><i>a</b></i>")).toEqual(["stray-end-tag </i>"]);
    expect(problems("<h2>a</h3>")).toEqual(["unclosed-element <h2>"]);
  });

  it.each([
    ["<table><tr><td>a</td></tr></tbody></tbody></table>", ["stray-end-tag </tbody>"]],
    ["<table><thead><tr><th>a</th></tr></thead></tbody></table>", ["stray-end-tag </tbody>"]],
    ["<table><tr><td><table><col></tbody></table></td></tr></table>", ["stray-end-tag </tbody>"]],
    ["<div></colgroup></div>", ["stray-end-tag </colgroup>"]],
    ["<table><td>a</td></tr></table>", ["stray-end-tag </tr>"]],
  ])("has an implied element end once, and where it is: %s", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each([
    "<table><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr></tbody></table>",
    "<table><tr><td>a</td></tr></tbody><tr><td>b</td></tr></tbody></table>",
    "<table><col><col></colgroup><tr><td>a</table>",
    "<table><tr><td><table><tr><td>a</td></tr></tbody></table></td></tr></tbody></table>",
    "<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl><p>e<p>f",
    "<table><tr><td>a<td>b<tr><td>c</table>",
    "<br><img><hr><input>",
    "<svg><path/><g><circle r='1'/></g></svg><svg/>",
    "<b><p>a</b></p>",
    "<body>a</body>",
    "<select><b>a</b></select>",
    "<!-- </b> <i> --><script>'</b><i>'</script><textarea></b></textarea>",
    "<a title='</b>'>a</a>",
  ])("has nothing against %s", (text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe("errors", () => {
  it("are those of the tokenizer, without what other rules tell", () => {
    expect(
      problems("<b a=1 a=2>&nope; \0\u0001</b>").map((problem) => problem.split(" ")[0]),
    ).toEqual(["duplicate-attribute", "unknown-named-character-reference"]);
    expect(problems("<!DOCTYPE><p>a")).toEqual([]);
  });

  it("are cut off where nobody reads them", () => {
    const before = performance.now();
    expect(problems("&nope; ".repeat(50_000)).length).toBeLessThanOrEqual(1000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe("positions", () => {
  it.each(["<p>a<?b", "<p>a<![CDATA[b", "<p>a</ b"])("of %s do not run over its end", (text) => {
    const { tree } = parseHtml(text, { fragment: true });
    expect(tree.children[0]?.position?.end.offset).toBeLessThanOrEqual(text.length);
  });
});

describe("visiting tags", () => {
  function tags(text: string): readonly string[] {
    const found: string[] = [];
    visitTags(text, (tag) => {
      found.push(
        `${tag.closing ? "/" : ""}${tag.name}${tag.selfClosing ? "/" : ""} ${tag.attributeCount}`,
      );
      return undefined;
    });
    return found;
  }

  it("reads names and attributes as the tokenizer does", () => {
    expect(tags(`<A b c=d e = 'f>' g="h>"i/><br/></A x>`)).toEqual(["a/ 5", "br/ 0", "/a 1"]);
    expect(tags("a < b <3 </ c> <!d> <?e> <f")).toEqual([]);
    expect(tags("<a b='c")).toEqual([]);
  });

  it("skips what holds no tags", () => {
    expect(tags("<!--> <b> --><!-- <i> --!><u><style><b></style ><title>a<b>")).toEqual([
      "b 0",
      "u 0",
      "style 0",
      "/style 0",
      "title 0",
    ]);
    expect(tags("<svg><title><b></title><![CDATA[<i>]]></svg><![CDATA[<u>]]>")).toEqual([
      "svg 0",
      "title 0",
      "b 0",
      "/title 0",
      "/svg 0",
    ]);
    expect(tags("<plaintext><b>")).toEqual(["plaintext 0"]);
  });

  it("ends when told to", () => {
    let count = 0;
    visitTags("<a><b><c>", () => ++count < 2);
    expect(count).toBe(2);
  });
});
