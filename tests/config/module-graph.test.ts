import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { modulesFingerprint } from "../../src/config/load/module-graph.js";
import { temporaryProject } from "../run/temporary-project.js";

const TREE = {
  "copydesk.config.ts": `import { shared } from "./lib/shared.js";
import data from './data.json' with { type: "json" };
export * from "./more";
import plugin from "plugin";
const lazy = import("./lazy.mjs");
import { join } from "node:path";
import { defineConfig } from "copydesk";
import { z } from "supplied:content";
`,
  "lib/shared.ts": `export const shared = require("./deep.cjs");`,
  "lib/deep.cjs": "module.exports = 1;",
  "data.json": `{ "from": "./none" }`,
  "more/index.ts": "export const more = 1;",
  "lazy.mjs": "export default 1;",
  "unrelated.ts": "export default 1;",
  "node_modules/plugin/package.json": `{ "name": "plugin", "version": "1.0.0", "main": "main.js" }`,
  "node_modules/plugin/main.js": `const name = "./any"; require(name); module.exports = require("./rule");`,
  "node_modules/plugin/rule.js": "module.exports = {};",
};

const print = (folder: string) => modulesFingerprint(join(folder, "copydesk.config.ts"));

describe("the modules of a config", () => {
  const written = (folder: string, path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it.each([
    "copydesk.config.ts",
    "lib/shared.ts",
    "lib/deep.cjs",
    "data.json",
    "more/index.ts",
    "lazy.mjs",
    "node_modules/plugin/package.json",
    "node_modules/plugin/main.js",
    "node_modules/plugin/rule.js",
  ] as const)("are others when %s changes", (path) => {
    const folder = temporaryProject(TREE);
    const before = print(folder);
    expect(before).toMatch(/^[\da-f]{64}$/);
    expect(print(folder)).toBe(before);
    written(folder, path, `${TREE[path]} `);
    expect(print(folder)).not.toBe(before);
    written(folder, path, TREE[path]);
    expect(print(folder)).toBe(before);
  });

  it("are others when a file appears that an import may mean, and the same when another does", () => {
    const folder = temporaryProject(TREE);
    const before = print(folder);
    written(folder, "other.ts", "export default 1;");
    expect(print(folder)).toBe(before);
    written(folder, "more.ts", "export const more = 2;");
    expect(print(folder)).not.toBe(before);
  });

  it.each([
    "const name = './a.js'; await import(name);",
    "const a = require(process.env.A);",
    "await import(`./${process.env.A}.js`);",
    "import { createRequire } from 'module'; createRequire(import.meta.url)('./a');",
    "import { readFileSync } from 'node:fs';",
    "import { execSync } from 'child_process';",
    "import unknown from 'not-installed';",
    "import elsewhere from 'file:///elsewhere.js';",
  ])("cannot be told where code decides: %s", (text) => {
    expect(print(temporaryProject({ ...TREE, "copydesk.config.ts": text }))).toBeUndefined();
    expect(print(temporaryProject({ ...TREE, "lib/shared.ts": text }))).toBeUndefined();
  });

  it("cannot be told of a config that is no file", () => {
    expect(modulesFingerprint("/none/config")).toBeUndefined();
  });
});
