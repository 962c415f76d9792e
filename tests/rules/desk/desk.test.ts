import { describe, expect, it } from "vitest";
import directiveReason from "../../../rules/desk/directive-reason.js";
import directiveUnknown from "../../../rules/desk/directive-unknown.js";
import directiveUnused from "../../../rules/desk/directive-unused.js";
import encoding from "../../../rules/desk/encoding.js";
import limit from "../../../rules/desk/limit.js";
import mdxSyntax from "../../../rules/desk/mdx-syntax.js";
import ruleCrash from "../../../rules/desk/rule-crash.js";
import { decodeArticle } from "../../../src/article/decode.js";
import type { Problem } from "../../../src/article/problem.js";
import { plainFolders } from "../../../src/engines/index.js";
import { checkArticle } from "../../../src/lint/index.js";
import { defineRule, type Rule } from "../../../src/rule/index.js";
import { checkTexts, PLAIN_SITE } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

/** What `rules` say of a text whose bytes had these problems. */
function findingsFor(source: string, rules: readonly Rule[], decodingProblems: readonly Problem[]) {
  const { findings, crashes } = checkArticle(
    {
      path: "a.md",
      source,
      decodingProblems,
      engine: plainFolders,
      rules: rules.map((rule) => ({ rule, severity: undefined, options: rule.options.parse({}) })),
      settings: {
        site: PLAIN_SITE,
        schema: undefined,
        requireReasons: false,
        knownRules: new Set(),
      },
    },
    0,
  );
  return { findings, crashes };
}

describe("desk/encoding", () => {
  it("names the encoding a file was probably saved in", () => {
    const problem = { kind: "encoding", encoding: "GBK", range: { start: 1, end: 3 } } as const;
    const { findings } = findingsFor("会\uFFFD\uFFFD", [encoding], [problem]);
    expect(findings).toMatchObject([
      { messageId: "notUtf8", severity: "error", range: { start: 1, end: 3 } },
    ]);
    expect(findings[0]?.message).toContain("GBK");
  });

  it.each([
    ["NUL", "nul"],
    ["lone surrogate", "surrogate"],
    ["UTF-8 with damaged bytes", "damaged"],
  ])("takes %s for damage, not for another encoding", (name, messageId) => {
    const range = { start: 1, end: 2 };
    const { findings } = findingsFor(
      "a\uFFFDb",
      [encoding],
      [{ kind: "encoding", encoding: name, range }],
    );
    expect(findings).toMatchObject([{ messageId, range }]);
  });

  it("knows every kind of damage that decoding reports", () => {
    const bytes = (...values: number[]) => new Uint8Array(values);
    const ids = [
      bytes(0x61, 0, 0x62),
      bytes(0xe4, 0xbc, 0x9a, 0xed, 0xa0, 0x80, 0xe4, 0xbc, 0x9a),
      bytes(...new TextEncoder().encode("会谈会谈会谈会谈会谈"), 0xff),
      bytes(
        0xc4,
        0xe3,
        0xba,
        0xc3,
        0xca,
        0xc0,
        0xbd,
        0xe7,
        0xa3,
        0xac,
        0xc4,
        0xe3,
        0xba,
        0xc3,
        0xa1,
        0xa3,
      ),
    ].map((input) => {
      const { source, problems } = decodeArticle(input);
      return findingsFor(source, [encoding], problems).findings.map(({ messageId }) => messageId);
    });
    expect(ids).toEqual([["nul"], ["surrogate"], ["damaged"], ["notUtf8"]]);
  });
});

describe("desk/limit", () => {
  it.each([
    ["size", "body", "The article is longer than 7", "the body was not checked"],
    ["containers", "block", "deeper than 7", "the block that starts here was not checked"],
    ["aliases", "front-matter", "more than 7", "the front matter was not checked"],
  ] as const)("says for %s what was not checked", (name, unchecked, what, why) => {
    const range = { start: 0, end: 1 };
    const problem: Problem = { kind: "limit", limit: name, maximum: 7, unchecked, range };
    const { findings } = findingsFor("a", [limit], [problem]);
    expect(findings).toMatchObject([{ messageId: "exceeded", severity: "error", range }]);
    expect(findings[0]?.message).toContain(what);
    expect(findings[0]?.why).toContain(why);
  });
});

describe("desk/mdx-syntax", () => {
  testRule(mdxSyntax, {
    valid: [
      { name: "MDX that parses", text: "a<br />b {1}\n", path: "a.mdx" },
      { name: "the same text in Markdown", text: "a<br>b {\n" },
    ],
    invalid: [
      {
        name: "a tag that is not closed",
        text: "---\ntitle: a\n---\n\nb <br> c\n",
        path: "a.mdx",
        variants: false,
        findings: [{ messageId: "invalid", at: "5:3-5:7", severity: "error" }],
      },
    ],
  });
});

describe("desk/rule-crash", () => {
  it("turns a rule that throws into one finding with its reason, and keeps the others", () => {
    const broken = defineRule({
      id: "test/broken",
      summary: "Throws",
      messages: { never: { severity: "info", what: "Never.", why: "", help: "Nothing." } },
      check: () => {
        throw new Error("no such table");
      },
    });
    const { findings, crashes } = findingsFor("a", [broken, ruleCrash], []);
    expect(crashes).toHaveLength(1);
    expect(findings).toMatchObject([
      { rule: "desk/rule-crash", messageId: "crashed", severity: "error" },
    ]);
    expect(findings[0]?.message).toContain("test/broken");
    expect(findings[0]?.why).toContain("no such table");
  });
});

describe("desk directives", () => {
  const directive = "<!-- copydesk-disable-next-line test/never -->\n\na\n";
  const silent = defineRule({
    id: "test/never",
    summary: "Finds nothing",
    messages: { never: { severity: "info", what: "Never.", why: "", help: "Nothing." } },
    check: () => undefined,
  });

  it("reports a directive whose rule ran and found nothing", () => {
    const { results } = checkTexts([{ path: "a.md", text: directive }], {
      rules: [{ rule: silent }, { rule: directiveUnused }],
    });
    expect(results[0]?.findings).toMatchObject([
      { rule: "desk/directive-unused", messageId: "unused", severity: "warning" },
    ]);
    expect(results[0]?.findings[0]?.message).toContain("test/never");
  });

  it("asks for a reason only when the config requires one", () => {
    const run = (requireReasons: boolean) =>
      checkTexts([{ path: "a.md", text: directive }], {
        rules: [{ rule: directiveReason }],
        knownRules: ["test/never"],
        requireReasons,
      }).results.flatMap(({ findings }) => findings.map(({ messageId }) => messageId));
    expect(run(true)).toEqual(["missing"]);
    expect(run(false)).toEqual([]);
  });

  it("names the nearest rule for a typo", () => {
    const { results } = checkTexts([{ path: "a.md", text: directive.replace("never", "nevr") }], {
      rules: [{ rule: directiveUnknown }],
      knownRules: ["test/never"],
    });
    expect(results[0]?.findings).toMatchObject([
      { messageId: "unknownNearest", severity: "warning" },
    ]);
    expect(results[0]?.findings[0]?.help).toContain("test/never");
  });
});
