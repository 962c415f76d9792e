import { describe, expect, it } from "vitest";
import { leftAsWritten } from "../../src/site/left-as-written.js";

const many = (count: number, isFound: boolean, name = "page") =>
  Array.from({ length: count }, (_, index) => {
    const url = `/${name}-${index}/`;
    return { of: "links", url, target: url, isFound } as const;
  });
const lost = (url: string) => ({ of: "links", url, target: url, isFound: false }) as const;

describe("references that code of a site may rewrite", () => {
  it("are left as they are where nearly all of them lead somewhere", () => {
    const isLeft = leftAsWritten([...many(40, true), lost("/gone/"), lost("/gone/")]);
    expect(isLeft("links", "/gone/")).toBe(true);
    expect(isLeft("images", "/gone.png")).toBe(false);
  });

  it("are unknown where few of them lead somewhere, or few there are", () => {
    expect(leftAsWritten([...many(40, true), ...many(9, false, "term")])("links", "/term-1/")).toBe(
      false,
    );
    expect(leftAsWritten([...many(15, true), lost("/gone/")])("links", "/gone/")).toBe(false);
  });

  it("are unknown where one that leads nowhere is written again and again", () => {
    const isLeft = leftAsWritten([
      ...many(90, true),
      lost("/gone/"),
      ...many(9, false).map(() => lost("term")),
    ]);
    expect(isLeft("links", "term")).toBe(false);
    expect(isLeft("links", "/gone/")).toBe(true);
  });

  it("are unknown where they are relative and only those from the root show anything", () => {
    const isLeft = leftAsWritten([...many(90, true), lost("./gone/"), lost("/gone/")]);
    expect(isLeft("links", "./gone/")).toBe(false);
    expect(isLeft("links", "/gone/")).toBe(true);
  });
});
