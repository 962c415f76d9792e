import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fillPattern,
  firstSegmentOf,
  matchPattern,
  readPattern,
} from "../../src/site/redirect-pattern.js";
import { runs } from "../runs.js";

const name = fc.stringMatching(/^[a-z\d]{1,6}$/);

describe("a path with placeholders", () => {
  it("matches what it is filled with, and gives it back", () => {
    fc.assert(
      fc.property(name, name, fc.array(name, { maxLength: 3 }), (head, segment, rest) => {
        const captures = new Map([
          ["one", segment],
          ["splat", rest.join("/")],
        ]);
        const address = `/${head}/${segment}/${rest.join("/")}`;
        const pattern = readPattern(`/${head}/:one/*`, "underscore");
        expect(matchPattern(pattern, address)).toEqual(captures);
        expect(fillPattern(`/${head}/:one/:splat`, "underscore", captures)).toBe(address);
      }),
      { numRuns: runs(50) },
    );
  });

  it("matches addresses of its first segment alone, where it has one", () => {
    const first = (path: string) => firstSegmentOf(readPattern(path, "underscore"));
    expect(["/a/*", "/a/b/:c", "/a:b/c", "/*", "/:a/b", "/a*"].map(first)).toEqual([
      "a",
      "a",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const path = fc.array(fc.constantFrom("a", "b", "/", ":x", "*"), { maxLength: 6 });
    fc.assert(
      fc.property(path, path, (written, asked) => {
        const pattern = readPattern(`/${written.join("")}`, "underscore");
        const address = `/${asked.filter((part) => !/[:*]/.test(part)).join("")}`;
        const segment = pattern.isPattern ? firstSegmentOf(pattern) : undefined;
        if (segment !== undefined && matchPattern(pattern, address) !== undefined)
          expect(address.split("/")[1]).toBe(segment);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("matches nothing else", () => {
    const matches = (path: string, address: string): boolean =>
      matchPattern(readPattern(path, "underscore"), address) !== undefined;
    expect(matches("/a/:b", "/a/")).toBe(false);
    expect(matches("/a/:b", "/a/b/c")).toBe(false);
    expect(matches("/a/*", "/ab")).toBe(false);
    expect(matches("/a/*", "/a")).toBe(true);
    expect(matches("/a/*/z", "/a/b/c/z")).toBe(true);
    expect(matches("/a/*/z", "/a/z")).toBe(false);
    expect(matches("/:y-:m/x", "/2020-01/x")).toBe(true);
  });

  it("matches with and without a slash at the end, but for what a splat takes", () => {
    const captured = (path: string, address: string) => {
      const captures = matchPattern(readPattern(path, "underscore"), address);
      return captures && Object.fromEntries(captures);
    };
    expect(captured("/boats/:name", "/boats/gull/")).toEqual({ name: "gull" });
    expect(captured("/boats/:name/", "/boats/gull")).toEqual({ name: "gull" });
    expect(captured("/:year/log/", "/2020/log")).toEqual({ year: "2020" });
    expect(captured("/boats/*", "/boats/gull/")).toEqual({ splat: "gull/" });
    expect(captured("/boats/:name", "/boats//")).toBeUndefined();
    expect(captured("/boats/:name", "/boats/gull/crew/")).toBeUndefined();
  });

  it("reads the placeholders of Vercel and Astro", () => {
    const fill = (from: string, to: string, syntax: "path-to-regexp" | "brackets", at: string) => {
      const captures = matchPattern(readPattern(from, syntax), at);
      return captures && fillPattern(to, syntax, captures);
    };
    expect(fill("/a/:x/:rest*", "/b/:rest*/:x", "path-to-regexp", "/a/1/2/3")).toBe("/b/2/3/1");
    expect(fill("/a/(.*)", "/b/$1", "path-to-regexp", "/a/1/2")).toBe("/b/1/2");
    expect(readPattern("/a/:x(\\d+)", "path-to-regexp").isExact).toBe(false);
    expect(fill("/a/[x]/[...y]", "/b/[...y]/[x]", "brackets", "/a/1/2/3")).toBe("/b/2/3/1");
  });

  it("is matched in linear time, whoever wrote it", () => {
    const pattern = readPattern(`/${"*a".repeat(5000)}`, "underscore");
    const started = performance.now();
    expect(matchPattern(pattern, `/${"a".repeat(20_000)}b`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
