import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { globMatcher, globProblem, usableGlobs } from "../../src/patterns/globs.js";
import { runs } from "../runs.js";

const name = fc
  .array(fc.constantFrom("a", "b", "ab", ".", "-", "_", "md"), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""))
  .filter((text) => !/^\.+$/.test(text));
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
const globPart = fc
  .array(
    fc.constantFrom("a", "b", "*", "?", "*a", "{a,b}", "{a,b*}", "[ab]", "[!_]", ".md", "*.{md,a}"),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join("").replace(/\*{2,}/g, "*"));
const glob = fc
  .array(fc.oneof({ weight: 3, arbitrary: globPart }, fc.constant("**")), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join("/"));

describe("globs", () => {
  it.each([{ dot: true }, { dot: true, posix: true }, { dot: true, nocase: true }])(
    "match what picomatch matches with %j",
    (options) => {
      fc.assert(
        fc.property(glob, path, (written, asked) => {
          expect(globMatcher(written, options)(asked)).toBe(picomatch(written, options)(asked));
        }),
        { numRuns: runs(500) },
      );
    },
  );

  it.each([
    ["**/a*a*a/*.md", "x/aXaXa/b.md", true],
    ["**/a*a*a/*.md", "x/aXaX/b.md", false],
    ["**/*a*b*c", "x/.abc", false],
    ["a/**/b/**/*.{md,mdx}", "a/b/c/d.mdx", true],
    ["a/**/b/**/*.{md,mdx}", "a/b/.c/d.mdx", false],
    ["/tags/*/*/*", "/tags/a/b/", false],
    ["!(a|b)/*.md", "c/x.md", true],
    ["!(a|b)/*.md", "a/x.md", false],
  ])("%s and %s: %s", (written, asked, expected) => {
    expect(globMatcher(written)(asked)).toBe(expected);
    expect(picomatch(written)(asked)).toBe(expected);
  });

  it.each([
    ["*a".repeat(40), "a".repeat(255)],
    ["**/a".repeat(40), "a/".repeat(2_000)],
    [`/${"*a".repeat(40)}b`, `/${"a".repeat(100_000)}`],
    ["*a*b", "a".repeat(200_000)],
    ["+(+(+(a)))b", "a".repeat(200_000)],
    ["*(*(a|b)c)d", "a".repeat(200_000)],
  ])("never take long: %s", (written, asked) => {
    const start = performance.now();
    if (globProblem(written) === undefined) globMatcher(written, { dot: true })(asked);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each([
    ["a".repeat(2_000), "is longer than 1000 characters"],
    ["{".repeat(400), "nests deeper than 5 levels"],
    ["+(".repeat(300), "nests deeper than 5 levels"],
    ["{a,b}".repeat(150), "has more than 40 groups"],
    ["!(a*b)*c*d*e*f", "excludes something and has more than 3 wildcards"],
  ])("cannot be used when they are too large: %s", (written, problem) => {
    expect(globProblem(written)).toBe(problem);
    expect(usableGlobs([written, "a"])("a")).toBe(true);
  });
});
