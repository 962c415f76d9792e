import { describe, expect, it } from "vitest";
import { areMostlyFound } from "../../src/site/mostly-found.js";

const many = (count: number, isFound: boolean, name = "page") =>
  Array.from({ length: count }, (_, index) => {
    const url = `/${name}-${index}/`;
    return { of: "links", url, target: url, isFound } as const;
  });
const lost = (url: string) => ({ of: "links", url, target: url, isFound: false }) as const;

describe("references that code may know better", () => {
  it("are judged where nearly all of them lead somewhere", () => {
    const isJudged = areMostlyFound([...many(40, true), lost("/gone/"), lost("/gone/")]);
    expect(isJudged("links", "/gone/")).toBe(true);
    expect(isJudged("images", "/gone.png")).toBe(false);
  });

  it("are unknown where few of them lead somewhere, or few there are", () => {
    expect(
      areMostlyFound([...many(40, true), ...many(9, false, "term")])("links", "/term-1/"),
    ).toBe(false);
    expect(areMostlyFound([...many(15, true), lost("/gone/")])("links", "/gone/")).toBe(false);
  });

  it("are unknown where one that leads nowhere is written again and again", () => {
    const isJudged = areMostlyFound([
      ...many(90, true),
      lost("/gone/"),
      ...many(9, false).map(() => lost("term")),
    ]);
    expect(isJudged("links", "term")).toBe(false);
    expect(isJudged("links", "/gone/")).toBe(true);
  });
});
