import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as entry from "../../src/rules.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = readdirSync(path.join(root, "rules"), { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts") && file.includes("/"));

interface Import {
  readonly file: string;
  readonly names: readonly string[];
  readonly from: string;
}

const imports = files.flatMap((file): readonly Import[] => {
  const code = readFileSync(path.join(root, "rules", file), "utf8");
  return [...code.matchAll(/^import (?:type )?(\{[^}]*\}|[^"]*?) from "([^"]+)"/gm)].map(
    ([, names = "", from = ""]) => ({ file, names: names.match(/\w+/g) ?? [], from }),
  );
});

/** What still names an engine takes the table of engines from where it lies. */
const ENGINES = /\/(?:engines|front-matter\/(?:presets|hexo-head))(?:\/|\.)/;

describe("a rule", () => {
  it("imports what it needs from one module, its family's lib, with folders in it, and packages", () => {
    const strange = imports.filter(
      ({ from }) =>
        !/^(?:\.\.\/){2,4}src\/rules\.js$|^\.\/(?:lib\/(?:[\w-]+\/)?)?[\w-]+\.js(?:on)?$|^[@a-z]/.test(
          from,
        ) && !ENGINES.test(from),
    );
    expect(strange).toEqual([]);
  });
});

describe("the module that rules import", () => {
  it("exports no value that no rule takes", () => {
    const used = new Set(
      imports.filter(({ from }) => from.endsWith("src/rules.js")).flatMap(({ names }) => names),
    );
    expect(Object.keys(entry).filter((name) => !used.has(name))).toEqual([]);
  });
});
