import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import catalogue from "./catalogue.json" with { type: "json" };

const ids = rules.map(({ id }) => id);

describe("the catalogue of rules", () => {
  it("lists every id once, sorted", () => {
    for (const list of [catalogue.built, catalogue.later]) {
      expect(list).toEqual([...new Set(list)].sort());
    }
    expect(catalogue.built.filter((id) => catalogue.later.includes(id))).toEqual([]);
  });

  it("holds no rule that is missing from the registry", () => {
    expect(catalogue.built.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("knows every rule of the registry; one promised for later moves up when it is built", () => {
    expect(ids.filter((id) => !catalogue.built.includes(id))).toEqual([]);
  });
});
