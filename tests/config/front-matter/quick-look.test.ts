import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { quickLook } from "../../../src/config/front-matter/quick-look.js";
import { FRONT_MATTER_PRESETS } from "../../../src/engines/presets.js";
import { runs } from "../../runs.js";

describe("quickLook", () => {
  it("sees what meets a plain schema", () => {
    const holds = quickLook({ properties: { tags: { type: "array", items: { type: "string" } } } });
    expect(holds({ tags: ["a"] })).toBe(true);
    expect(holds({})).toBe(true);
    expect(holds({ tags: ["a", 1] })).toBe(false);
  });

  it("leaves a schema with words it does not understand to the validator", () => {
    expect(quickLook({ type: "string", maxLength: 3 })("abc")).toBe(false);
  });

  it("passes nothing that a preset refuses", () => {
    const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    const value = fc.oneof(scalar, fc.array(fc.oneof(scalar, fc.array(scalar))), fc.object());
    for (const [, preset] of FRONT_MATTER_PRESETS) {
      const schema = z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(preset));
      const holds = quickLook(preset);
      const keys = Object.keys(
        z.looseObject({ properties: z.looseObject({}) }).parse(preset).properties,
      );
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 }), (data) => {
          expect(!holds(data) || schema.safeParse(data).success).toBe(true);
        }),
        { numRuns: runs(60) },
      );
    }
  });
});
