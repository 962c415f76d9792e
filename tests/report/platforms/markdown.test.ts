import fc from "fast-check";
import type { Element } from "hast";
import { markdownToHast } from "satteri";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { formatMarkdown } from "../../../src/report/platforms/markdown.js";
import { runs } from "../../runs.js";
import { contextOf, rangeOf, reportOf } from "../sample.js";
import { hostileSample, hostileText } from "./hostile.js";

/** The elements that a comment would have. */
function elementsOf(markdown: string): readonly Element[] {
  const tree = markdownToHast(markdown, { features: { gfm: true } });
  const elements: Element[] = [];
  visit(tree, "element", (element) => {
    elements.push(element);
  });
  return elements;
}

const source = "one\ntwo\n";

describe("formatMarkdown", () => {
  it("is a table with a row for each finding, the gravest first", () => {
    const samples = [
      {
        source,
        findings: [
          { severity: "warning", rule: "z/z", range: rangeOf(source, "one") },
          { message: "Bad.", help: "Mend it.", range: rangeOf(source, "two") },
        ],
      },
    ] as const;
    const lines = formatMarkdown(reportOf(samples), contextOf(samples)).split("\n");
    expect(lines[0]).toBe("### ❌ copydesk: 1 error, 1 warning in 1 file");
    expect(lines[4]).toBe(
      "| ❌ | <code>a.md:2</code> | [<code>image/alt-missing</code>](https://github.com/copydesk/copydesk/blob/main/rules/image/alt-missing.md) | Bad.<br>Mend it. |",
    );
    expect(lines[5]).toContain("<code>z/z</code>");
  });

  it("stays short enough for a comment, and says how much is left out", () => {
    const findings = Array.from({ length: 400 }, () => ({ message: "x".repeat(90) }));
    const printed = formatMarkdown(reportOf([{ source, findings }]), contextOf([]));
    expect(printed.length).toBeLessThan(65_536);
    expect(printed).toContain("350 more findings not shown.");
  });

  it("only counts infos, unless they are asked for", () => {
    const samples = [{ source, findings: [{ severity: "info" }] }] as const;
    const report = reportOf(samples);
    expect(formatMarkdown(report, contextOf(samples))).toContain("1 more finding not shown.");
    expect(formatMarkdown(report, contextOf(samples, { verbose: true }))).toContain("a.md:1");
  });

  it("says what went unchecked", () => {
    const report = reportOf([], { notChecked: [{ path: "a*b.md", reason: "permission denied" }] });
    expect(formatMarkdown(report, contextOf([]))).toContain(
      "- Not checked: <code>a\\*b.md</code>: permission denied",
    );
  });

  it("notifies nobody, links nowhere and opens no tag, whatever an article says", () => {
    const markup = fc.constantFrom(
      "@octocat",
      "#12",
      "GH-3",
      "https://evil.example/x",
      "www.evil.example",
      "![x](y)",
      "[x](y)",
      "<img src=x>",
      "**b**",
      "~~s~~",
      "$x$",
      "|",
      "``",
    );
    const text = fc
      .array(fc.oneof(markup, hostileText), { maxLength: 6 })
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, (hostile) => {
        const samples = [hostileSample(hostile)];
        const report = reportOf(samples, { urlOf: () => undefined });
        const printed = formatMarkdown(report, contextOf(samples));
        expect(printed.replaceAll("&#8288;", "\u2060")).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\.\w/);
        for (const { tagName } of elementsOf(printed))
          expect(["a", "img", "del", "strong", "em"]).not.toContain(tagName);
      }),
      { numRuns: runs(100) },
    );
  });
});
