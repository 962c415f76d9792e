import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../package/sandbox.js";

const page = readFileSync(path.join(root, "docs/security.md"), "utf8");

describe("docs/security.md", () => {
  it("names tests that are there", () => {
    const named = [...page.matchAll(/`(tests\/[\w/.-]+)`/g)].map(([, file = ""]) => file);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it("names a test for every promise", () => {
    const promises = page
      .split("\n| promise | test |\n|---|---|\n")
      .slice(1)
      .flatMap((rest) => (rest.split("\n\n")[0] ?? "").split("\n"));
    expect(promises.length).toBeGreaterThan(15);
    expect(promises.filter((line) => !/`tests\/[^`]+` \|$/.test(line))).toEqual([]);
  });

  it("is what SECURITY.md points to", () => {
    expect(readFileSync(path.join(root, "SECURITY.md"), "utf8")).toContain("(docs/security.md)");
  });
});
