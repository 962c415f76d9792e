import rule from "../../../rules/front-matter/leading-bytes.js";
import { testRule } from "../../../src/testing/test-rule.js";

const block = "---\ntitle: A\n---\nText.\n";

testRule(rule, {
  valid: [
    {
      name: "front matter at once (a BOM would be leading bytes)",
      text: block,
      variants: ["crlf", "front-matter", "cjk"],
    },
    { name: "no front matter after blank lines", text: "\n\nText.\n" },
    { name: "a rule after blank lines", text: "\n\n---\n\nText.\n", variants: ["crlf", "cjk"] },
    { name: "a block of keys after text", text: "Text.\n---\ntitle: A\n---\n" },
  ],
  invalid: [
    ...(["jekyll", "eleventy", "docusaurus", "vitepress", "none"] as const).map((engine) => ({
      name: `a blank line hides the metadata from ${engine} (a BOM would lengthen the place)`,
      text: `\n${block}`,
      engine,
      variants: ["crlf", "front-matter", "cjk"] as const,
      findings: [{ messageId: "lost", at: "1:1-2:1", severity: "error" as const }],
      fixed: block,
    })),
    {
      name: "Hexo reads it by luck (a BOM would lengthen the place)",
      text: `\n\n${block}`,
      engine: "hexo",
      variants: ["crlf", "front-matter", "cjk"],
      findings: [{ messageId: "luck", at: "1:1-3:1", severity: "warning" }],
      fixed: block,
    },
    ...(["hugo", "astro"] as const).map((engine) => ({
      name: `${engine} skips it (a BOM would lengthen the place)`,
      text: `\n${block}`,
      engine,
      variants: ["crlf", "front-matter", "cjk"] as const,
      findings: [{ messageId: "skipped", at: "1:1-2:1", severity: "info" as const }],
      fixed: block,
    })),
    {
      name: "a byte order mark that Jekyll does not skip",
      text: `\uFEFF${block}`,
      engine: "jekyll",
      findings: [{ messageId: "lost", text: "\uFEFF", severity: "error" }],
      fixed: block,
    },
    {
      name: "a byte order mark that gray-matter drops",
      text: `\uFEFF${block}`,
      engine: "eleventy",
      findings: [{ messageId: "skipped", text: "\uFEFF", severity: "info" }],
      fixed: block,
    },
    {
      name: "an invisible character (a BOM would lengthen the place)",
      text: `\u200B${block}`,
      engine: "hugo",
      variants: ["crlf"],
      findings: [{ messageId: "lost", text: "\u200B", severity: "error" }],
      fixed: block,
    },
    {
      name: "a comment, which is moved rather than deleted (a BOM would lengthen the place; the comment moves elsewhere in longer text)",
      text: `<!-- note -->\n${block}`,
      engine: "hexo",
      variants: false,
      findings: [{ messageId: "lost", text: "<!-- note -->\n", severity: "error" }],
      suggested: ["---\ntitle: A\n---\n<!-- note -->\nText.\n"],
    },
  ],
});
