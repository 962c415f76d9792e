import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdownBody } from "../../../src/article/markdown/parse-markdown.js";
import { plainSyntax } from "../../../src/article/syntax.js";
import { runs } from "../../runs.js";

function unbalanced(text: string): readonly string[] {
  return parseMarkdownBody(text, plainSyntax("boats.md")).problems.map((problem) =>
    problem.kind === "html-parse"
      ? `${problem.code} ${text.slice(problem.range.start, problem.range.end)}`
      : problem.kind,
  );
}

describe("a raw paragraph before Markdown", () => {
  it.each([
    ["text", "<section>\n<p>\n\nBoats.\n\n</section>\n"],
    ["a heading", "<boat-card>\n\n<p>\n\n## Boats\n\n</boat-card>\n\n<boat-card></boat-card>\n"],
    ["a list", "<aside>\n<p>First\n\n* one\n* two\n\n</aside>\n"],
    ["code", "<aside>\n<p>First\n\n```\nboat\n```\n\n</aside>\n"],
    ["text in an item", "- <aside>\n  <p>First\n\n  Second\n\n  </aside>\n"],
  ])("is ended by %s", (_, text) => {
    expect(unbalanced(text)).toEqual([]);
  });

  it("still holds what no block ends", () => {
    expect(unbalanced("<boat-card><p>Boats.</boat-card>\n\nText.\n")).toEqual([
      "stray-end-tag </boat-card>",
    ]);
  });

  it("does not hide other tags without a partner", () => {
    expect(unbalanced("<section>\n<p>\n\nBoats.</em>\n\n</section>\n\n<b>Quay.\n")).toEqual([
      "stray-end-tag </em>",
      "unclosed-element <b>",
    ]);
  });

  it("changes nothing where every paragraph has its end tag", () => {
    const block = fc.constantFrom("Boats.", "<div>", "</div>", "<p>a</p>", "# Quay", "<b>", "</b>");
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const text = blocks.join("\n\n");
        const without = text.replaceAll("<p>a</p>", "<i>a</i>");
        expect(unbalanced(text)).toEqual(unbalanced(without));
      }),
      { numRuns: runs(100) },
    );
  });
});
