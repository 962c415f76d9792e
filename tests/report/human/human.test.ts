import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { FormatContext } from "../../../src/report/format.js";
import { formatHuman } from "../../../src/report/human/human.js";
import { runs } from "../../runs.js";
import { contextOf, rangeOf, reportOf, type Sample } from "../sample.js";

function human(samples: readonly Sample[], more: Partial<FormatContext> = {}): string {
  return formatHuman(reportOf(samples), contextOf(samples, more));
}

const source = "---\ntitle: 谈判\n---\n\n谈判 <img src='a.png' width='9px'>\n\nsame\n\nsame\n";

describe("formatHuman", () => {
  it("shows place, severity, rule, message, text, related places, help, fix and suggestion", () => {
    const px = rangeOf(source, "px");
    const report = human([
      {
        path: "posts/talks.md",
        source,
        title: "谈判",
        findings: [
          {
            rule: "image/size-invalid",
            message: "Width is no whole number.",
            help: "Write the number alone.",
            range: rangeOf(source, "9px"),
            fix: [{ ...px, text: "" }],
          },
          {
            rule: "text/duplicate-paragraph",
            severity: "warning",
            certainty: "likely",
            message: "This paragraph repeats an earlier one.",
            help: "Delete one.",
            range: rangeOf(source, "same", 1),
            related: [{ range: rangeOf(source, "same"), message: "first copy" }],
            suggestions: [{ message: "Delete this copy", edits: [{ start: 0, end: 1, text: "" }] }],
          },
        ],
      },
    ]);
    expect(report).toBe(`✖ 1 error, 1 warning in 1 of 1 files
  1 with a safe fix (--fix), 1 with a suggestion (--fix-suggestions makes 1)

─ 谈判 ──────────────────────────────────────────────────── 1 error, 1 warning ─

posts/talks.md:5:28  error    image/size-invalid
  Width is no whole number.
  5 │ 谈判 <img src='a.png' width='9px'>
    │                              ^^^
  help  Write the number alone.
  fix   delete “px”

posts/talks.md:9:1   warning  text/duplicate-paragraph (likely)
  This paragraph repeats an earlier one.
  9 │ same
    │ ^^^^
  see   posts/talks.md:7:1  first copy
  7 │ same
    │ ^^^^
  help  Delete one.
  try   Delete this copy
`);
  });

  it("lists the places of a grouped finding in one line", () => {
    const related = Array.from({ length: 15 }, (_, index) => ({
      range: { start: index * 2, end: index * 2 + 1 },
      message: "also here",
    }));
    const text = "x\n".repeat(15);
    expect(human([{ source: text, findings: [{ related }] }], { width: 200 })).toContain(
      "  see   also here: 1:1, 2:1, 3:1, 4:1, 5:1, 6:1, 7:1, 8:1, 9:1, 10:1, 11:1, 12:1, and 3 more\n",
    );
  });

  it("names the article of a place elsewhere", () => {
    const report = human([
      {
        source: "copy",
        findings: [
          { related: [{ path: "b.md", range: { start: 1, end: 5 }, message: "first copy" }] },
        ],
      },
      { path: "b.md", source: "\ncopy" },
    ]);
    expect(report).toContain("  see   b.md:2:1  first copy\n  2 │ copy\n    │ ^^^^\n");
  });

  it("says so when nothing is wrong", () => {
    expect(human([{ source }])).toBe("✔ No problems in 1 file\n");
    expect(human([])).toBe("No files to check\n");
  });

  it("mentions what was silenced, cannot be judged, or went unchecked", () => {
    const report = formatHuman(
      reportOf(
        [
          {
            source,
            unknown: 2,
            unanswered: 1,
            suppressed: [{ finding: {}, directive: { start: 0, end: 1 }, reason: undefined }],
          },
        ],
        { notChecked: [{ path: "b.md", reason: "permission denied" }] },
      ),
      contextOf([]),
    );
    expect(report).toBe(`✖ No problems in 1 file, but not everything was checked
  1 finding silenced by directives
  2 of 2 references not judged: 2 written by a template (--show-unknown lists
  them)
  1 reference not answered by another site (--show-unknown lists them)
  1 not checked, see below

Not checked
  b.md
    permission denied
`);
  });

  it("leaves out the frame when the text is not to be had", () => {
    const report = human([{ source, findings: [{}] }], { sourceOf: () => undefined });
    expect(report).toContain("Image has no text alternative.\n  help");
  });

  it("prints paths as the terminal's folder has them", () => {
    const report = human([{ source, findings: [{}] }], { displayPath: (path) => `site/${path}` });
    expect(report).toContain("\nsite/a.md:1:1  error");
  });

  it("says the same in colour, and links rules where the terminal can", () => {
    const samples = [{ source, findings: [{}, { rule: "text/a", severity: "info" as const }] }];
    const coloured = human(samples, { color: true, hyperlinks: true });
    expect(coloured).not.toBe(human(samples));
    expect(coloured).toContain("blob/main/rules/text/a.md\u001b\\text/a\u001b]8;;");
    expect(stripVTControlCharacters(coloured)).toBe(human(samples));
  });

  it("keeps within the width of the page", () => {
    const long = "谈判 results and https://example.org/a/very/long/address/indeed ".repeat(8);
    const report = human(
      [{ source: long, title: long, findings: [{ message: long, help: long }] }],
      { width: 60 },
    );
    const widths = report.split("\n").map((line) => stringWidth(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  });

  it("lets no text of an article, path or message steer the terminal or the build server", () => {
    const part = fc.constantFrom(
      ...["\u001b[2J", "\u009b", "\u202e", "::error::x", " ::", "##[error]", "\r", "\n", "\u0007"],
      ...["a", "谈", " ", "\u3000", "\ud800", "\u2028"],
    );
    const hostile = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(hostile, hostile, (text, path) => {
        const report = human(
          [
            {
              path,
              source: text,
              title: text,
              findings: [
                {
                  rule: text,
                  message: text,
                  help: text,
                  range: { start: 0, end: text.length },
                  related: [{ range: { start: 0, end: text.length }, message: text }],
                  fix: [{ start: 0, end: text.length, text }],
                  suggestions: [{ message: text, edits: [{ start: 0, end: 1, text }] }],
                },
              ],
            },
          ],
          { width: 40 },
        );
        expect(report).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Zl}]/u);
        expect(report).not.toMatch(/##[a-z]*\[|^\s*::/imu);
      }),
      { numRuns: runs(150) },
    );
  });
});
