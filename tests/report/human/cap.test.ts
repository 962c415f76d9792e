import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { FormatContext, Narrowing } from "../../../src/report/format.js";
import { formatHuman, formatSummary } from "../../../src/report/human/human.js";
import type { Finding } from "../../../src/rule/finding.js";
import { contextOf, reportOf, type Sample } from "../sample.js";

const source = "one\ntwo\n三\n";
const error: Partial<Finding> = { rule: "link/broken", message: "Broken." };
const warning: Partial<Finding> = { rule: "text/a", severity: "warning", message: "Odd." };
const info: Partial<Finding> = { rule: "seo/b", severity: "info", message: "Hm." };

const commandFor = (narrowing: Narrowing): string => {
  if ("rule" in narrowing) return `copydesk --only ${narrowing.rule}`;
  return "path" in narrowing ? `copydesk ${narrowing.path}` : "copydesk --max-findings all";
};

function human(samples: readonly Sample[], more: Partial<FormatContext> = {}): string {
  return formatHuman(reportOf(samples), contextOf(samples, { commandFor, ...more }));
}

/** The headers of the findings that are shown, in order. */
function shown(report: string): readonly string[] {
  return report.split("\n").flatMap((line) => {
    const [, place, , rule] = /^(\S+:\d+:\d+) +(error|warning|info) +(\S+)$/.exec(line) ?? [];
    return place === undefined ? [] : [`${place} ${rule}`];
  });
}

const at = (line: number, finding: Partial<Finding>): Partial<Finding> => ({
  ...finding,
  range: { start: (line - 1) * 4, end: (line - 1) * 4 + 1 },
});

const SITE: readonly Sample[] = [
  { path: "a.md", source, findings: [at(1, info)] },
  { path: "b.md", source, findings: [at(1, warning), at(2, info), at(3, error)] },
  { path: "c.md", source, findings: [at(1, warning)] },
  { path: "d.md", source, findings: [at(2, error)] },
];

describe("which findings are shown in full", () => {
  it("are errors and warnings: files with errors first, in a file errors first", () => {
    expect(shown(human(SITE))).toEqual([
      "b.md:3:1 link/broken",
      "b.md:1:1 text/a",
      "d.md:2:1 link/broken",
      "c.md:1:1 text/a",
    ]);
  });

  it("are infos as well with --verbose, and in a report of one file", () => {
    expect(shown(human(SITE, { verbose: true }))).toEqual([
      "b.md:3:1 link/broken",
      "b.md:1:1 text/a",
      "b.md:2:1 seo/b",
      "d.md:2:1 link/broken",
      "c.md:1:1 text/a",
      "a.md:1:1 seo/b",
    ]);
    expect(shown(human(SITE.slice(0, 1)))).toEqual(["a.md:1:1 seo/b"]);
  });

  it("are no more than the limit, errors of all files before any warning", () => {
    const report = human(SITE, { maxFindings: 3 });
    expect(shown(report)).toEqual([
      "b.md:3:1 link/broken",
      "b.md:1:1 text/a",
      "d.md:2:1 link/broken",
    ]);
    expect(shown(human(SITE, { maxFindings: 2 }))).toEqual([
      "b.md:3:1 link/broken",
      "d.md:2:1 link/broken",
    ]);
    expect(human(SITE, { maxFindings: 2 })).toContain("… and 1 more in this file\n");
  });

  it("are at most 50 unless somebody says otherwise", () => {
    const many = Array.from({ length: 300 }, () => at(1, { ...error }));
    const samples = [{ source, findings: many.map((one, at) => ({ ...one, message: `${at}` })) }];
    expect(shown(human(samples)).length).toBe(50);
    expect(human(samples).split("\n").length).toBeLessThan(330);
    expect(shown(human(samples, { maxFindings: Number.POSITIVE_INFINITY })).length).toBe(300);
  });
});

describe("what follows where some are left out", () => {
  const rest = (report: string): string => report.slice(report.indexOf("severity "));

  it("is a table of rules, the commands that show the rest, and the totals again", () => {
    expect(
      rest(human(SITE, { maxFindings: 3 })),
    ).toBe(`severity  rule         count  files  fixable  first place
error     link/broken      2      2        0  b.md:3:1
warning   text/a           2      2        0  b.md:1:1
info      seo/b            2      2        0  a.md:1:1

3 of 6 findings shown, infos only counted. To see
  one rule  copydesk --only link/broken
  one file  copydesk b.md
  all       copydesk --max-findings all
`);
  });

  it("is nothing where all are shown", () => {
    expect(human(SITE, { verbose: true })).not.toContain("severity");
    expect(human([{ source, findings: [] }])).toBe("✔ No problems in 1 file\n");
  });

  it("says the totals again after more than a screen", () => {
    const total = "✖ 2 errors, 2 warnings, 2 infos in 4 of 4 files";
    expect(human(SITE, { verbose: true }).split(total).length).toBe(3);
    expect(human(SITE.slice(3)).split("✖ ").length).toBe(2);
  });

  it("never cuts a place, and keeps to the width", () => {
    const path = `${"深い/folder/".repeat(5)}谈判-and-a-long-name.md`;
    const table = rest(human([...SITE, { path, source, findings: [at(3, warning)] }]));
    const short = rest(
      human([...SITE, { path, source, findings: [at(3, { ...warning, rule: "text/c" })] }]),
    );
    expect(table).toContain("warning   text/a           3      3        0  b.md:1:1\n");
    expect(short).toContain(
      `warning   text/c           1      1        0\n          ${path}:3:1\n`,
    );
    const lines = short.split("\n").filter((line) => !line.includes(path));
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
  });

  it("keeps a long place whole above its severity and rule", () => {
    const path = `${"folder/".repeat(9)}a.md`;
    expect(human([{ path, source, findings: [at(3, error)] }])).toContain(
      `\n${path}:3:1\n  error  link/broken\n  Broken.\n`,
    );
  });

  it("counts what is fixable by rule and severity", () => {
    const fix = [{ start: 0, end: 1, text: "" }];
    const findings = [
      at(1, { ...warning, fix }),
      at(2, warning),
      at(3, { ...info, rule: "text/a" }),
    ];
    const table = rest(human([...SITE, { path: "e.md", source, findings }]));
    expect(table).toContain("warning   text/a           4      3        1  b.md:1:1\n");
    expect(table).toContain("info      text/a           1      1        0  e.md:3:1\n");
  });
});

describe("the format summary", () => {
  it("is the totals, the table and the commands alone", () => {
    expect(
      formatSummary(reportOf(SITE), contextOf(SITE, { commandFor })),
    ).toBe(`✖ 2 errors, 2 warnings, 2 infos in 4 of 4 files

severity  rule         count  files  fixable  first place
error     link/broken      2      2        0  b.md:3:1
warning   text/a           2      2        0  b.md:1:1
info      seo/b            2      2        0  a.md:1:1

To see
  one rule  copydesk --only link/broken
  one file  copydesk b.md
  all       copydesk --max-findings all
`);
    expect(formatSummary(reportOf([{ source }]), contextOf([]))).toBe("✔ No problems in 1 file\n");
  });
});

describe("hyperlinks", () => {
  const fileUrl = (path: string): string => `file:///project/${path}`;

  it("lead from places to files, only where the terminal has them", () => {
    const linked = human(SITE, { hyperlinks: true, fileUrl });
    expect(linked).toContain(
      "\u001b]8;;file:///project/b.md\u001b\\b.md:3:1\u001b]8;;\u001b\\  error",
    );
    expect(human(SITE, { fileUrl })).not.toContain("\u001b");
    expect(stripVTControlCharacters(linked)).toBe(human(SITE, { fileUrl }));
  });

  it("hold no URL that could end them", () => {
    const hostile = human(SITE, { hyperlinks: true, fileUrl: () => "file:///\u001b\\x" });
    expect(hostile).not.toContain("file://");
  });
});
