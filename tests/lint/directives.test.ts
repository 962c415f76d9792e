import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import directiveReason from "../../rules/desk/directive-reason.js";
import directiveUnknown from "../../rules/desk/directive-unknown.js";
import directiveUnused from "../../rules/desk/directive-unused.js";
import { rangeOf } from "../../src/article/node-range.js";
import { defineRule } from "../../src/rule/index.js";
import { checkTexts } from "../../src/testing/check-texts.js";
import { runs } from "../runs.js";

/** Reports every <mark>, so that tests can put findings where they like. */
const mark = defineRule({
  id: "test/mark",
  summary: "No marks",
  options: z.strictObject({}),
  messages: { found: { severity: "warning", what: "A mark.", why: "", help: "Take it away." } },
  check: ({ report }) => ({ mark: (node) => report({ messageId: "found", range: rangeOf(node) }) }),
});

function check(text: string, path = "a.md", requireReasons = false) {
  const { results } = checkTexts([{ path, text }], {
    rules: [mark, directiveUnused, directiveUnknown, directiveReason].map((rule) => ({ rule })),
    knownRules: ["image/alt-missing"],
    requireReasons,
  });
  const [result] = results;
  const line = (offset: number): number => text.slice(0, offset).split("\n").length;
  return {
    standing: result?.findings.map(({ rule, range }) => `${line(range.start)} ${rule}`) ?? [],
    suppressed:
      result?.suppressed.map(
        ({ finding, reason }) => `${line(finding.range.start)} ${reason ?? "-"}`,
      ) ?? [],
  };
}

describe("directives", () => {
  it("silence the next line only, and keep the reason", () => {
    const text =
      "<!-- copydesk-disable-next-line test/mark -- agreed with the author -->\n<mark>a</mark>\n<mark>b</mark>\n";
    expect(check(text, "a.html")).toEqual({
      standing: ["3 test/mark"],
      suppressed: ["2 agreed with the author"],
    });
  });

  it.each([
    [
      "a.md",
      "<!-- copydesk-disable-next-line test/mark — agreed -->\n\n\n<mark>a</mark>\n\n<mark>b</mark>\n",
    ],
    [
      "a.html",
      "<!-- copydesk-disable-next-line test/mark -- agreed -->\n \t\n\n<mark>a</mark>\n\n<mark>b</mark>\n",
    ],
    [
      "a.mdx",
      "{/* copydesk-disable-next-line test/mark -- agreed */}\n\n\n<mark>a</mark>\n\n<mark>b</mark>\n",
    ],
    [
      "a.md",
      "- x\n  <!-- copydesk-disable-next-line test/mark -- agreed -->\r\n\r\n  <mark>a</mark>\r\n\r\n<mark>b</mark>\r\n",
    ],
  ])(
    "silence the next line with text, where a formatter put blank lines between: %s",
    (path, text) => {
      expect(check(text, path)).toEqual({ standing: ["6 test/mark"], suppressed: ["4 agreed"] });
    },
  );

  it("silence their own line", () => {
    const text =
      "A <mark>a</mark>. <!-- copydesk-disable-line test/mark -- x -->\n<mark>b</mark>\n";
    expect(check(text)).toEqual({ standing: ["2 test/mark"], suppressed: ["1 x"] });
  });

  it.each([
    ["copydesk-disable-nextline test/mark", "copydesk-disable-next-line"],
    ["copydesk:disable", "copydesk-disable"],
    ["Copydesk ignore next-line", "copydesk-disable-next-line"],
    ["copydesk_disable_file", "copydesk-disable-file"],
  ])("are reported where they are misspelt, and silence nothing (%s)", (comment, meant) => {
    const { results } = checkTexts(
      [{ path: "a.html", text: `<!-- ${comment} -->\n<mark>a</mark>\n` }],
      { rules: [mark, directiveUnused, directiveUnknown].map((rule) => ({ rule })) },
    );
    const found = results[0]?.findings.map(({ rule, help }) => `${rule} ${help}`);
    expect(found).toEqual([
      `desk/directive-unknown Write ${meant} if that is what you mean.`,
      "test/mark Take it away.",
    ]);
  });

  it("are no remarks about copydesk", () => {
    const text = "<!-- copydesk finds nothing here -->\n\nText.\n";
    expect(check(text)).toEqual({ standing: [], suppressed: [] });
  });

  it("silence from disable to enable", () => {
    const text =
      "<!-- copydesk-disable test/mark -->\n<mark>a</mark>\n<!-- copydesk-enable test/mark -->\n<mark>b</mark>\n";
    expect(check(text, "a.html")).toEqual({ standing: ["4 test/mark"], suppressed: ["2 -"] });
  });

  it("silence the rest of the file when nothing enables again", () => {
    const text = "<mark>a</mark>\n<!-- copydesk-disable -->\n<mark>b</mark>\n";
    expect(check(text, "a.html")).toEqual({ standing: ["1 test/mark"], suppressed: ["3 -"] });
  });

  it("silence a whole file from anywhere, by family", () => {
    const text = "<mark>a</mark>\n<!-- copydesk-disable-file test/* -->\n<mark>b</mark>\n";
    expect(check(text, "a.html")).toEqual({ standing: [], suppressed: ["1 -", "3 -"] });
  });

  it("stand in YAML front matter as comments", () => {
    const text = "---\ntitle: a # copydesk-disable-file test/mark -- old\n---\n<mark>a</mark>\n";
    expect(check(text)).toEqual({ standing: [], suppressed: ["4 old"] });
  });

  it("stand in MDX as comments", () => {
    const text = "{/* copydesk-disable-next-line test/mark -- x */}\n<mark>a</mark>\n";
    expect(check(text, "a.mdx")).toEqual({ standing: [], suppressed: ["2 x"] });
  });

  it("mean nothing inside code", () => {
    const text = "```html\n<!-- copydesk-disable -->\n```\n\nA <mark>a</mark>.\n";
    expect(check(text)).toEqual({ standing: ["5 test/mark"], suppressed: [] });
  });

  it("are reported when they silence nothing", () => {
    const text =
      "<!-- copydesk-disable-next-line test/mark -->\nplain\n<!-- copydesk-enable test/mark -->\n";
    expect(check(text, "a.html").standing).toEqual([
      "1 desk/directive-unused",
      "3 desk/directive-unused",
    ]);
  });

  it("are not called unused for a rule that did not run", () => {
    const text = "<!-- copydesk-disable-next-line image/alt-missing -->\nplain\n";
    expect(check(text, "a.html").standing).toEqual([]);
  });

  it("are reported when they name no rule", () => {
    const text =
      "<!-- copydesk-disable-next-line image/alt-mising, test/mark -->\n<mark>a</mark>\n";
    expect(check(text, "a.html")).toEqual({
      standing: ["1 desk/directive-unknown"],
      suppressed: ["2 -"],
    });
  });

  it("need a reason where the config demands one", () => {
    const text = "<!-- copydesk-disable-next-line test/mark -->\n<mark>a</mark>\n";
    expect(check(text, "a.html", true).standing).toEqual(["1 desk/directive-reason"]);
  });

  it("split findings into standing and suppressed without losing any", () => {
    const line = fc.constantFrom(
      "<mark>x</mark>",
      "text",
      "<!-- copydesk-disable -->",
      "<!-- copydesk-enable -->",
      "<!-- copydesk-disable test/* -->",
      "<!-- copydesk-enable test/* -->",
      "<!-- copydesk-disable-next-line test/mark -->",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { standing, suppressed } = check(`${lines.join("\n")}\n`, "a.html");
        const marks = lines.filter((text) => text.startsWith("<mark>")).length;
        const kept = standing.filter((finding) => finding.endsWith("test/mark")).length;
        expect(kept + suppressed.length).toBe(marks);
      }),
      { numRuns: runs(60) },
    );
  });
});
