import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { rules } from "../../rules/index.js";
import { nearRules } from "../../src/cli/explain/near-rules.js";
import { optionsSnippet } from "../../src/cli/explain/options-snippet.js";
import { optionsOf } from "../../src/cli/rule-options.js";
import { configSchema } from "../../src/config/schema/schema.js";
import { widthOf } from "../../src/report/text/clusters.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const PLUGIN = `export default { plugins: [{ rules: [{
  id: "house/no|<pipes>", summary: "No <b>pipes</b> | bars", recommended: false, fixes: ["safe"], references: ["House style 7"],
  options: { parse: () => ({}), safeParse: () => ({ success: true, data: {} }) },
  messages: { found: { severity: "info", what: "A pipe.", why: "It is hard to read.",
      help: "Remove it." } },
  stages: { check: true, site: false }, check() {}, site() {},
}] }] }`;

const explain = (rule: string, around: Parameters<typeof runIn>[2] = {}) =>
  runIn(temporaryProject({}), ["explain", rule], around);

describe("copydesk explain", () => {
  it("shows the page of every rule without what serves the tests", async () => {
    for (const rule of rules) {
      const { code, stdout } = await explain(rule.id, { columns: 80 });
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^${rule.id}\n`));
      for (const title of ["What it does not flag", "Messages", "Examples", "Reference"]) {
        expect(stdout.split("\n").filter((line) => line === title)).toHaveLength(1);
      }
      const prose = stdout.split("\n").filter((line) => !/^ *│/.test(line));
      expect(prose.join("\n")).not.toMatch(/^ *```|^text output|(?:path|engine)=|\d:\d+-\d+:\d/m);
      const wide = prose.filter((line) => widthOf(line) > 80 && /\S\s+\S/.test(line.trim()));
      expect(wide.filter((line) => !/^ +(?:-|[\w-]+:)/.test(line))).toEqual([]);
    }
  });

  it("tells severity, reason and advice of each message, and the standards", async () => {
    const { stdout } = await explain("image/alt-missing", { columns: 1000 });
    const [, messages = ""] = stdout.split("\nMessages\n");
    const rule = rules.find(({ id }) => id === "image/alt-missing");
    for (const { severity, what, why, help } of Object.values(rule?.messages ?? {})) {
      expect(messages).toContain(severity);
      for (const text of [what, why, help]) {
        for (const word of text.split(" ")) expect(messages).toContain(word);
      }
    }
    for (const standard of rule?.references ?? []) expect(messages).toContain(standard);
  });

  it("shows what an example reports and what it looks like afterwards", async () => {
    const { stdout } = await explain("image/alt-filename", { columns: 100 });
    expect(stdout).toMatch(/^ {2}\d+:\d+ {2}warning$/m);
    expect(stdout).toMatch(/^ {4}help {2}\S/m);
    expect(stdout).toMatch(/^ {2}after\n {2}│ /m);
    expect(stdout).toContain("  ✓ no findings");
  });

  it("colours a terminal only", async () => {
    const plain = await explain("image/alt-missing");
    const colored = await explain("image/alt-missing", { tty: true });
    expect(plain.stdout).not.toContain("\u001b");
    expect(plain.stdout).toContain("`<area href>`");
    expect(colored.stdout).toContain("\u001b[36m<area href>");
  });

  it("explains a plugin's rule by its definition", async () => {
    const project = temporaryProject({ "copydesk.config.mjs": PLUGIN });
    const { stdout } = await runIn(project, ["explain", "house/no|<pipes>"]);
    expect(stdout).toBe(`house/no|<pipes>

  No <b>pipes</b> | bars.

Messages

  info     A pipe.
           It is hard to read.
           → Remove it.

Reference

  - preset: only strict
  - fixes: safe fix
  - standards: House style 7
`);
  });
});

describe("the options that explain shows", () => {
  const withOptions = rules.filter((rule) => optionsOf(rule).length > 0);

  it.each(withOptions.map((rule) => ({ id: rule.id, rule })))(
    "of $id are its defaults, as a config",
    ({ id, rule }) => {
      const config = configSchema.parse(parse(optionsSnippet(rule, 80).join("\n")));
      const [, options] = config.rules?.[id] ?? [];
      expect(rule.options.parse(options)).toEqual(rule.options.parse({}));
      const shown = optionsSnippet(rule, 80).join("\n");
      for (const { name } of optionsOf(rule)) expect(shown).toMatch(new RegExp(`\\b${name}:`));
    },
  );
});

describe("a rule that does not exist", () => {
  it("is found by its name alone where one rule has it", async () => {
    const { code, stdout } = await explain("alt-missing");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^image\/alt-missing\n/);
  });

  it("is answered with all that may be meant", async () => {
    const { code, stderr } = await explain("external");
    expect(code).toBe(2);
    expect(stderr).toBe(
      'copydesk: The rule "external" does not exist.\n  Did you mean image/external or link/external?\n',
    );
  });

  const ids = ["image/alt-missing", "image/size-missing", "image/src-missing", "seo/title"];

  it.each([
    ["img/alt-missing", ["image/alt-missing"]],
    ["image/alt-mising", ["image/alt-missing"]],
    ["image/sr-missing", ["image/src-missing", "image/alt-missing", "image/size-missing"]],
    ["seo", ["seo/title"]],
    ["seo/*", ["seo/title"]],
    ["headings", []],
  ])("%s may be %j", (name, expected) => {
    expect(nearRules(name, ids)).toEqual(expected);
  });
});
