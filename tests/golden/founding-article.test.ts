import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { indexLines } from "../../src/article/lines.js";
import { checkTexts } from "../../src/testing/check-texts.js";

const founding = readFileSync(
  new URL("../../fixtures/founding-article/source/_posts/talks.md", import.meta.url),
  "utf8",
);
const PATH = "source/_posts/talks.md";

/** Checks one text as the only article of a Hexo site, with every recommended rule. */
function report(text: string, path = PATH): readonly string[] {
  const { results, crashes } = checkTexts([{ path, text }], {
    rules: rules.filter(({ recommended }) => recommended).map((rule) => ({ rule })),
    engine: "hexo",
    site: { root: "source" },
    now: "2022-03-02T00:00:00Z",
  });
  expect(crashes).toEqual([]);
  const lines = indexLines(text);
  const place = (offset: number): string => {
    const { line, column } = lines.pointAt(offset);
    return `${line}:${column}`;
  };
  return (results[0]?.findings ?? []).map(({ severity, rule, range, related }) => {
    const others = related.map((other) => place(other.range.start)).join(" ");
    return `${severity} ${rule} ${place(range.start)}${others === "" ? "" : ` → ${others}`}`;
  });
}

/** Every finding with its place, and the related places behind the arrow. */
const GOLDEN: readonly string[] = [
  "warning front-matter/leading-bytes 1:1",
  "info seo/description 2:1",
  "info typography/whitespace 4:12 → 15:6 30:163 33:48 45:162 48:57 59:1 61:1 61:13",
  "warning image/hotlink 8:11 → 12:13 16:11 30:11 45:11",
  "warning front-matter/date-format 11:7",
  "error image/alt-missing 16:1",
  "error image/size-invalid 16:78",
  "error image/size-invalid 16:93",
  "warning image/caption-markup 29:1",
  "info html/inline-style 29:4 → 32:4 33:7 44:4 47:4 48:7 50:4",
  "warning image/alt-redundant 30:81",
  "warning image/alt-placeholder 30:101",
  "warning text/name-variants 42:34 → 27:9 57:9",
  "warning text/repeated-sentence 42:63 → 24:1",
  "warning image/caption-markup 44:1",
  "warning image/alt-redundant 45:80",
  "warning image/alt-placeholder 45:100",
  "info security/target-blank 54:110",
  "warning text/duplicate-paragraph 57:1 → 27:1",
];

/** The same findings with every line one higher. */
function oneLineUp(findings: readonly string[]): readonly string[] {
  return findings.map((finding) =>
    finding.replace(
      /(\d+):(\d+)/g,
      (_whole, line: string, column) => `${Number(line) - 1}:${column}`,
    ),
  );
}

describe("the founding article under recommended and hexo", () => {
  it("gives exactly the golden report", () => {
    expect(report(founding)).toEqual(GOLDEN);
  });

  it("gives the same with CRLF line endings", () => {
    expect(report(founding.replaceAll("\n", "\r\n"))).toEqual(GOLDEN);
  });

  it("gives the same behind a BOM", () => {
    expect(report(`\uFEFF${founding}`)).toEqual(GOLDEN);
  });

  it("gives the same as an .html file", () => {
    expect(report(founding, "source/_posts/talks.html")).toEqual(GOLDEN);
  });

  it("gives all but leading-bytes without the blank line before the front matter", () => {
    expect(report(founding.slice(1))).toEqual(oneLineUp(GOLDEN.slice(1)));
  });

  it("shows both places when the header image is another picture", () => {
    const other = founding.replace(/(?<=headimg: '[^']*\/)20220301101418121/, "20220301999999999");
    const mismatch = report(other).filter((finding) => finding.includes("image/header-mismatch"));
    expect(mismatch).toEqual(["warning image/header-mismatch 8:11 → 16:11"]);
    expect(report(other).filter((finding) => !finding.includes("image/header-mismatch"))).toEqual(
      GOLDEN,
    );
  });
});
