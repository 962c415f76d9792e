import { expect, it } from "vitest";
import { withContainers } from "../../../src/engines/mkdocs/containers.js";

it("keeps every offset and every line", () => {
  const body = 'A\r\n\r\n!!! note "B"\r\n    C\r\n\r\n=== "D"\n\n    ??? tip\n        E\n';
  const written = withContainers(body);
  expect(written).toHaveLength(body.length);
  expect(written.match(/\r?\n/g)).toEqual(body.match(/\r?\n/g));
  expect(written).toContain("    -   ");
});

it("leaves code and what only looks like a container alone", () => {
  const body = "```md\n!!! note\n    A\n```\n\nWow!!! note\n\nTitle\n===\n";
  expect(withContainers(body)).toBe(body);
});
