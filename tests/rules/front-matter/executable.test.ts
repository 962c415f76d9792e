import rule from "../../../rules/front-matter/executable.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    { name: "data", text: "---\ntitle: A\n---\nBody.\n" },
    { name: "a language of data", text: '---json\n{"title": "A"}\n---\n' },
    { name: "types of YAML's own", text: "---\na: !!str 1\nb: !!timestamp 2001-01-01\n---\n" },
    { name: "a fenced program in the body", text: "---\ntitle: A\n---\n\n```js\nlet x\n```\n" },
    { name: "a tag inside quotation marks", text: "---\ntitle: '!!js/function x'\n---\n" },
  ],
  invalid: [
    ...["---js", "---JavaScript", "--- coffee", "---cson"].map((fence) => ({
      name: `${fence} (a comment is no part of a program)`,
      text: `${fence}\n{ title: "A" }\n---\nBody.\n`,
      variants: ["crlf", "bom", "cjk"] as const,
      findings: [{ messageId: "engine", text: fence, severity: "error" as const }],
    })),
    {
      name: "tags that build objects",
      text: "---\na: !!js/function x\nb: !ruby/object:X {}\nc:\n  - !!python/name:os.system\n---\n",
      findings: [
        { messageId: "tag", text: "!!js/function" },
        { messageId: "tag", text: "!ruby/object:X" },
        { messageId: "tag", text: "!!python/name:os.system" },
      ],
    },
  ],
});
