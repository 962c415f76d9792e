import { describe, expect, it } from "vitest";
import type { Cause } from "../../../src/lint/causes.js";
import type { FormatContext } from "../../../src/report/format.js";
import { formatHuman, formatSummary } from "../../../src/report/human/human.js";
import type { Finding } from "../../../src/rule/finding.js";
import { contextOf, finding, reportOf, type Sample } from "../sample.js";

const source = "![](icon.png)\n";

/** A site where one thing is wrong in each of some files. */
function siteOf(
  paths: readonly string[],
  members: Partial<Finding>,
  more: readonly Sample[] = [],
): { readonly samples: readonly Sample[]; readonly causes: readonly Cause[] } {
  const cause = "0123456789abcdef";
  const folded: Partial<Finding> = { severity: "warning", cause, ...members };
  const { rule, messageId, severity } = finding(folded);
  const findings = paths.map((path) => finding({ path, ...folded }));
  const shared = { id: cause, kind: "repeated", rule, messageId, severity } as const;
  return {
    samples: [...paths.map((path) => ({ path, source, findings: [folded] })), ...more],
    causes: [{ ...shared, within: undefined, findings }],
  };
}

function human(
  { samples, causes }: ReturnType<typeof siteOf>,
  more: Partial<FormatContext> = {},
): string {
  return formatHuman(reportOf(samples, { causes }), contextOf(samples, more));
}

const NAMES = ["a.md", "b.md", "c.md", "d.md", "e.md"];

describe("a cause of several findings", () => {
  it("is told once, with how far it reaches, some of its places and what switches it off", () => {
    expect(human(siteOf(NAMES, { why: "Readers miss it." }))).toBe(`⚠ 1 warning in 5 of 5 files
  1 cause of 5 findings, each counted once

─ The same in many places ────────────────────────────────────────── 1 warning ─

a.md:1:1  warning  image/alt-missing
  Image has no text alternative. Readers miss it.
  1 │ ![](icon.png)
    │ ^
  in    5 places in 5 files
        b.md:1:1
        c.md:1:1
        and 2 more (--format concise lists them)
  help  Describe it in alt.
  off   in the config: {"rules":{"image/alt-missing":"off"}}
`);
  });

  it("comes first where it is an error, and after the files where it is a warning", () => {
    const other = { path: "f.md", source, findings: [{ rule: "link/broken" }] };
    const order = (severity: Finding["severity"]): readonly string[] =>
      human(siteOf(NAMES, { severity }, [other]))
        .split("\n")
        .filter((line) => line.startsWith("─"))
        .map((line) => line.split(" ")[1] ?? "");
    expect(order("error")).toEqual(["The", "f.md"]);
    expect(order("warning")).toEqual(["f.md", "The"]);
  });

  it("is only counted where it is an info, once and by its places", () => {
    const site = siteOf(NAMES, { severity: "info" });
    const report = human(site);
    expect(report).not.toContain("─");
    expect(report).toContain(
      "severity  rule               count  places  files  fixable  first place\n" +
        "info      image/alt-missing      1       5      5        0  a.md:1:1\n",
    );
    expect(human(site, { verbose: true })).toContain("  in    5 places in 5 files\n");
  });

  it("counts as one against the limit", () => {
    const errors = { path: "f.md", source, findings: [{ rule: "link/broken" }] };
    const report = human(siteOf(NAMES, {}, [errors]), { maxFindings: 1 });
    expect(report).toContain("\n1 of 2 findings shown.\n");
    expect(report).not.toContain("─ The same");
  });

  it("names its file or folder", () => {
    const { samples, causes } = siteOf(["docs/a.md", "docs/a.md"], {});
    const within = causes.map((cause) => ({ ...cause, within: "docs/a.md" }));
    expect(human({ samples: samples.slice(0, 1), causes: within })).toContain(
      "  in    2 places of this file\n",
    );
    const site = siteOf(["docs/a.md", "docs/b.md"], {});
    const folder = site.causes.map((cause) => ({ ...cause, within: "docs" }));
    expect(human({ ...site, causes: folder })).toContain("  in    2 places in 2 files of docs\n");
  });

  it("is in the table of the format summary", () => {
    const { samples, causes } = siteOf(NAMES, {});
    expect(formatSummary(reportOf(samples, { causes }), contextOf(samples))).toContain(
      "\nwarning   image/alt-missing      1       5      5        0  a.md:1:1\n",
    );
  });
});
