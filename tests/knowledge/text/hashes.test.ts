import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fnv1a64, textFingerprint } from "../../../src/knowledge/text/hashes.js";

describe("fnv1a64", () => {
  it.each([
    ["", "cbf29ce484222325"],
    ["a", "af63dc4c8601ec8c"],
    ["foobar", "85944171f73967e8"],
  ])("gives the published value for %j", (text, expected) => {
    expect(fnv1a64(text)).toBe(expected);
  });

  it("agrees with 64-bit arithmetic on bytes beyond ASCII", () => {
    const text = "谈判 👩‍👩‍👧 ÿ".repeat(20);
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
    expect(fnv1a64(text)).toBe(hash.toString(16).padStart(16, "0"));
  });

  it("takes the bytes that an encoder gives, for pairs and halves of them too", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "\ud800", "\udc00x"),
        (text, half) => {
          let hash = 0xcbf29ce484222325n;
          for (const byte of new TextEncoder().encode(text + half + text)) {
            hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
          }
          expect(fnv1a64(text + half + text)).toBe(hash.toString(16).padStart(16, "0"));
        },
      ),
    );
  });
});

describe("textFingerprint", () => {
  it("is the same on every machine and in every run", () => {
    expect(textFingerprint("")).toMatch(/^[\da-f]{16}$/);
    expect(textFingerprint("俄罗斯代表团团长")).toBe(textFingerprint("俄罗斯代表团团长"));
  });

  it("differs for texts that differ by one character or by order", () => {
    const texts = ["ab", "ba", "abc", "ab ", "Ab", "梅津斯基", "梅金斯基", ""];
    for (let number = 0; number < 5000; number++) texts.push(`paragraph ${number}`);
    expect(new Set(texts.map(textFingerprint)).size).toBe(texts.length);
  });
});
