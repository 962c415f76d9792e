import rule from "../../../rules/front-matter/fence.js";
import { testRule } from "../../../src/testing/test-rule.js";

const fine = "---\ntitle: A\n---\nBody text.\n";

testRule(rule, {
  valid: [
    { name: "bare fences", text: fine },
    { name: "TOML fences", text: '+++\ntitle = "A"\n+++\nBody text.\n' },
    { name: "a rule at the top without a second one", text: "---\n\nBody text.\n" },
    { name: "rules in the body", text: `${fine}\n---\n\nMore.\n\n---\n` },
    { name: "a dashed line in a block scalar", text: "---\na: |\n  x\n  ---\n  y\n---\nBody.\n" },
    { name: "dots in Jekyll", text: "---\ntitle: A\n...\nBody.\n", engine: "jekyll" },
    {
      name: "only a closing fence in Hexo",
      text: "title: A\ndate: 2022-03-01\n---\nBody.\n",
      engine: "hexo",
      variants: ["crlf"],
    },
    {
      name: "five dashes on both sides in Hexo",
      text: "-----\ntitle: A\n-----\nBody.\n",
      engine: "hexo",
    },
    ...(["eleventy", "docusaurus", "vitepress", "none"] as const).map((engine) => ({
      name: `a language of data in ${engine}`,
      text: '---json\n{"title": "A"}\n---\nBody.\n',
      engine,
    })),
    {
      name: "keys in the middle of Hexo prose",
      text: "Some words.\n\nNote: x\n\n---\n",
      engine: "hexo",
    },
    {
      name: "a rule after a blank line in Jekyll, which looks no further",
      text: "\n---\n\nProse, words.\n\n---\n",
      engine: "jekyll",
      variants: ["crlf"],
    },
  ],
  invalid: [
    {
      name: "never closed",
      text: "---\ntitle: A\ndate: 2022-03-01\n\nBody text.\n",
      findings: [{ messageId: "unclosed", text: "---", severity: "error" }],
      suggested: [`---\ntitle: A\ndate: 2022-03-01\n---\n\nBody text.\n`],
    },
    {
      name: "never closed, and a later rule taken for the end",
      text: "---\ntitle: A\n\nBody text in words.\n\n---\n\nMore.\n",
      findings: [{ messageId: "unclosed", at: "1:1-1:4" }],
      suggested: ["---\ntitle: A\n---\n\nBody text in words.\n\n---\n\nMore.\n"],
    },
    {
      name: "never opened (words before it make it prose)",
      text: "title: A\ndate: 2022-03-01\n---\nBody.\n",
      engine: "jekyll",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "unopened", at: "3:1-3:4" }],
      suggested: ["---\ntitle: A\ndate: 2022-03-01\n---\nBody.\n"],
    },
    {
      name: "closed by a prefix",
      text: "---\ntitle: A\n---foo\nBody text.\n",
      findings: [{ messageId: "closingPrefix", text: "---foo" }],
      suggested: [fine],
    },
    {
      name: "a prefix inside, which gray-matter takes for the end",
      text: "---\ntitle: A\n-----\nlayout: b\n---\nBody.\n",
      findings: [{ messageId: "closingPrefix", text: "-----" }],
    },
    {
      name: "a comment after the opening fence",
      text: "--- # post\ntitle: A\n---\nBody text.\n",
      findings: [{ messageId: "textAfterOpening", text: "--- # post" }],
      suggested: [fine],
    },
    {
      name: "a data language in an engine that does not read it",
      text: "---yaml\ntitle: A\n---\nBody text.\n",
      engine: "jekyll",
      findings: [{ messageId: "textAfterOpening", text: "---yaml" }],
      suggested: [fine],
    },
    {
      name: "too many dashes outside Hexo",
      text: "----\ntitle: A\n----\nBody text.\n",
      findings: [{ messageId: "tooManyDashes", text: "----" }],
      suggested: [fine],
    },
    {
      name: "two kinds of fences",
      text: '+++\ntitle = "A"\n---\nBody text.\n',
      findings: [{ messageId: "mixed", text: "---" }],
      suggested: ['+++\ntitle = "A"\n+++\nBody text.\n'],
    },
    {
      name: "an indented closing fence",
      text: "---\ntitle: A\n  ---\nBody text.\n",
      findings: [{ messageId: "indented", at: "3:3-3:6" }],
      suggested: [fine],
    },
    {
      name: "dots outside Jekyll",
      text: "---\ntitle: A\n...\nBody text.\n",
      engine: "hexo",
      findings: [{ messageId: "dotsClose", text: "..." }],
      suggested: [fine],
    },
    {
      name: "prose between two rules at the top (words before the rule would end it)",
      text: "---\n\nProse, nothing else.\n\n---\n\nMore.\n",
      variants: ["crlf"],
      findings: [{ messageId: "proseRule", at: "1:1-1:4", related: ["5:1-5:4"] }],
      suggested: ["***\n\nProse, nothing else.\n\n***\n\nMore.\n"],
    },
    {
      name: "words Hexo takes for metadata (front matter of its own prevents it)",
      text: "Note: this is old\n\n---\n\nBody.\n",
      engine: "hexo",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "proseHead", text: "Note: this is old" }],
    },
  ],
});
