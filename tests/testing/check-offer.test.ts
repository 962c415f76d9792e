import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.js";
import { moved } from "../../src/fix/touched.js";
import type { Edit, Finding } from "../../src/rule/index.js";
import { checkOffer } from "../../src/testing/check-offer.js";

/** Judges one edit of `from` into `to`; the finding lies on `from` unless it is said to come again. */
function judge(source: string, from: string, to: string, again = false, path = "article.md") {
  const start = source.indexOf(from);
  const end = start + from.length;
  return judgeEdits(source, [{ start, end, text: to }], again, path);
}

function judgeEdits(source: string, edits: readonly Edit[], again = false, path = "article.md") {
  const [{ start, end } = { start: 0, end: 0 }] = edits;
  const finding: Finding = {
    rule: "text/test",
    messageId: "test",
    severity: "warning",
    certainty: "certain",
    message: "Wrong.",
    why: "",
    help: "Mend it.",
    path,
    range: { start, end },
    related: [],
    fix: edits,
    suggestions: [],
  };
  const found = again ? [{ ...finding, range: moved(finding.range, edits) }] : [];
  const before = parseArticle({ path, source });
  return checkOffer(before, { finding, kind: "fix", edits, others: [] }, () => found);
}

describe("checkOffer", () => {
  it.each([
    ["a word", "one two three\n", "two", "2"],
    ["the name of a tag", '<p><b class="x">one</b> two</p>\n', "<b", "<i", "article.html"],
    ["an attribute", '<p class="a" id="b">one</p>\n', 'class="a"', 'class="c"', "article.html"],
    ["a blank line too many", "one\n\n\ntwo\n", "\n\n\n", "\n\n"],
    ["a front-matter value", "---\na: 1\nb: 2\n---\none\n", "1", "3"],
    ["a front-matter key", "---\na:\n  c: 1\nb: 2\n---\none\n", "a:", "d:"],
    ["an item of a list in front matter", "---\na:\n  - x\n  - x\n  - y\n---\n", "  - x\n", ""],
    ["a paragraph into an item", "one\n\n• two\n", "• two", "- two"],
  ])("lets an edit change %s", (_what, source, from, to, path = "article.md") => {
    const edits: Edit[] = [];
    const start = source.indexOf(from);
    edits.push({ start, end: start + from.length, text: to });
    if (from === "<b") {
      const closing = source.indexOf("</b>");
      edits.push({ start: closing + 2, end: closing + 3, text: "i" });
    }
    expect(judgeEdits(source, edits, false, path)).toBeUndefined();
  });

  it("refuses an edit that changes nothing", () => {
    expect(judge("one\n", "one", "one")).toBe("changes nothing");
  });

  it("refuses one after which the finding comes again", () => {
    expect(judge("one two\n", "two", "three", true)).toBe("still found: Wrong.");
  });

  it.each([
    ["a tag left open", "<p>one <b>two</b></p>\n", "</b>", "", "article.html", "parse problem"],
    ["front matter without its fence", "---\na: 1\n---\none\n", "---\n", "", undefined, "front"],
    ["a value that swallows the next key", "---\na: x\nb: y\n---\n", "x", '"x', undefined, "parse"],
    ["another value", "---\na: &n x\nb: *n\n---\n", "&n x", "&n y", undefined, "front matter ch"],
    ["a heading of the line above", "one\n\ntwo\n", "\ntwo", "---\ntwo", undefined, "body ch"],
    [
      "a list that becomes loose",
      "- one\n- two\n- three\n",
      "\n- two",
      "\n\n- two",
      undefined,
      "b",
    ],
    ["the end of a link", "[one](a) and [two](b)\n", "](a)", "(a)", undefined, "body changed"],
    [
      "code of the rest",
      "one\n\ntwo `three` four\n",
      "one",
      "one\n\n```",
      undefined,
      "body changed",
    ],
  ])("refuses %s", (_what, source, from, to, path, problem) => {
    expect(judge(source, from, to, false, path)).toContain(problem);
  });
});
