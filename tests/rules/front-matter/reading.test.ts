import rule from "../../../rules/front-matter/reading.js";
import { testRule } from "../../../src/testing/test-rule.js";

const body = "Kilns are hot.\n";
const withKeys = (lines: string): string => `---\ntitle: "Kilns"\n${lines}\n---\n${body}`;

testRule(rule, {
  valid: [
    ...(["hexo", "jekyll", "hugo", "astro", "none"] as const).map((engine) => ({
      name: `an engine that reads otherwise: ${engine}`,
      text: `+++\ntitle = "Kilns"\n+++\n${body}`,
      engine,
    })),
    { name: "no front matter", text: body, engine: "eleventy" },
    { name: "four dashes", text: `----\n\n${body}`, engine: "eleventy" },
    { name: "a rule and nothing below", text: "---\n\n", engine: "eleventy" },
    { name: "an empty block", text: `---\n---\n${body}`, engine: "eleventy" },
    { name: "only comments", text: `---\n# none\n---\n${body}`, engine: "eleventy" },
    {
      name: "blanks after both fences",
      text: `---  \ntitle: A\n---  \n${body}`,
      engine: "eleventy",
    },
    { name: "JSON", text: `---json\n{"title": "A"}\n---\n${body}`, engine: "eleventy" },
    {
      name: "a language that sites may add",
      text: `---toml\na = 1\n---\n${body}`,
      engine: "eleventy",
    },
    {
      name: "what the rule about fences says",
      text: `---\ntitle: A\n--- end\n${body}`,
      engine: "eleventy",
    },
    {
      name: "what the rule about leading bytes says",
      text: `\n---\ntitle: A\nmonth: 09\n---\n${body}`,
      engine: "vitepress",
    },
    {
      name: "what the rule about syntax says",
      text: withKeys("a: b: c\nmonth: 09"),
      engine: "vitepress",
    },
    {
      name: "what the rule about repeated keys says",
      text: withKeys("a: 1\na: 2"),
      engine: "vitepress",
    },
    {
      name: "what the rule about coercion says",
      text: withKeys("a: 017\nb: 0o17\nc: 1_000\nd: 12:30\ne: yes\nf: 0b11"),
      engine: "vitepress",
    },
    {
      name: "what the rule about hidden characters says",
      text: withKeys("a: b\u{b}c"),
      engine: "eleventy",
    },
    {
      name: "dates, bytes and infinite numbers",
      text: withKeys(
        "a: 2024-02-30 10:00:00\nb: !!binary aGVsbG8=\nc: .inf\nd: 1e400\ne: 2024-01-01",
      ),
      engine: "eleventy",
    },
    {
      name: "texts over several lines",
      text: withKeys(
        'a: |+\n  x\n\n\nb: >-\n  x\n  y\n\n   z\nc: "x\n  y\n\n  z"\nd: x\n  y\ne: |\n  x',
      ),
      engine: "vitepress",
    },
    {
      name: "lists, maps, names for values",
      text: withKeys("a: &a {b: 1, c: [x, {y: z}]}\nd:\n  <<: *a\n  e: *a\nf: [g: h]"),
      engine: "vitepress",
    },
    {
      name: "numbers that all read alike",
      text: withKeys("a: +12\nb: -0\nc: 0x1F\nd: .5\ne: 1e3\nf: 00"),
      engine: "vitepress",
    },
    {
      name: "keys of objects",
      text: withKeys("constructor: a\n__proto__: {b: 1}"),
      engine: "eleventy",
    },
    { name: "09 in js-yaml 4", text: withKeys("month: 09"), engine: "docusaurus" },
  ],
  invalid: [
    {
      name: "TOML",
      text: `+++\ntitle = "A"\n+++\n${body}`,
      engine: "docusaurus",
      findings: [{ messageId: "unread", at: "1:1-1:4" }],
    },
    {
      name: "braces",
      text: `{"title": "A"}\n\n${body}`,
      engine: "vitepress",
      findings: [{ messageId: "unread", at: "1:1-1:2" }],
    },
    {
      name: "a rule at the top",
      text: `---\n\n${body}`,
      engine: "eleventy",
      findings: [{ messageId: "swallowed", at: "1:1-1:4" }],
      suggested: [`***\n\n${body}`],
    },
    {
      name: "a rule at the top and text that is no YAML",
      text: "---\n\nKilns: what: they do.\n",
      engine: "eleventy",
      findings: [{ messageId: "swallowed", at: "1:1-1:4" }],
      suggested: ["***\n\nKilns: what: they do.\n"],
    },
    {
      name: "a table at the top",
      text: "---|---\na|b\n",
      engine: "docusaurus",
      findings: [{ messageId: "language", at: "1:1-1:8" }],
    },
    {
      name: "a language in capitals, which only YAML may have",
      text: `---JSON\n{"a": 1}\n---\n${body}`,
      engine: "eleventy",
      findings: [{ messageId: "language", at: "1:1-1:8" }],
    },
    {
      name: "a name that every object has",
      text: `---constructor\n\n${body}`,
      engine: "eleventy",
      findings: [{ messageId: "language", at: "1:1-1:15" }],
    },
    {
      name: "a merge with a text",
      text: withKeys("a:\n  <<: text"),
      engine: "eleventy",
      findings: [{ messageId: "refused", text: "  <<: text" }],
    },
    {
      name: "a number in js-yaml 3",
      text: withKeys("month: 09"),
      engine: "vitepress",
      findings: [{ messageId: "otherwise", text: "09" }],
      suggested: [withKeys("month: '09'")],
    },
    {
      name: "a hexadecimal number with a sign",
      text: withKeys("a:\n  - b: -0x1F"),
      engine: "eleventy",
      findings: [{ messageId: "otherwise", text: "-0x1F" }],
      suggested: [withKeys("a:\n  - b: '-0x1F'")],
    },
    {
      name: "a key that is a number",
      text: withKeys("1.0: a"),
      engine: "eleventy",
      findings: [{ messageId: "lost", text: "1.0" }],
      suggested: [withKeys("'1.0': a")],
    },
  ],
});
