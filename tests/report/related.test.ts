import { describe, expect, it } from "vitest";
import type { ReportRelatedPlace } from "../../src/report/model.js";
import { relatedGroups } from "../../src/report/related.js";

function place(line: number, message: string): ReportRelatedPlace {
  const start = { line, column: 1, offset: line };
  return { path: "a.md", start, end: start, message };
}

function shape(related: readonly ReportRelatedPlace[]): readonly (readonly unknown[])[] {
  return relatedGroups(related).map(({ message, places, omitted, framed }) => [
    message,
    places.map(({ start }) => start.line),
    omitted,
    framed,
  ]);
}

describe("relatedGroups", () => {
  it("lets up to three places that say different things stand alone", () => {
    expect(shape([place(1, "a"), place(2, "b"), place(3, "c")])).toEqual([
      ["a", [1], 0, true],
      ["b", [2], 0, true],
      ["c", [3], 0, true],
    ]);
  });

  it("lists places that say the same", () => {
    expect(shape([place(1, "a"), place(2, "a")])).toEqual([["a", [1, 2], 0, false]]);
  });

  it("lists a lone message among many places too", () => {
    expect(shape([place(1, "a"), place(2, "a"), place(3, "a"), place(4, "b")])).toEqual([
      ["a", [1, 2, 3], 0, false],
      ["b", [4], 0, false],
    ]);
  });

  it("counts what a long list leaves out", () => {
    const many = Array.from({ length: 14 }, (_, index) => place(index, "a"));
    expect(relatedGroups(many)[0]).toMatchObject({ places: { length: 12 }, omitted: 2 });
  });
});
