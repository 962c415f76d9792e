import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isHostIn,
  isIdleScriptUrl,
  isOwnHost,
  schemeOf,
  webHostOf,
} from "../../../src/knowledge/link/url-scheme.js";
import { runs } from "../../runs.js";

describe("schemeOf", () => {
  it.each([
    ["\u0001 \tJaVa\nScRiPt:x", "javascript"],
    ["mailto:a@b.example", "mailto"],
    ["/a:b", undefined],
    ["a/b:c", undefined],
    ["//host.example/a", undefined],
    ["3d:x", undefined],
    ["", undefined],
  ])("reads %j as browsers do", (url, scheme) => {
    expect(schemeOf(url)).toBe(scheme);
  });

  it("finds what a browser finds, whatever stands in between", () => {
    const blank = fc.constantFrom("\t", "\n", "\r", "");
    fc.assert(
      fc.property(fc.array(blank, { minLength: 11, maxLength: 11 }), (blanks) => {
        const hidden = [..."javascript:"].map((letter, index) => letter + blanks[index]).join("");
        expect(schemeOf(`${hidden}x`)).toBe("javascript");
        expect(new URL(`${hidden}x`).protocol).toBe("javascript:");
      }),
      { numRuns: runs(50) },
    );
  });
});

describe("webHostOf", () => {
  it.each([
    ["https://A.example:8080/x", "a.example"],
    ["//b.example/x", "b.example"],
    ["\\\\c.example/x", "c.example"],
    ["/x", undefined],
    ["mailto:a@b.example", undefined],
    ["https://", undefined],
  ])("takes the host of %j", (url, host) => {
    expect(webHostOf(url)).toBe(host);
  });
});

describe("isIdleScriptUrl", () => {
  it.each([
    "javascript:void(0)",
    "javascript:;",
    "javascript:",
    " JavaScript: void 0 ;",
    "javascript:void(0);",
    "javascript://",
  ])("takes %j for a link that does nothing", (url) => expect(isIdleScriptUrl(url)).toBe(true));
  it.each([
    "javascript:void(steal())",
    "javascript:x()",
    "javascript://%0ax()",
    "https://a.example",
  ])("does not take %j for one", (url) => expect(isIdleScriptUrl(url)).toBe(false));
});

describe("isHostIn and isOwnHost", () => {
  it("counts subdomains of an entry, and nothing that only ends in the same letters", () => {
    expect(isHostIn("cdn.a.example", ["A.example"])).toBe(true);
    expect(isHostIn("nota.example", ["a.example"])).toBe(false);
  });

  it("knows the site's address without its subdomains, and its further hosts", () => {
    const site = { url: "https://blog.own.example/x", ownHosts: ["cdn.example"] };
    expect(isOwnHost("blog.own.example", site)).toBe(true);
    expect(isOwnHost("own.example", site)).toBe(false);
    expect(isOwnHost("img.cdn.example", site)).toBe(true);
  });
});
