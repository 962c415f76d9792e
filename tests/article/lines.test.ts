import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexLines } from "../../src/article/lines.js";

describe("indexLines", () => {
  it("counts lines and columns from 1, in UTF-16 units", () => {
    const lines = indexLines("a\n😀b\r\nc\rd");
    expect(lines.pointAt(0)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(lines.pointAt(4)).toEqual({ line: 2, column: 3, offset: 4 });
    expect(lines.pointAt(7)).toEqual({ line: 3, column: 1, offset: 7 });
    expect(lines.pointAt(9)).toEqual({ line: 4, column: 1, offset: 9 });
    expect(lines.lineCount).toBe(4);
  });

  it("keeps offsets outside the text inside it", () => {
    expect(indexLines("ab").pointAt(99)).toEqual({ line: 1, column: 3, offset: 2 });
    expect(indexLines("ab").pointAt(-1)).toEqual({ line: 1, column: 1, offset: 0 });
  });

  it("finds the way back from every offset", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "\n", "\r", "中"), maxLength: 30 }),
        (text) => {
          const lines = indexLines(text);
          for (let offset = 0; offset <= text.length; offset++) {
            const { line, column } = lines.pointAt(offset);
            expect(lines.startOf(line) + column - 1).toBe(offset);
            expect(lines.endOf(line)).toBeGreaterThanOrEqual(lines.startOf(line));
          }
        },
      ),
    );
  });
});
