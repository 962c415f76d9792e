import rule from "../../../rules/heading/title-repeat.js";
import { testRule } from "../../../src/testing/test-rule.js";

const TITLED = "---\ntitle: The harbour wakes\n---\n";
const REPEAT = `${TITLED}\n# The harbour wakes\n\nText.\n`;

testRule(rule, {
  valid: [
    { name: "no title", text: "# The harbour wakes\n\nText.\n" },
    { name: "another heading", text: `${TITLED}## Boats\n\nText.\n` },
    {
      name: "the title's words below the first text (cjk puts text before every article)",
      text: `${TITLED}Text.\n\n## The harbour wakes\n`,
    },
    {
      name: "a section that resembles the title",
      text: `${TITLED}## The harbour wakes up\n\nText.\n`,
    },
    { name: "short titles that differ by a letter", text: "---\ntitle: Boat\n---\n# Goat\n" },
    { name: "engines that take the body's heading", engine: "docusaurus", text: REPEAT },
    { name: "a theme without a title", options: { allowH1: true }, text: REPEAT },
    { name: "a title a template prints", text: "---\ntitle: '{{ a }}'\n---\n# {{ a }}\n" },
    { name: "one heading of level 1 besides the title", text: `${TITLED}Text.\n\n# Boats\n` },
    {
      name: "a home page, whose layout shows what it likes",
      text: "---\ntitle: Harbour\nlayout: home\n---\n<h1>Harbour</h1>\n",
    },
    { name: "no headings", text: `${TITLED}Text.\n` },
    {
      name: "a layout whose articles mostly repeat their title (cjk would put text before this one)",
      variants: ["crlf", "bom", "front-matter"],
      text: REPEAT,
      path: "a.md",
      articles: [
        { path: "b.md", text: REPEAT },
        { path: "c.md", text: REPEAT },
        { path: "d.md", text: `${TITLED}Text.\n` },
      ],
    },
  ],
  invalid: [
    {
      name: "the title again (no text before it)",
      variants: ["crlf", "bom", "front-matter"],
      text: REPEAT,
      findings: [{ messageId: "repeated", text: "# The harbour wakes", severity: "warning" }],
      suggested: [`${TITLED}Text.\n`],
    },
    {
      name: "the title again, under a layout that is a map (no text before it)",
      variants: ["crlf", "bom"],
      text: "---\ntitle: The harbour wakes\nlayout: { of: boats }\n---\n# The harbour wakes\n\nText.\n",
      findings: [{ messageId: "repeated", text: "# The harbour wakes" }],
      suggested: ["---\ntitle: The harbour wakes\nlayout: { of: boats }\n---\nText.\n"],
    },
    {
      name: "the title again in HTML, behind an image (no text before it)",
      variants: ["crlf", "bom", "front-matter"],
      text: `${TITLED}<div>\n<img src=a.png>\n<h2>The harbour wakes!</h2>\n<p>Text</p>\n</div>\n`,
      findings: [{ messageId: "repeated", text: "<h2>The harbour wakes!</h2>" }],
      suggested: [`${TITLED}<div>\n<img src=a.png>\n<p>Text</p>\n</div>\n`],
    },
    {
      name: "nearly the title (no text before it)",
      variants: ["crlf", "bom", "front-matter"],
      text: `${TITLED}# The harbour awakes\n\nText.\n`,
      findings: [{ messageId: "similar", text: "# The harbour awakes" }],
      suggested: [`${TITLED}Text.\n`],
    },
    {
      name: "sections of level 1",
      text: `${TITLED}Text.\n\n# Boats\n\n# Fish\n\n<h1>Nets</h1>\n`,
      findings: [{ messageId: "several", text: "# Boats", related: ["8:1-8:7", "10:1-10:14"] }],
    },
    {
      name: "the title again and sections of level 1 as two findings (no text before it)",
      variants: ["crlf", "bom", "front-matter"],
      text: `${REPEAT}\n# Boats\n\n# Fish\n`,
      findings: [
        { messageId: "repeated", text: "# The harbour wakes" },
        { messageId: "several", text: "# Boats", related: ["11:1-11:7"] },
      ],
      suggested: [`${TITLED}Text.\n\n# Boats\n\n# Fish\n`],
    },
    {
      name: "a repeat in a layout whose articles mostly do not (no text before it)",
      variants: ["crlf", "bom", "front-matter"],
      text: REPEAT,
      path: "a.md",
      articles: [
        { path: "b.md", text: `${TITLED}Text.\n` },
        { path: "c.md", text: `${TITLED}Text.\n` },
      ],
      findings: [{ messageId: "repeated", text: "# The harbour wakes" }],
      suggested: [`${TITLED}Text.\n`],
    },
  ],
});
