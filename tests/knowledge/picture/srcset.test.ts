import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSrcset } from "../../../src/knowledge/picture/srcset.js";

const urls = (value: string): readonly string[] => readSrcset(value).map(({ url }) => url);

describe("readSrcset", () => {
  it("splits candidates and descriptors", () => {
    expect(readSrcset(" a.png 1x, b.png 2x")).toEqual([
      { url: "a.png", start: 1, descriptor: "1x" },
      { url: "b.png", start: 11, descriptor: "2x" },
    ]);
  });

  it("keeps commas inside addresses", () => {
    expect(urls("/w_600,h_400/a.png 600w, data:image/png;base64,AA== 2x")).toEqual([
      "/w_600,h_400/a.png",
      "data:image/png;base64,AA==",
    ]);
  });

  it("takes a comma glued to an address as the end of the candidate", () => {
    expect(urls("a.png, b.png")).toEqual(["a.png", "b.png"]);
  });

  it("gives nothing for nothing", () => {
    expect(urls("")).toEqual([]);
    expect(urls(" , ,")).toEqual([]);
  });

  it("names addresses by their place, whatever the value", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", ",", " ", "2", "x", "/", "\n"), maxLength: 40 }),
        (value) => {
          for (const { url, start } of readSrcset(value)) {
            expect(value.slice(start, start + url.length)).toBe(url);
          }
        },
      ),
    );
  });
});
