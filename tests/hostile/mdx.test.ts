import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { chanceFrom, mdxShape } from "./mdx-shapes.js";
import { reportOf } from "./run-process.js";

const SHAPES = process.env.RUNS === undefined ? 100 : 10_000;
const AT_ONCE = 50;

/** Only what reads the articles is asked; rules have tests of their own. */
const ARGUMENTS = [".", "--only", "desk/*"];

const many = (text: string, count: number): string => text.repeat(count);

/** Elements without ends, each of which is read twice as often as the one before. */
const OPEN = many("<a> ", 40);

/** What ended the process once, or hung: the native parser recurses over it. */
const bombs: Readonly<Record<string, string>> = {
  "a sign before another": `{${many("~", 200_000)}1}`,
  "signs over blocks": `{\n${many(`${many("- ", 3900)}\n\n`, 20)}1}`,
  calls: `{b${many("()", 400_000)}}`,
  indexes: `{b${many("[0]", 300_000)}}`,
  tags: `{b${many("``", 400_000)}}`,
  alternatives: `{0${many("||1", 300_000)}}`,
  memberships: `{0${many(" in a", 200_000)}}`,
  texts: `{${many('"a"+', 200_000)}1}`,
  "brackets in strings": `{${many('(")"+', 40_000)}1${many(")", 40_000)}}`,
  "brackets in templates": `{${many("(`)`+", 40_000)}1${many(")", 40_000)}}`,
  "brackets in comments": `{${many("(/*)*/", 40_000)}1${many(")", 40_000)}}`,
  "brackets in patterns": `{${many("[/\\]/,", 40_000)}1${many("]", 40_000)}}`,
  "a pattern after braces": `{{}/\`/${many("(", 40_000)}`,
  statements: `export function f(){${many("with(a)", 40_000)};}`,
  "else over commas": `export function f(){${many("if(a)b,c;else ", 40_000)};}`,
  "elements in code": `{${many("<a>", 40_000)}`,
  "brackets in a quote": `> {a\n> ${many('(")"+\n> ', 40_000)}`,
  "words after a spread": `{...${many("new A(\n...", 40_000)}`,
  "elements after what is no code": `{a b ${OPEN}}`,
  "elements in an attribute": `<A b={a b ${OPEN}}/>`,
  "elements in a tag without an end": `{<A b=c ${OPEN}}`,
  "elements after a brace in a template": `{\`\${'{'}\`}  }\` ${OPEN}}`,
  "elements after what looks like a fence": `- ~~~\n\nb\n\n{a b ${OPEN}}`,
  "elements after a fence in code": `export const a = \`\n\n~~~\n\`\n\n{a b ${OPEN}}`,
  "elements after code of two lines": `# a \` b\nc \` d\ne \` {a b ${OPEN}} \` f`,
  "elements between cells": `| a \` | {a b ${OPEN}} \` |\n|-|-|`,
  fragments: many("[... \n \n<>/\\)/+void  \n \n", 12_000),
  "blank lines in a module": `export const a = [\n${many("1,\n\n", 40_000)}]`,
  "blank lines in modules": many(`export const a = [\n${many("1,\n \n", 2000)}]\n\n`, 40),
  "after a text that does not parse": `{ ' }\n\n{${many('(")"+', 40_000)}1${many(")", 40_000)}}`,
};

describe("MDX", () => {
  it("that overflows its parser's stack is a finding, and other articles are checked", async () => {
    const folder = temporaryProject({ "innocent.mdx": "<img src={a} />\n" });
    for (const [name, body] of Object.entries(bombs))
      writeFileSync(join(folder, `${name}.mdx`), `${body}\n`);
    const { code, stderr, report } = await reportOf(folder, [".", "--only", "desk/*,image/*"]);
    expect({ code, stderr, notChecked: report.notChecked }).toEqual({
      code: 1,
      stderr: "",
      notChecked: [],
    });
    const rules = new Map(
      report.files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]),
    );
    expect(rules.get("innocent.mdx")).toContain("image/alt-missing");
    for (const name of Object.keys(bombs)) expect(rules.get(`${name}.mdx`)).toContain("desk/limit");
  });

  it("that shows code with many open elements is read", async () => {
    const folder = temporaryProject({});
    const shown = {
      fenced: `~~~ts\n{ it's a: ${OPEN}\n~~~\n`,
      "in a list": `- ~~~\n  { it's a: ${OPEN}\n  ~~~\n`,
      "in a line": `The \`{ it's a: ${OPEN}\` of it\n`,
      closed: `{[${"<A>{b} x's</A>, ".repeat(40)}]}\n`,
      comparisons: `~~~sql\n${many("a <> b\n", 400)}~~~\n\n\`a <> b\` ${many("<>a</> ", 300)}\n`,
      "a long module": `export const a = [\n${many("1,\n\n", 1000)}]\n`,
    };
    for (const [name, body] of Object.entries(shown))
      writeFileSync(join(folder, `${name}.mdx`), `${body}\n![](a.png)\n`);
    const { report } = await reportOf(folder, [".", "--only", "desk/*,image/alt-missing"]);
    expect(report.files.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual(
      Object.keys(shown).map(() => ["image/alt-missing"]),
    );
  });

  it.each(Array.from({ length: SHAPES / AT_ONCE }, (_, index) => index * AT_ONCE))(
    "of any shape ends no process: from shape %i on",
    async (first) => {
      const folder = temporaryProject({});
      for (let seed = first; seed < first + AT_ONCE; seed++)
        writeFileSync(join(folder, `${seed}.mdx`), mdxShape(chanceFrom(seed)));
      const { code, stderr, report } = await reportOf(folder, ARGUMENTS);
      expect(stderr).toBe("");
      expect([0, 1]).toContain(code);
      expect(report.notChecked).toEqual([]);
      expect(report.files).toHaveLength(AT_ONCE);
    },
  );
});
