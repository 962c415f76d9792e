import { describe, expect, it } from "vitest";
import { areEditions, areOfOneSeries } from "../../../src/knowledge/page/page-identity.js";

describe("editions of a page", () => {
  it.each([
    ["docs/a.md", "zh-cn/docs/a.md"],
    ["en/a.md", "pt-br/a.mdx"],
    ["content/en/docs/a/index.md", "content/zh/docs/a/index.md"],
    ["a.md", "a.ja.md"],
    ["a/index.en.md", "a/index.fr.md"],
    ["_posts/2020-01-01-a.md", "_posts/fr/2020-01-03-a.md"],
    ["docs/a.md", "i18n/fr/docusaurus-plugin-content-docs/current/a.md"],
    ["docs/a.md", "versioned_docs/version-1.0/a.md"],
    ["docs/v1/a.md", "docs/v2/a.md"],
    ["docs/latest/a.md", "docs/2.0/a.md"],
    ["api/4x/a/index.md", "api/5x/a/index.md"],
    ["docs/de/4x/a.md", "docs/es/5x/a.md"],
  ])("%s and %s are", (left, right) => {
    expect(areEditions(left, right)).toBe(true);
    expect(areEditions(right, left)).toBe(true);
  });

  it.each([
    ["docs/a.md", "docs/b.md"],
    ["docs/a.md", "zh-cn/docs/b.md"],
    ["a.md", "a/index.md"],
    ["2019/a.md", "2020/a.md"],
    ["posts/a.md", "docs/a.md"],
  ])("%s and %s are not", (left, right) => {
    expect(areEditions(left, right)).toBe(false);
  });
});

describe("parts of a series", () => {
  it("differ in a number only", () => {
    expect(areOfOneSeries("weekly-20210409/index.md", "weekly-0430/index.md")).toBe(true);
    expect(areOfOneSeries("part-1.md", "part-2.md")).toBe(true);
    expect(areOfOneSeries("boat-2-4-0-released.md", "boat-2-4-0-rc1-released.md")).toBe(true);
    expect(areOfOneSeries("boat-2-7-0-preview3.md", "boat-2-8-0.md")).toBe(true);
    expect(areOfOneSeries("boat-2-0-0-p598-released.md", "boat-2-1-5-released.md")).toBe(true);
    expect(areOfOneSeries("weekly-20210409.md", "monthly-20210409.md")).toBe(false);
    expect(areOfOneSeries("the-hacker-within.md", "the-hacker-within-2.md")).toBe(false);
    expect(areOfOneSeries("cranes.md", "cranes.md")).toBe(false);
  });
});
