import { describe, expect, it } from "vitest";
import { PRINTED_TAG } from "../../../src/article/markdown/printed-tags.js";
import { parseArticle } from "../../../src/article/parse-article.js";
import { plainSyntax } from "../../../src/article/syntax.js";
import { textOf } from "../../../src/article/text.js";

const source = "Quay\n\n<div>one</i> <b.\ntwo</div>\n\n[a](b)\n";
const article = parseArticle({
  path: "boats.md",
  source,
  syntaxOf: () => ({
    ...plainSyntax("boats.md"),
    prepare: (body) => body.replace("</i>", `${PRINTED_TAG}/i>`).replace("<b.", `${PRINTED_TAG}b.`),
  }),
});

describe("a tag that the engine prints as text", () => {
  it("is a problem of its own, and no tag without a partner", () => {
    expect(
      article.problems.map((problem) => [
        problem.kind === "html-parse" ? problem.code : problem.kind,
        source.slice(problem.range.start, problem.range.end),
      ]),
    ).toEqual([
      ["printed-end-tag", "</i>"],
      ["printed-start-tag", "<b.\ntwo"],
    ]);
  });

  it("is text that readers see, at its place", () => {
    const [, text] = article.texts.filter(({ value }) => value.trim() !== "");
    expect(text?.value).toBe("one</i> <b.\ntwo");
    const read = text === undefined ? undefined : textOf(article, text);
    expect(read?.rangeOf(3, 7)).toEqual({
      start: source.indexOf("</i>"),
      end: source.indexOf(" <b"),
    });
  });
});
