import { describe, expect, it } from "vitest";
import { couldBeMade, routePattern, siteGlobs } from "../../../src/engines/read/config-value.js";

describe("the addresses of a route with parameters", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["/blog/[slug]", ["/blog/a", "/blog/a/"], ["/blog", "/blog/a/b"]],
    ["/[...path]", ["/", "/a", "/a/b"], []],
    ["/a/v[n].x", ["/a/v1.x"], ["/a/v1", "/a/v/1.x"]],
    ["/[lang]/[...slug]", ["/de", "/de/a/b"], ["/"]],
  ])("%s", (route, fits, others) => {
    expect(fits.filter((address) => !routePattern(route).test(address))).toEqual([]);
    expect(others.filter((address) => routePattern(route).test(address))).toEqual([]);
  });

  it("are compared quickly, whatever the route", () => {
    const routes = [`/${"[a]".repeat(40)}x`, "/[...a]".repeat(40), `/${"[a]-".repeat(40)}x`];
    const before = performance.now();
    for (const route of routes) routePattern(route).test(`/${"a-".repeat(500)}!`);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe("globs of a site's config", () => {
  it("count however many wildcards they have, unless they cannot be used", () => {
    const fits = siteGlobs(["**/TODO.md", `${"*a".repeat(30)}b`, "{".repeat(400), "!(a*b*c*d)"]);
    expect(fits("x/TODO.md")).toBe(true);
    expect(fits(`${"a".repeat(100)}b`)).toBe(true);
    expect(fits("a".repeat(100))).toBe(false);
  });
});

describe("what code could make", () => {
  it("is pages and data, not pictures and downloads", () => {
    const addresses = ["/a", "/a/", "/a.html", "/a.xml", "/v1.2", "/a.png", "/a.pdf"];
    expect(addresses.filter(couldBeMade)).toEqual(["/a", "/a/", "/a.html", "/a.xml", "/v1.2"]);
  });
});
