import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, root, type Sandbox, typecheck } from "./sandbox.js";

const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const article = readFileSync(
  path.join(root, "fixtures/founding-article/source/_posts/talks.md"),
  "utf8",
);

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createSandbox();
}, 240_000);
afterAll(() => sandbox?.remove());

describe("the installed package", () => {
  it("runs as npx copydesk", () => {
    const { status, stdout } = sandbox.npx("copydesk", "--version");
    expect(stdout.trim()).toBe(manifest.version);
    expect(status).toBe(0);
  });

  it("checks an article and ends with exit code 1", () => {
    sandbox.write("source/_posts/talks.md", article);
    const { status, stdout } = sandbox.npx("copydesk", "source", "--format", "json");
    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report.files[0]).toMatchObject({ path: "source/_posts/talks.md", engine: "hexo" });
    expect(report.summary.errors).toBe(3);
    expect(report.notChecked).toEqual([]);
  });

  it("explains a rule from the page it carries", () => {
    const { status, stdout } = sandbox.npx("copydesk", "explain", "image/alt-missing");
    expect(stdout).toContain("image/alt-missing");
    expect(stdout).toContain("What it does not flag");
    expect(status).toBe(0);
  });

  it("reads a config in TypeScript", () => {
    sandbox.write(
      "ts-config/copydesk.config.ts",
      'import { defineConfig } from "copydesk";\nexport default defineConfig({ rules: { "*": "off" } });\n',
    );
    sandbox.write("ts-config/talks.md", article);
    const config = "ts-config/copydesk.config.ts";
    const { status, stderr } = sandbox.copydesk("--config", config, "ts-config/talks.md");
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("exports its JSON Schemas and its manifest", () => {
    const script = `
      import report from "copydesk/schemas/report.json" with { type: "json" };
      import config from "copydesk/schemas/config.json" with { type: "json" };
      console.log(report.$id, config.$id);
    `;
    const { stdout } = sandbox.node("--no-warnings", "--input-type=module", "-e", script);
    expect(stdout).toMatch(/report\.schema\.json .*config\.schema\.json/);
  });

  it("types its API without help from the project", () => {
    sandbox.write(
      "typed.ts",
      `import { defineConfig, defineRule, lintFiles, lintText, testRule, type Report } from "copydesk";
      export const config = defineConfig({ rules: { "image/hotlink": "off" } });
      // @ts-expect-error a severity is not a number
      export const wrong = defineConfig({ rules: { "image/hotlink": 3 } });
      export const report: Promise<Report> = lintText("# a", { path: "a.md", config });
      export const files: Promise<Report> = lintFiles(["a"]);
      export { defineRule, testRule };
      `,
    );
    expect(typecheck(sandbox, ["typed.ts"])).toBe("");
  });

  it("gives rules and their tests entries of their own", () => {
    const script = `
      import { defineRule } from "copydesk";
      import * as rules from "copydesk/rules";
      import * as testing from "copydesk/testing";
      console.log(rules.defineRule === defineRule, typeof rules.replace, Object.keys(testing).join());
    `;
    const { stdout, stderr } = sandbox.node("--input-type=module", "-e", script);
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe("true function testRule");
  });

  it("types rule ids, severities and options in a config", () => {
    sandbox.write(
      "config-types.ts",
      `import { defineConfig } from "copydesk";
      export default defineConfig({
        rules: { "image/alt-missing": ["warn", { decorative: "forbid" }], "typography/*": "info" },
      });
      // @ts-expect-error no such rule
      defineConfig({ rules: { "image/alt-mising": "off" } });
      // @ts-expect-error no such option
      defineConfig({ rules: { "image/alt-missing": ["warn", { decoration: "forbid" }] } });
      `,
    );
    expect(typecheck(sandbox, ["config-types.ts"])).toBe("");
  });

  it("types every entry, down to the packages that its types come from", () => {
    const entries = Object.entries<{ types?: string }>(manifest.exports);
    const typed = entries.filter(([, { types }]) => types !== undefined);
    const lines = typed.map(([entry], index) => {
      const name = JSON.stringify(path.posix.join(manifest.name, entry));
      return `import * as entry${index} from ${name};\nexport type Of${index} = typeof entry${index};\n`;
    });
    expect(lines.length).toBeGreaterThan(0);
    sandbox.write("entries.ts", lines.join(""));
    expect(typecheck(sandbox, ["entries.ts"])).toBe("");
  });

  it("loads what it loads late", () => {
    const dist = "node_modules/copydesk/dist";
    const script = `
      const { readFileSync } = require("node:fs");
      const names = [...readFileSync("${dist}/later.cjs", "utf8").matchAll(/case"([^"]+)":return require_/g)];
      for (const [, name] of names) console.log(name, typeof require("./${dist}/later.cjs")(name));
    `;
    const { stdout, stderr } = sandbox.node("--input-type=commonjs", "-e", script);
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n").sort()).toEqual([
      "@babel/parser object",
      "ajv function",
      "ajv-formats function",
      "ajv/dist/2019.js function",
      "ajv/dist/2020.js function",
      "image-size object",
      "nspell function",
      "re2js object",
    ]);
  });

  it("judges front matter by a JSON Schema", () => {
    sandbox.write("schema/copydesk.config.yaml", "schema: { required: [author] }\n");
    sandbox.write("schema/a.md", "---\ntitle: Talks\n---\n\nEnd.\n");
    const { stdout } = sandbox.copydesk("schema/a.md", "--format", "json");
    const rules = JSON.parse(stdout).files[0].findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain("front-matter/schema");
  });

  it("holds the licences of what it bundles", () => {
    const file = path.join(sandbox.folder, "node_modules/copydesk/dist/THIRD-PARTY-LICENSES.txt");
    const text = readFileSync(file, "utf8");
    for (const name of ["yargs", "zod", "yaml", "hast-util-from-html", "parse5"]) {
      expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });

  it("carries no source, tests or fixtures", () => {
    const { stdout } = spawnSync("tar", ["-tzf", sandbox.tarball], { encoding: "utf8" });
    const strange = stdout
      .split("\n")
      .filter((file) => /^package\/(src|tests|fixtures|scripts|rules\/.*\.ts)/.test(file));
    expect(stdout).toContain("package/rules/image/alt-missing.md");
    expect(strange).toEqual([]);
  });
});

describe("the manifest", () => {
  it("is clean in publint's eyes", async () => {
    const { messages } = await publint({ pkgDir: root, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it("has types that resolve everywhere an ES module can be imported", () => {
    const attw = path.join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [
      attw,
      sandbox.tarball,
      "--profile",
      "esm-only",
      "--format",
      "ascii",
      "--no-emoji",
    ];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stdout).not.toContain("Problems");
    expect(status, stdout).toBe(0);
  });
});
