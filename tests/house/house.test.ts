import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readTree, type Tree } from "./imports.js";
import {
  circlesOfFiles,
  circlesOfFolders,
  crowdedFolders,
  importedRules,
  layerOf,
  spreadLists,
  strayImports,
  upwardImports,
  worldlyPlaces,
} from "./layers.js";

import { strayPatterns } from "./made-patterns.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = readTree(root, ["src", "rules"]);

/** What is wrong with a tree, by the name of the law. */
const LAWS: Readonly<Record<string, (tree: Tree) => readonly string[]>> = {
  "every file belongs to a layer": (tree) =>
    [...tree.keys()].filter((file) => layerOf(file) === undefined),
  "imports go downwards": upwardImports,
  "rules do not import rules": importedRules,
  "files do not import each other in circles": circlesOfFiles,
  "folders do not import each other in circles": circlesOfFolders,
  "folders hold few enough files": crowdedFolders,
  "only the outer layers reach for the world": worldlyPlaces,
  "gray-matter is imported in one folder": (tree) =>
    strayImports(tree, "gray-matter", ["src/article/front-matter/"]),
  "picomatch and re2js are imported in one folder": (tree) =>
    ["picomatch", "re2js"].flatMap((name) => strayImports(tree, name, ["src/patterns/"])),
  "regular expressions are made of data in one folder": strayPatterns,
  "lists are not spread into calls of push or Math.max": spreadLists,
  "undici is imported in one layer": (tree) => strayImports(tree, "undici", ["src/online/"]),
  "files are read and written in one layer": (tree) =>
    ["node:fs", "fs"].flatMap((name) => strayImports(tree, name, ["src/files/"])),
};

describe("the house", () => {
  it.each(Object.entries(LAWS))("keeps the law that %s", (_law, check) => {
    expect(house.size).toBeGreaterThan(500);
    expect(check(house)).toEqual([]);
  });
});

/** Small trees that break one law each, with what is said of them. */
const BROKEN: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] =
  [
    ["every file belongs to a layer", { "src/attic/a.ts": "" }, ["src/attic/a.ts"]],
    [
      "imports go downwards",
      {
        "src/facts/facts.ts": 'import { run } from "../run/run.js";',
        "src/run/run.ts": 'import type { Facts } from "../facts/facts.js";',
      },
      ["src/facts/facts.ts → src/run/run.ts"],
    ],
    [
      "imports go downwards",
      {
        "src/rule/rule.ts": 'export type {\n  Report,\n} from "../report/model.js";',
        "src/report/model.ts": "",
      },
      ["src/rule/rule.ts → src/report/model.ts"],
    ],
    [
      "imports go downwards",
      {
        "rules/link/broken.ts": 'type Site = import("../../src/site/index.js").Site;',
        "src/site/index.ts": 'const load = () => import("../lint/check.js");',
        "src/lint/check.ts": "",
      },
      ["rules/link/broken.ts → src/site/index.ts", "src/site/index.ts → src/lint/check.ts"],
    ],
    [
      "imports go downwards",
      {
        "rules/link/broken.ts": 'import { x } from "../image/lib/x.js";',
        "rules/image/lib/x.ts": "",
      },
      ["rules/link/broken.ts → rules/image/lib/x.ts"],
    ],
    [
      "imports go downwards",
      {
        "rules/link/broken.ts": 'import table from "../../src/engines/some/table.json" with {};',
        "src/engines/some/table.json": "{}",
      },
      ["rules/link/broken.ts → src/engines/some/table.json"],
    ],
    [
      "rules do not import rules",
      { "rules/link/broken.ts": 'import other from "./other.js";', "rules/link/other.ts": "" },
      ["rules/link/broken.ts → rules/link/other.ts"],
    ],
    [
      "files do not import each other in circles",
      {
        "src/run/a.ts": 'import { b } from "./b.js";',
        "src/run/b.ts": 'import "./c.js";',
        "src/run/c.ts": 'import type { A } from "./a.js";',
        "src/run/d.ts": 'import { a } from "./a.js";',
      },
      ["src/run/a.ts ↔ src/run/b.ts ↔ src/run/c.ts"],
    ],
    [
      "folders do not import each other in circles",
      {
        "src/knowledge/text/a.ts": 'import { b } from "../link/b.js";',
        "src/knowledge/text/c.ts": "",
        "src/knowledge/link/b.ts": "",
        "src/knowledge/link/lib/d.ts": 'import type { C } from "../../text/c.js";',
      },
      ["src/knowledge/link ↔ src/knowledge/text"],
    ],
    [
      "folders hold few enough files",
      Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`rules/link/${index}.md`, ""])),
      ["rules/link: 41 files"],
    ],
    [
      "only the outer layers reach for the world",
      {
        "src/site/a.ts": 'import { readFileSync } from "node:fs";',
        "src/site/b.ts": 'import { join } from "node:path";',
        "src/lint/a.ts": "const now = Date.now();",
        "src/fix/a.ts": "const id = Math.random();",
        "src/report/a.ts": "date.toLocaleString();",
        "src/engines/some/a.ts": 'fetch("https://example.org/");',
        "rules/link/a.ts": 'console.log("here");',
        "src/article/a.ts": "process.exit();",
        "src/cli/a.ts": "process.exit();",
      },
      [
        "src/site/a.ts: node:fs",
        "src/lint/a.ts: clock",
        "src/fix/a.ts: chance",
        "src/report/a.ts: locale of the machine",
        "src/engines/some/a.ts: network",
        "rules/link/a.ts: console",
        "src/article/a.ts: process",
      ],
    ],
    [
      "gray-matter is imported in one folder",
      { "src/config/a.ts": 'import matter from "gray-matter";' },
      ["src/config/a.ts"],
    ],
    [
      "picomatch and re2js are imported in one folder",
      {
        "src/site/a.ts": 'import picomatch from "picomatch";',
        "rules/text/a.ts": 'import { RE2JS } from "re2js";',
        "src/patterns/globs.ts": 'import picomatch from "picomatch";',
      },
      ["src/site/a.ts", "rules/text/a.ts"],
    ],
    [
      "regular expressions are made of data in one folder",
      {
        "src/patterns/a.ts": "export const make = (a: string) => new RegExp(a);",
        "src/site/a.ts":
          'const A = new RegExp(table.join("|")); const B = table.map((a) => new RegExp(a));',
        "src/site/b.ts": "export function b(a: string): RegExp { return new RegExp(a); }",
        "src/site/c.ts": "const c = remembered((a: string) => new RegExp(a));",
        "src/site/e.ts": 'const e = lazily(() => new RegExp(table.join("|")));',
        "src/site/f.ts": "function f(a: string) { return lazily(() => new RegExp(a)); }",
        "src/site/d.ts": "function d(list: string[]) { return list.map((a) => RegExp(a)); }",
      },
      [
        "src/site/b.ts: new RegExp",
        "src/site/c.ts: new RegExp",
        "src/site/f.ts: new RegExp",
        "src/site/d.ts: new RegExp",
      ],
    ],
    [
      "lists are not spread into calls of push or Math.max",
      {
        "src/site/a.ts": "all.push(...list);\nfor (const one of list) all.push(one);",
        "rules/text/a.ts": "Math.max(0, ...list);",
        "rules/text/b.ts": "Math.max(0, list.length);\ncall(...list);",
      },
      ["src/site/a.ts", "rules/text/a.ts"],
    ],
    [
      "undici is imported in one layer",
      { "src/run/a.ts": 'import { request } from "undici";' },
      ["src/run/a.ts"],
    ],
    [
      "files are read and written in one layer",
      {
        "src/run/a.ts": 'import { readFileSync } from "node:fs";',
        "src/config/b.ts": 'import { readFile } from "node:fs/promises";',
        "src/cli/c.ts": 'const fs = await import("fs");',
        "src/files/d.ts": 'import { openSync } from "node:fs";',
      },
      ["src/run/a.ts", "src/config/b.ts", "src/cli/c.ts"],
    ],
  ];

describe("a house that is broken", () => {
  it.each(BROKEN)("is told by the law that %s", (law, files, complaints) => {
    expect(LAWS[law]?.(new Map(Object.entries(files)))).toEqual(complaints);
  });

  it("is there for each law", () => {
    expect([...new Set(BROKEN.map(([law]) => law))]).toEqual(Object.keys(LAWS));
  });
});
