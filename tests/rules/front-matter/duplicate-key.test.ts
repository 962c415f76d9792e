import rule from "../../../rules/front-matter/duplicate-key.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "one key on different levels",
      text: "---\na: 1\nb:\n  a: 2\nc:\n  - a: 3\n  - a: 4\n---\n",
    },
    { name: "a merged key", text: "---\nx: &x\n  a: 1\ny:\n  <<: *x\n  a: 2\n---\n" },
    { name: "letter case deeper down", text: "---\nen: { a: 1, A: 2 }\n---\n" },
  ],
  invalid: [
    {
      name: "the same key twice, with either to keep",
      text: "---\ntime: 1\ndate: 2022-03-01\ntime:\n  - 2\n  - 3\n---\n",
      findings: [
        {
          messageId: "repeated",
          at: "4:1-4:5",
          text: "time",
          related: ["2:1-2:5"],
          severity: "error",
        },
      ],
      suggested: ["---\ntime: 1\ndate: 2022-03-01\n---\n"],
    },
    {
      name: "two letter cases",
      text: "---\nTitle: A\ntitle: B\n---\n",
      findings: [{ messageId: "caseTwin", text: "title", related: ["2:1-2:6"] }],
      suggested: ["---\nTitle: A\n---\n"],
    },
    {
      name: "on one line, where deleting is not a matter of lines",
      text: "---\na: { b: 1, b: 2 }\n---\n",
      findings: [{ messageId: "repeated", at: "2:12-2:13" }],
    },
    {
      name: "in TOML",
      text: '+++\nt = "A"\nt = "B"\n+++\n',
      findings: [{ messageId: "repeated", at: "3:1-3:2", related: ["2:1-2:2"] }],
    },
    {
      name: "in JSON",
      text: '{"a": 1, "a": 2}\nBody.\n',
      findings: [{ messageId: "repeated", text: '"a"', at: "1:10-1:13" }],
    },
  ],
});
