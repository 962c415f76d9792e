import { describe, expect, it } from "vitest";
import { z } from "zod";
import { attributeOf } from "../../src/article/attributes.js";
import { defineRule, type Rule } from "../../src/rule/index.js";
import type { InvalidCase, RuleCases } from "../../src/testing/test-case.js";
import { testRule } from "../../src/testing/test-rule.js";
import type { VariantName } from "../../src/testing/variants.js";

/** Reports images by file name; replaces .bmp by .png, suggests a name for the rest. */
const imageName = defineRule({
  id: "image/name",
  summary: "Images have good names",
  fixes: ["safe", "suggestion"],
  options: z.strictObject({ bad: z.string().default("bad") }),
  messages: {
    format: { severity: "error", what: "{name} is a bitmap.", why: "", help: "Use PNG." },
    name: { severity: "warning", what: "{name} says nothing.", why: "", help: "Name it." },
  },
  check: ({ article, options, report }) => ({
    img(element) {
      const src = attributeOf(article, element, "src");
      if (src === undefined) return;
      const { value: name, valueRange: range } = src;
      const edit = (text: string) => ({ start: range.start, end: range.end, text });
      if (name.endsWith(".bmp")) {
        const fix = [edit(name.replace(".bmp", ".png"))];
        report({ messageId: "format", range, data: { name }, fix });
      } else if (name.startsWith(options.bad)) {
        const suggestions = [{ message: "Name it", edits: [edit("good.png")] }];
        report({ messageId: "name", range, data: { name }, suggestions });
      }
    },
  }),
});

/** Replaces the name of every bitmap by the same text. */
const replacing = (text: string): Rule =>
  defineRule({
    id: "image/replaced",
    summary: "Bitmaps are replaced",
    fixes: ["safe"],
    messages: { format: { severity: "error", what: "A bitmap.", why: "", help: "Use PNG." } },
    check: ({ article, report }) => ({
      img(element) {
        const src = attributeOf(article, element, "src");
        if (src?.value.endsWith(".bmp") !== true) return;
        report({ messageId: "format", range: src.valueRange, fix: [{ ...src.valueRange, text }] });
      },
    }),
  });

/** A rule that looks at characters of the whole source, so that it hears of every variant. */
const fragile = (found: (source: string) => number): Rule =>
  defineRule({
    id: "text/fragile",
    summary: "Fragile",
    messages: { here: { severity: "info", what: "Here.", why: "", help: "Go." } },
    check: ({ article, report }) => {
      const start = found(article.source);
      if (start >= 0) report({ messageId: "here", range: { start, end: start + 1 } });
      return undefined;
    },
  });

const bitmap: InvalidCase = {
  name: "bitmap",
  text: "---\ntitle: a\n---\n![a](a.bmp)\n\n![b](bad.png)\n",
  findings: [
    { messageId: "format", at: "4:6-4:11", text: "a.bmp", severity: "error", related: [] },
    { messageId: "name", text: "bad.png" },
  ],
  fixed: "---\ntitle: a\n---\n![a](a.png)\n\n![b](bad.png)\n",
  suggested: ["---\ntitle: a\n---\n![a](a.bmp)\n\n![b](good.png)\n"],
};

const good: RuleCases = {
  valid: [{ name: "good", text: "![a](good.png)\n" }],
  invalid: [
    bitmap,
    {
      name: "option",
      path: "a.html",
      text: "<!doctype html><body><img src=x.png></body>",
      options: { bad: "x" },
      findings: [{ messageId: "name", at: "1:31-1:36" }],
    },
  ],
};

const outcome = (rule: Rule, cases: RuleCases): string[] => {
  const failures: string[] = [];
  testRule(rule, cases, {
    it: (_name, run) => {
      try {
        run();
      } catch (error) {
        failures.push(String(error));
      }
    },
  });
  return failures;
};

const single: InvalidCase = {
  name: "single",
  text: "![a](a.bmp)\n",
  findings: [{ messageId: "format", text: "a.bmp" }],
};

describe("testRule", () => {
  it("passes cases that hold, in every variant", () => {
    expect(outcome(imageName, good)).toEqual([]);
  });

  it("names each test after the rule and the case", () => {
    const names: string[] = [];
    testRule(imageName, good, { it: (name) => names.push(name) });
    expect(names).toContain("image/name passes: good");
    expect(names).toContain("image/name finds: bitmap");
  });

  it.each<[string, InvalidCase, string]>([
    ["another number", { ...bitmap, findings: [] }, "an invalid case has findings"],
    [
      "a missing finding",
      { ...bitmap, findings: [{ messageId: "format", text: "a.bmp" }] },
      "1 findings",
    ],
    ["another message", { ...single, findings: [{ messageId: "name", text: "a.bmp" }] }, '"name"'],
    ["another place", { ...single, findings: [{ messageId: "format", at: "1:1-1:2" }] }, "at 1:1"],
    ["an unstated place", { ...single, findings: [{ messageId: "format" }] }, '"at" or "text"'],
    ["an unstated fix", single, 'must state "fixed"'],
    ["another fix", { ...bitmap, fixed: "nothing" }, "fixed differs"],
    ["another suggestion", { ...bitmap, suggested: ["nothing"] }, "suggested[0] differs"],
  ])("fails on %s", (_what, invalid, message) => {
    const failures = outcome(imageName, {
      valid: good.valid,
      invalid: [{ ...bitmap, name: "sound" }, invalid],
    });
    expect(failures.join("\n")).toContain(message);
  });

  it("finds a fix out that leaves its finding, or changes other nodes", () => {
    const text = "![a](a.bmp)\n";
    const findings = [{ messageId: "format", text: "a.bmp" }];
    const told = (to: string, fixed: string): string =>
      outcome(replacing(to), {
        valid: good.valid,
        invalid: [{ name: "bitmap", text, findings, fixed, variants: false }],
      }).join("\n");
    expect(told("b.bmp", "![a](b.bmp)\n")).toContain('the fix of "format": still found');
    expect(told("b.png)_x_(", "![a](b.png)_x_()\n")).toContain("body changed elsewhere");
    expect(told("b.png", "![a](b.png)\n")).toBe("");
  });

  it("demands a case for every declared kind of fix", () => {
    const failures = outcome(imageName, { valid: good.valid, invalid: good.invalid.slice(1) });
    expect(failures.join("\n")).toContain("declares a safe fix");
  });

  it("refuses two cases of one name", () => {
    const cases = { valid: [...good.valid, ...good.valid], invalid: good.invalid };
    expect(outcome(imageName, cases).join("\n")).toContain('Two cases are named "good"');
  });

  it.each([
    ["crlf", (source: string) => (source.includes("\r") ? -1 : source.indexOf("x"))],
    ["bom", (source: string) => source.replace("\uFEFF", "").indexOf("x")],
    ["front-matter", (source: string) => (source.startsWith("---") ? 0 : source.indexOf("x"))],
    ["cjk", (source: string) => Buffer.from(source).indexOf("x")],
  ] as const)("finds a rule out that depends on %s", (variant, found) => {
    const cases = (variants: readonly VariantName[] | false): RuleCases => ({
      valid: [{ name: "none", text: "abc", variants: false }],
      invalid: [
        {
          name: "x",
          text: "line\n\nx and more to leave room for bytes\n",
          findings: [{ messageId: "here", text: "x" }],
          variants,
        },
      ],
    });
    expect(outcome(fragile(found), cases([variant])).join("\n")).toContain(`variant "${variant}"`);
    expect(outcome(fragile(found), cases(false))).toEqual([]);
  });

  it("runs everything at once and throws one error where nothing registers tests", () => {
    const cases = { valid: good.valid, invalid: [{ ...bitmap, fixed: "nothing" }] };
    const run = () => testRule(imageName, cases, { it: undefined });
    const global = Reflect.get(globalThis, "it");
    Reflect.deleteProperty(globalThis, "it");
    try {
      expect(run).toThrow(AggregateError);
      expect(run).toThrow(/bitmap: fixed differs/);
    } finally {
      Reflect.set(globalThis, "it", global);
    }
  });
});
