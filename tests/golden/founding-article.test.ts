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

/** RULES §0.2, with the exact places. */
const GOLDEN: readonly string[] = [];

describe("the founding article under recommended and hexo", () => {
  it("gives exactly the golden report", () => {
    expect(report(founding)).toEqual(GOLDEN);
  });
});
