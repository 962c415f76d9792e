import rule from "../../../rules/front-matter/schema.js";
import { toFrontMatterSchema } from "../../../src/config/front-matter/schema.js";
import { testRule } from "../../../src/testing/test-rule.js";

const schema = toFrontMatterSchema({
  type: "object",
  properties: {
    title: { type: "string" },
    status: { enum: ["draft", "final"] },
    tags: { type: "array", items: { type: "string" } },
    image: { type: "object", properties: { alt: { type: "string" } }, required: ["alt"] },
  },
  required: ["title", "status"],
  additionalProperties: false,
});

testRule(rule, {
  valid: [
    { name: "no schema", text: "---\nx: 1\n---\n" },
    {
      name: "everything as required",
      text: "---\ntitle: A\nstatus: draft\n---\n",
      settings: { schema },
    },
    {
      name: "no front matter",
      text: "Body.\n",
      settings: { schema },
      variants: ["crlf", "bom", "cjk"],
    },
    {
      name: "nothing missing after a syntax error",
      text: "---\ntitle: A\nstatus:final\n---\n",
      settings: { schema },
    },
    {
      name: "an engine's preset, with its own keys and any date text",
      text: "---\ntitle: 2022\ndate: Tue, 01 Mar 2022 08:20:30 GMT\nhouse: { a: [1] }\n---\n",
      settings: { schema: toFrontMatterSchema("hexo") },
    },
  ],
  invalid: [
    {
      name: "a schema that cannot be used, and the complaints of two schemas",
      text: "---\n$schema: none.json\n---\n",
      settings: {
        schema: {
          source: "config",
          validate: () => [
            {
              path: ["$schema"],
              code: "unusable",
              message: "it is gone",
              allowed: [],
              expected: undefined,
            },
            { path: ["a"], code: "missing", message: "", allowed: ["a"], expected: undefined },
            {
              path: ["b"],
              code: "missing",
              message: "",
              allowed: ["b"],
              expected: undefined,
              source: "own",
            },
          ],
        },
      },
      findings: [
        { messageId: "missing", at: "1:1-1:4" },
        { messageId: "missing", at: "1:1-1:4" },
        { messageId: "unusable", text: "none.json" },
      ],
    },
    {
      name: "missing keys, once, at the opening fence",
      text: "---\ntags: [a]\n---\n",
      settings: { schema },
      findings: [{ messageId: "missing", at: "1:1-1:4", severity: "error" }],
    },
    {
      name: "a wrong type at the value, deep down",
      text: "---\ntitle: A\nstatus: draft\ntags:\n  - a\n  - 2\n---\n",
      settings: { schema },
      findings: [{ messageId: "type", at: "6:5-6:6" }],
    },
    {
      name: "the nearest allowed value, in its quotation marks",
      text: "---\ntitle: A\nstatus: 'Finale'\n---\n",
      settings: { schema },
      findings: [{ messageId: "notAllowed", text: "'Finale'" }],
      suggested: ["---\ntitle: A\nstatus: 'final'\n---\n"],
    },
    {
      name: "a map where one of several words is expected",
      text: "---\ntitle: A\nstatus:\n  draft: of May\n---\n",
      settings: { schema },
      findings: [{ messageId: "type", text: "draft: of May" }],
    },
    {
      name: "a list where one of several words is expected",
      text: "---\ntitle: A\nstatus: [draft, { final: no }]\n---\n",
      settings: { schema },
      findings: [{ messageId: "type", text: "[draft, { final: no }]" }],
    },
    {
      name: "an unknown key at the key, and nothing missing in its place",
      text: "---\nTitel: A\nstatus: draft\n---\n",
      settings: { schema },
      findings: [{ messageId: "unknownKey", text: "Titel" }],
      suggested: ["---\ntitle: A\nstatus: draft\n---\n"],
    },
    {
      name: "a missing key further in, at the key that should hold it",
      text: "---\ntitle: A\nstatus: draft\nimage:\n  src: a.png\n---\n",
      settings: { schema },
      findings: [{ messageId: "missing", text: "image" }],
    },
    {
      name: "TOML and JSON as well",
      text: '+++\ntitle = 1\nstatus = "draft"\n+++\n',
      settings: { schema },
      findings: [{ messageId: "type", text: "1" }],
    },
  ],
});
