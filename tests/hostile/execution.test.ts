import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintText } from "../../src/index.js";
import { temporaryProject } from "../run/temporary-project.js";
import { reportOf } from "./run-process.js";

/** A program that leaves a file behind, in a form that every reader of `---js` would run. */
function programThatMarks(file: string): string {
  return `(require("node:fs").writeFileSync(${JSON.stringify(file)}, ""), { title: "A" })`;
}

/** Findings of the article with this name, as `rule line:column-line:column`. */
async function findingsIn(
  folder: string,
  only: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { code, report } = await reportOf(folder, [".", "--only", only]);
  expect(code).toBe(1);
  expect(report.notChecked).toEqual([]);
  return new Map(
    report.files.map(({ path, findings }) => [
      path,
      findings.map(
        ({ rule, start, end }) => `${rule} ${start.line}:${start.column}-${end.line}:${end.column}`,
      ),
    ]),
  );
}

describe("front matter that is a program", () => {
  const languages = ["js", "JS", "Js", "javascript", "JavaScript", "JAVASCRIPT"];
  languages.push("coffee", "CoffeeScript", "cson", "mjs", "cjs", "ts", "jsx", "node");
  languages.push(" js", "\tjs", "   javascript", "\u00a0js");
  const openings = [
    ...languages,
    ...languages.slice(0, 2).flatMap((name) => [`${name} `, `${name}\t`]),
  ];

  it("is never run, however its language is spelt, and is reported at its fence", async () => {
    const folder = temporaryProject({});
    const marker = join(folder, "ran");
    for (const [index, language] of openings.entries()) {
      for (const [ending, eol] of [
        ["md", "\n"],
        ["html", "\n"],
        ["mdx", "\r\n"],
      ] as const) {
        const lines = [`---${language}`, programThatMarks(marker), "---", "", "Text.", ""];
        writeFileSync(join(folder, `${index}.${ending}`), lines.join(eol));
      }
    }
    const findings = await findingsIn(folder, "front-matter/*");
    expect(existsSync(marker)).toBe(false);
    expect(findings.size).toBe(openings.length * 3);
    for (const [path, found] of findings) {
      const fence = `---${openings[Number.parseInt(path, 10)]?.trimEnd()}`;
      expect(found, path).toEqual([`front-matter/executable 1:1-1:${fence.length + 1}`]);
    }
  });

  it("is found wherever its fence may stand", async () => {
    const folder = temporaryProject({});
    const marker = join(folder, "ran");
    const shapes = {
      "after a BOM": ["\uFEFF---js\n", "\n---\n", "1:2-1:7"],
      "after blank lines": ["\n\n---js\n", "\n---\n", "3:1-3:6"],
      "after a comment": ["<!-- a -->\n---js\n", "\n---\n", "2:1-2:6"],
      "between more dashes": ["-----js\n", "\n-----\n", "1:1-1:8"],
      "between pluses": ["+++js\n", "\n+++\n", "1:1-1:6"],
      "between semicolons": [";;;js\n", "\n;;;\n", "1:1-1:6"],
      "never closed": ["---js\n", "\n", "1:1-1:6"],
      "closed by a mere prefix": ["---js\n", "\n-----\n", "1:1-1:6"],
      "at the end of the file": ["---js\n", "\n---", "1:1-1:6"],
    } as const;
    for (const [name, [before, after]] of Object.entries(shapes)) {
      writeFileSync(join(folder, `${name}.md`), before + programThatMarks(marker) + after);
    }
    const findings = await findingsIn(folder, "front-matter/executable");
    expect(existsSync(marker)).toBe(false);
    for (const [name, [, , place]] of Object.entries(shapes)) {
      expect(findings.get(`${name}.md`), name).toEqual([`front-matter/executable ${place}`]);
    }
  });

  it("stays unrun when the same text is read again, from whatever a reader has kept", async () => {
    const text = `---js\n(globalThis.ranHostileArticle = true, {})\n---\n\nText.\n`;
    for (const path of ["a.md", "a.html", "a.mdx", "a.md"]) {
      const report = await lintText(text, { path, config: {}, only: ["front-matter/executable"] });
      expect(report.summary.errors).toBe(1);
    }
    expect("ranHostileArticle" in globalThis).toBe(false);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "eval", "yaml js", "json5"])(
    "in the language %s, which nobody runs, does no harm",
    async (language) => {
      const text = `---${language}\ntitle: A\n---\n\nText.\n`;
      const report = await lintText(text, { config: {}, only: ["front-matter/*", "desk/*"] });
      expect(report.notChecked).toEqual([]);
      expect(report.files[0]?.findings.map(({ rule, start }) => `${rule} ${start.line}`)).toEqual([
        "front-matter/fence 1",
      ]);
    },
  );
});

describe("YAML tags that build objects", () => {
  const values = [
    ["!!js/function", "'function () { globalThis.ranHostileTag = true }'"],
    ["!!js/regexp", "/(a+)+$/"],
    ["!!js/undefined", "''"],
    ["!<tag:yaml.org,2002:js/function>", "'x'"],
    ["!!python/object/apply:os.system", "['touch ran']"],
    ["!!python/name:os.system", ""],
    ["!ruby/object:Gem::Installer", "{}"],
    ["!ruby/hash:ActionController::Base", "{}"],
    ["!php/object", "'O:1:\"A\":0:{}'"],
    ["!!javax.script.ScriptEngineManager", "[]"],
  ] as const;

  it("are refused at their place: on values, keys, items and the whole block", async () => {
    const folder = temporaryProject({
      "key.md": "---\n!!js/function x: y\n---\n",
      "list.md": "---\ntags: [a, !!js/function 'x']\n---\n",
      "block.md": "---\n!!python/object:a.B\ntitle: A\n---\n",
    });
    for (const [index, [tag, value]] of values.entries()) {
      const text = `---\ntitle: A\nvalue: ${tag} ${value}\n---\n\nText.\n`;
      writeFileSync(join(folder, `${index}.md`), text);
    }
    const findings = await findingsIn(folder, "front-matter/executable");
    expect(findings.get("key.md")).toEqual(["front-matter/executable 2:1-2:14"]);
    expect(findings.get("list.md")).toEqual(["front-matter/executable 2:11-2:24"]);
    expect(findings.get("block.md")).toEqual(["front-matter/executable 2:1-2:20"]);
    for (const [index, [tag]] of values.entries()) {
      expect(findings.get(`${index}.md`), tag).toEqual([
        `front-matter/executable 3:8-3:${8 + tag.length}`,
      ]);
    }
    expect(readdirSync(folder)).not.toContain("ran");
  });
});

describe("programs elsewhere in an article", () => {
  it("are never run: MDX, templates, TOML, JSON", async () => {
    const folder = temporaryProject({});
    const marker = JSON.stringify(join(folder, "ran"));
    const write = `require("node:fs").writeFileSync(${marker}, "")`;
    const articles = {
      "imports.mdx": `import fs from "node:fs"\nexport const x = fs.writeFileSync(${marker}, "")\n\n{fs.writeFileSync(${marker}, "")}\n\n<A b={process.exit(9)} {...process.exit(9)} />\n`,
      "templates.md": `---\ntitle: A\n---\n\n{{ ${write} }} {% ${write} %} <% ${write} %> \${${write}}\n`,
      "templates.html": `<p>{{ ${write} }} <%= ${write} %> <?php ${write} ?></p>\n<script>${write}</script>\n`,
      "toml.md": `+++\ntitle = ${write}\n+++\n\nText.\n`,
      "json.md": `---json\n{"title": ${write}}\n---\n\nText.\n`,
      "semicolons.md": `;;;\n"title": ${write}\n;;;\n\nText.\n`,
    };
    for (const [name, text] of Object.entries(articles)) writeFileSync(join(folder, name), text);
    const findings = await findingsIn(folder, "front-matter/syntax,desk/*");
    expect(existsSync(join(folder, "ran"))).toBe(false);
    for (const name of ["toml.md", "json.md", "semicolons.md"]) {
      expect(findings.get(name)?.[0], name).toMatch(/^front-matter\/syntax 2:/);
    }
  });
});
