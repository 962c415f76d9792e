import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defineRule, lintFiles } from "../../src/index.js";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";

const ARTICLE = "---\ntitle: A\n---\n\n![](a.png)\n\n![](b.png)\n";

const api = new URL("../../dist/index.js", import.meta.url).href;

/** The text of a config whose plugin has one rule with this `check` or `site`. */
const configWith = (stage: string): string => `
import { defineRule } from ${JSON.stringify(api)};
export default {
  rules: { "*": "off", "desk/*": "error", "image/alt-missing": "error", "evil/rule": "error" },
  plugins: [{ rules: [defineRule({
    id: "evil/rule",
    summary: "Evil",
    references: [],
    messages: { bad: { severity: "error", what: "Bad {word}.", why: "",
      help: "Do good." } },
    ${stage}
  })] }],
};
`;

const crashes = {
  "throws when it begins": 'check() { throw new Error("no\\n::error::forged"); }',
  "throws at an element": 'check() { return { img() { throw new TypeError("no"); } }; }',
  "throws at the end": 'check() { return { end() { throw new Error("no"); } }; }',
  "throws what is no error": "check() { throw null; }",
  "throws what cannot be shown": "check() { throw { toString() { throw 1; } }; }",
  "throws in the site": 'site() { throw new Error("no"); }',
  "reports a place before the text":
    'check({ report }) { report({ messageId: "bad", range: { start: -1, end: 2 }, data: { word: "a" } }); }',
  "reports a place after the text":
    'check({ report }) { report({ messageId: "bad", range: { start: 0, end: 1e9 }, data: { word: "a" } }); }',
  "reports a place that ends before it starts":
    'check({ report }) { report({ messageId: "bad", range: { start: 5, end: 2 }, data: { word: "a" } }); }',
  "reports a place that is no number":
    'check({ report }) { report({ messageId: "bad", range: { start: NaN, end: "2" }, data: { word: "a" } }); }',
  "reports no place": 'check({ report }) { report({ messageId: "bad", data: { word: "a" } }); }',
  "reports an unknown message":
    'check({ report }) { report({ messageId: "worse", range: { start: 0, end: 1 } }); }',
  "reports a message of every object":
    'check({ report }) { report({ messageId: "constructor", range: { start: 0, end: 1 } }); }',
  "gives no word for its message":
    'check({ report }) { report({ messageId: "bad", range: { start: 0, end: 1 } }); }',
  "gives a fix it did not declare":
    'check({ report }) { report({ messageId: "bad", range: { start: 0, end: 1 }, data: { word: "a" }, fix: [{ start: 0, end: 1, text: "" }] }); }',
  "reports a bad place from the site":
    'site({ articles, report }) { for (const { facts } of articles) report({ path: facts.path, messageId: "bad", range: { start: -5, end: -1 }, data: { word: "a" } }); }',
  "leaves a fact that is no JSON":
    "check({ leaveFact }) { const fact = {}; fact.self = fact; leaveFact({ self: fact, big: 1n }); throw 1; }",
} as const;

describe("a rule that misbehaves", () => {
  it.each(Object.entries(crashes))(
    "is one finding and exit code 3, and all other rules are heard: %s",
    async (_name, stages) => {
      const folder = temporaryProject({
        "copydesk.config.mjs": configWith(stages),
        "a.md": ARTICLE,
        ".git/HEAD": "",
      });
      const argv = ["a.md", "--format", "json=report.json"];
      const { code, stdout, stderr } = await runIn(folder, argv);
      expect(stderr).toBe("");
      expect(code).toBe(3);
      expect(stdout).not.toMatch(/^::/m);
      const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
      const found = report.files[0].findings.map(
        ({ rule, start }: { rule: string; start: { line: number } }) => `${rule} ${start.line}`,
      );
      expect(found).toEqual(["desk/rule-crash 1", "image/alt-missing 5", "image/alt-missing 7"]);
      expect(report.notChecked.map(({ path }: { path: string }) => path)).toEqual(["a.md"]);
    },
  );

  it("cannot spoil what other rules or articles see", async () => {
    const spoiler = defineRule({
      id: "house/spoiler",
      summary: "Spoils",
      references: [],
      messages: { seen: { severity: "info", what: "Seen.", why: "", help: "Nothing." } },
      check() {
        throw new Error("no");
      },
    });
    const folder = temporaryProject({ "a.md": ARTICLE, "b.md": ARTICLE, ".git/HEAD": "" });
    const config = { rules: { "seo/*": "off", "front-matter/*": "off" } } as const;
    const options = { cwd: folder, now: 0, noConfigCode: true };
    const without = await lintFiles(["."], { ...options, config });
    const spoilt = await lintFiles(["."], {
      ...options,
      config: { ...config, plugins: [{ rules: [spoiler] }] },
    });
    const rest = spoilt.files.map(({ findings }) =>
      findings.filter(({ rule }) => rule !== "desk/rule-crash"),
    );
    expect(rest).toEqual(without.files.map(({ findings }) => findings));
    expect(spoilt.notChecked.map(({ path }) => path)).toEqual(["a.md", "b.md"]);
  });

  it("about the site is reported at the article that caused it, and the others' findings are kept", async () => {
    const rule = defineRule({
      id: "evil/site",
      summary: "Evil",
      references: [],
      messages: { seen: { severity: "info", what: "Seen.", why: "It is here.", help: "Look." } },
      site({ articles, report }) {
        for (const { facts } of articles) {
          if (/^[cf]/.test(facts.path)) throw new Error("no");
          report({ path: facts.path, messageId: "seen", range: { start: 0, end: 1 } });
        }
      },
    });
    const names = [..."abcdefgh"].map((letter) => `${letter}.md`);
    const files = Object.fromEntries(names.map((name) => [name, ARTICLE]));
    const { files: checked, notChecked } = await lintFiles(["."], {
      cwd: temporaryProject({ ...files, ".git/HEAD": "" }),
      now: 0,
      noConfigCode: true,
      config: { plugins: [{ rules: [rule] }] },
    });
    const pathsWith = (id: string): readonly string[] =>
      checked
        .filter(({ findings }) => findings.some((one) => one.rule === id))
        .map(({ path }) => path);
    expect(pathsWith("desk/rule-crash")).toEqual(["c.md", "f.md"]);
    expect(notChecked.map(({ path }) => path)).toEqual(["c.md", "f.md"]);
    expect(pathsWith("evil/site")).toEqual(["a.md", "b.md", "d.md", "e.md", "g.md", "h.md"]);
  });
});
