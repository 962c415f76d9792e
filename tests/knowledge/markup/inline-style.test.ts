import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeclarations } from "../../../src/knowledge/markup/inline-style.js";
import { runs } from "../../runs.js";

describe("readDeclarations", () => {
  it("keeps semicolons inside strings and parentheses", () => {
    const style = "background:url(data:image/png;base64,AA); content:';' ; Color : RED";
    expect(readDeclarations(style).map(({ property, value }) => [property, value])).toEqual([
      ["background", "url(data:image/png;base64,aa)"],
      ["content", "';'"],
      ["color", "red"],
    ]);
  });

  it("gives places that lie behind each other inside the value, whatever it holds", () => {
    const piece = fc.constantFrom("a", ":", ";", "'", '"', "(", ")", " ", "\\", "b:c;");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const style = pieces.join("");
        let last = 0;
        for (const { start, end, property } of readDeclarations(style)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(style.slice(start, end).toLowerCase()).toContain(property);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(style.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
