import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import catalogue from "./catalogue.json" with { type: "json" };

const ids = rules.map(({ id }) => id);

describe("the catalogue of rules", () => {
  it("lists every id once, sorted", () => {
    expect(catalogue).toEqual([...new Set(catalogue)].sort());
  });

  it("holds no rule that is missing from the registry", () => {
    expect(catalogue.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("knows every rule of the registry", () => {
    expect(ids.filter((id) => !catalogue.includes(id))).toEqual([]);
  });
});
