import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.js";
import { readForeignDirectives } from "../../src/lint/read-foreign-directives.js";
import { runs } from "../runs.js";

const RULES = {
  byName: new Map([
    ["md001", new Set(["MD001"])],
    ["no-inline-html", new Set(["MD033"])],
    ["md033", new Set(["MD033"])],
    ["md013", new Set(["MD013"])],
    ["headings", new Set(["MD001", "MD041"])],
  ]),
  ours: new Map([
    ["MD001", ["heading/order"]],
    ["MD013", []],
    ["MD033", ["html/obsolete", "html/wrapper"]],
    ["MD041", ["heading/order"]],
  ]),
};

/** What is silenced where: `rule from-to`. Lines are separated by `|`. */
function covered(lines: string): readonly string[] {
  const source = `${lines.split("|").join("\n\n")}\n`;
  const article = parseArticle({ path: "a.md", source });
  const lineOf = (line: number): number => (line + 1) / 2;
  return readForeignDirectives(article, RULES).map(
    ({ rules, fromLine, toLine }) => `${rules.join()} ${lineOf(fromLine)}-${lineOf(toLine)}`,
  );
}

const comment = (text: string): string => `<!-- markdownlint-${text} -->`;

describe("comments for markdownlint", () => {
  it("silence from a disable to an enable, the rules of ours that find the same", () => {
    expect(covered(`a|${comment("disable MD033")}|b|${comment("enable MD033")}|c`)).toEqual([
      "html/obsolete 2-3.5",
      "html/wrapper 2-3.5",
    ]);
  });

  it("know rules by id, alias and tag in any letter case, and all of them without a name", () => {
    expect(covered(comment("disable md001"))).toEqual(["heading/order 1-1.5"]);
    expect(covered(comment("disable No-Inline-HTML"))).toHaveLength(2);
    expect(
      covered(comment("disable headings")).every((one) => one.startsWith("heading/order")),
    ).toBe(true);
    expect(covered(comment("disable"))).toHaveLength(4);
  });

  it("leave out rules that have no counterpart, and names that nobody knows", () => {
    expect(covered(comment("disable MD013"))).toEqual([]);
    expect(covered(comment("disable image/alt-missing"))).toEqual([]);
  });

  it("are about a line, the next line, or the file", () => {
    const article = parseArticle({
      path: "a.md",
      source: `a ${comment("disable-line MD001")}\n\n${comment("disable-next-line MD001")}\nb\n\n${comment("disable-file MD001")}\n`,
    });
    const found = readForeignDirectives(article, RULES);
    expect(found.map(({ fromLine, toLine }) => [fromLine, toLine])).toEqual([
      [1, 1],
      [4, 4],
      [1, article.lines.lineCount],
    ]);
  });

  it("come back to what was captured", () => {
    const lines = [
      comment("disable MD001"),
      comment("capture"),
      comment("enable MD001"),
      comment("disable MD033"),
      comment("restore"),
      "end",
    ].join("|");
    expect(covered(lines)).toEqual([
      "heading/order 1-2.5",
      "html/obsolete 4-4.5",
      "html/wrapper 4-4.5",
      "heading/order 5-6.5",
    ]);
  });

  it("are other comments where another tool, or nobody, is meant", () => {
    for (const other of ["prettier-ignore", "markdownlint-configure-file {}", "markdownlint", "x"])
      expect(covered(`<!-- ${other} -->`)).toEqual([]);
  });

  it("cover lines of the article, whatever their order", () => {
    const action = fc.constantFrom(
      ...["disable", "enable", "capture", "restore", "disable-line", "disable-next-line"],
      ...["disable-file", "enable-file"],
    );
    const names = fc.constantFrom("", " MD001", " MD033 headings");
    const line = fc.oneof(
      fc.constant("text"),
      fc.tuple(action, names).map(([one, rules]) => comment(one + rules)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const article = parseArticle({ path: "a.md", source: lines.join("\n\n") });
        for (const { fromLine, toLine, rules } of readForeignDirectives(article, RULES)) {
          expect(fromLine).toBeGreaterThan(0);
          expect(toLine).toBeGreaterThanOrEqual(fromLine);
          expect(toLine).toBeLessThanOrEqual(article.lines.lineCount);
          expect(rules).toHaveLength(1);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
