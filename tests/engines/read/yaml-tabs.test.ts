import { expect, it } from "vitest";
import { yamlTabPlace } from "../../../src/engines/read/yaml-tabs.js";

it("tells the tab of YAML that is taken with spaces", () => {
  expect(yamlTabPlace("a:\n\tb: 1\n")).toBe(3);
});

it.each([
  "a: [\n\t1\n]",
  "a: |\n  b\n  \tc",
  "a:\n\tb: [",
  "a:\n  b: 1",
  `a:\n\tb: ${"[".repeat(10_000)}`,
])("is silent about %j", (code) => {
  expect(yamlTabPlace(code)).toBeUndefined();
});
