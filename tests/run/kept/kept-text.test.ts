import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packed, readKept, unpacked, writtenHere } from "../../../src/run/kept/kept-text.js";
import { runs } from "../../runs.js";

const LONGEST = 100_000;

/** Texts with all that JSON, Latin-1 and escapes treat differently. */
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("a", '"', "\\", "é", "\u00ff", "Ā", "“", "潮", "👍", "\ud83d", "\u2028"),
  }),
);

describe("a kept text", () => {
  it("says the same when it is unpacked, in any script", () => {
    const values = fc.dictionary(
      texts,
      fc.oneof(texts, fc.array(texts), fc.double(), fc.boolean()),
    );
    fc.assert(
      fc.property(values, (value) => {
        const json = JSON.stringify(value);
        const text = unpacked(packed(json), LONGEST);
        expect(JSON.parse(text ?? "")).toEqual(JSON.parse(json));
        expect(text).not.toMatch(/[\u0100-\uffff]/);
      }),
      { numRuns: runs(200) },
    );
  });

  it("is nothing where its bytes are others, or too many", () => {
    const bytes = packed(JSON.stringify("tide ".repeat(1000)));
    expect(unpacked(bytes, 4000)).toBeUndefined();
    expect(unpacked(bytes.subarray(0, bytes.length - 9), LONGEST)).toBeUndefined();
    expect(unpacked(bytes.subarray(0, 3), LONGEST)).toBeUndefined();
    const longer = Buffer.from(bytes);
    longer.writeUInt32BE(100);
    expect(unpacked(longer, LONGEST)).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (some) => {
        expect(() => unpacked(some, LONGEST)).not.toThrow();
      }),
      { numRuns: runs(200) },
    );
  });

  it("is read as an object with the members that were written", () => {
    const schema = writtenHere<{ a: number; b: string }>("a", "b");
    expect(readKept('{"a":1,"b":"x"}', schema)).toEqual({ a: 1, b: "x" });
    for (const other of ['{"a":1}', "null", "[]", "7", "{"])
      expect(readKept(other, schema)).toBeUndefined();
  });
});
