import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rules } from "../../rules/index.js";

const folder = new URL("../../rules/", import.meta.url);
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath.replaceAll("\\", "/")}/${entry.name}`)
  .map((file) => file.slice(file.lastIndexOf("/rules/") + "/rules/".length).replace(/^\//, ""))
  // What the rules of a family share.
  .filter((file) => !/^[a-z-]+\/lib\//.test(file));

describe("the registry", () => {
  it("holds every rule file under its path, sorted", () => {
    const paths = files.filter((file) => file !== "index.ts" && file.endsWith(".ts"));
    expect(rules.map(({ id }) => id)).toEqual(paths.map((file) => file.slice(0, -3)).sort());
  });

  it("finds rules and their pages in rules/, nothing else", () => {
    const strange = files.filter(
      (file) => file !== "index.ts" && !/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\.(ts|md)$/.test(file),
    );
    expect(strange).toEqual([]);
    const pages = files.filter((file) => file.endsWith(".md"));
    const orphans = pages.filter((file) => !files.includes(file.replace(/\.md$/, ".ts")));
    expect(orphans).toEqual([]);
  });
});

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  it("can be switched on without options", () => {
    expect(rule.options.parse({})).toBeTypeOf("object");
  });

  it("refuses options it does not know", () => {
    expect(rule.options.safeParse({ "no-such-option": 1 }).success).toBe(false);
  });

  it("describes each of its options", () => {
    const schema = z.toJSONSchema(rule.options, { io: "input", unrepresentable: "any" });
    const bare = Object.entries(schema.properties ?? {}).filter(
      ([, option]) => typeof option !== "object" || !option.description,
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it("words its messages as a problem and an advice, one line each", () => {
    for (const { what, help } of Object.values(rule.messages)) {
      // A whole sentence may come from a table; pages show it filled.
      expect(what).toMatch(/^\S.*[.!?]$|^\{\w+\}$/);
      // An advice may end with what to write.
      expect(help).toMatch(/^\S.*[.!?}\]]$/);
      expect(what).not.toMatch(/unexpected|todo/i);
    }
    expect(rule.summary).toMatch(/^[A-Z].*[^.]$/);
  });
});
