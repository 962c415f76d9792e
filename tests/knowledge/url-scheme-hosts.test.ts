import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHostIn, webHostOf } from "../../src/knowledge/link/url-scheme.js";
import { runs } from "../runs.js";

/** The host by the constructor: Node 20's `URL.canParse` sometimes says yes to what the constructor refuses. */
function hostOf(url: string): string | undefined {
  try {
    const { hostname } = new URL(url, "https://relative.invalid/");
    return hostname === "" ? undefined : hostname;
  } catch {
    return undefined;
  }
}

describe("webHostOf", () => {
  it("reads hosts as the URL standard does, plain ones and odd ones", () => {
    const part = fc.constantFrom(
      "a",
      "b1",
      "-",
      "--",
      ".",
      "xn--",
      "0x",
      "9",
      "com",
      "/",
      "?",
      "#",
    );
    const odd = fc.constantFrom("@", ":", "%41", "\\", "é", "ß");
    const rest = fc.array(fc.oneof({ weight: 4, arbitrary: part }, odd), { maxLength: 7 });
    fc.assert(
      fc.property(fc.constantFrom("http://", "https://", "//"), rest, (start, parts) => {
        const url = start + parts.join("");
        expect(webHostOf(url)).toBe(hostOf(url));
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe("isHostIn", () => {
  it("takes an entry for its subdomains too, in any letter case", () => {
    expect(isHostIn("img.example.com", ["Example.com"])).toBe(true);
    expect(isHostIn("example.com", ["example.com"])).toBe(true);
    expect(isHostIn("badexample.com", ["example.com"])).toBe(false);
    expect(isHostIn("example.com", ["img.example.com"])).toBe(false);
    expect(isHostIn("example.com", [])).toBe(false);
  });
});
