import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readKinds } from "./read-kinds.js";
import { wrongsOf } from "./wrongs-of.js";

const folder = new URL("kinds/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const subjects = files.map((name) => ({
  name: name.replace(".txt", ""),
  kinds: readKinds(readFileSync(new URL(name, folder), "utf8")),
}));

describe.each(subjects)("$name", ({ kinds }) => {
  describe.each(kinds)("$name", ({ inputs }) => {
    it("has three inputs, each with a defect that must be told", () => {
      expect(inputs.length).toBeGreaterThanOrEqual(3);
      expect(inputs.filter(({ told, says }) => told.length + says.length === 0)).toEqual([]);
    });

    it.each(inputs)("$name", async (input) => {
      expect(await wrongsOf(input)).toEqual([]);
    });
  });
});
