import rule from "../../../rules/site/near-duplicate.js";
import { testRule } from "../../../src/testing/test-rule.js";

const WORDS = Array.from({ length: 100 }, (_, number) => `word${number}`);
const TEXT = WORDS.join(" ");
const HALF = WORDS.map((word, index) => (index < 40 ? `other${index}` : word)).join(" ");
const MOST = WORDS.map((word, index) => (index < 15 ? `other${index}` : word)).join(" ");
const HAN = Array.from({ length: 100 }, (_, n) => String.fromCharCode(0x4e00 + n * 17)).join("");
const dated = (date: string, text: string, more = ""): string =>
  `---\ntitle: Title of ${date}\ndate: ${date}\n${more}---\n${text}\n`;

testRule(rule, {
  valid: [
    { name: "another text", text: TEXT, articles: [{ path: "b.md", text: HALF }] },
    {
      name: "short articles",
      text: "Read on below.",
      articles: [{ path: "b.md", text: "Read on below." }],
    },
    {
      name: "a draft",
      text: TEXT,
      articles: [{ path: "b.md", text: `---\ndraft: true\n---\n${TEXT}` }],
      variants: ["crlf", "bom"],
    },
    {
      name: "a copy that names its original",
      text: TEXT,
      articles: [{ path: "b.md", text: `---\ncanonical: https://example.org/a/\n---\n${TEXT}` }],
      variants: ["crlf", "bom"],
    },
    {
      name: "a page that waits for its translation",
      path: "docs/a.md",
      text: TEXT,
      articles: [{ path: "zh-cn/docs/a.md", text: TEXT }],
    },
    {
      name: "another version of a page",
      path: "docs/a.md",
      text: TEXT,
      articles: [{ path: "versioned_docs/version-1.0/a.md", text: TEXT }],
    },
    {
      name: "a page of another version that has moved since",
      path: "docs/howto/a.md",
      text: TEXT,
      articles: [{ path: "versioned_docs/version-1.0/old-name.md", text: TEXT }],
    },
    {
      name: "release notes of one series",
      path: "boat-2-4-0-rc1-released.md",
      text: TEXT,
      articles: [{ path: "boat-2-4-1-released.md", text: MOST }],
      options: { threshold: 0.6 },
    },
    {
      name: "pages of the commands of one program",
      path: "boat_sail.md",
      text: `---\ntitle: boat sail\n---\n${TEXT}`,
      options: { threshold: 0.6 },
      articles: ["row", "moor", "drift", "load", "steer"].map((name, index) => ({
        path: `boat_${name}.md`,
        text: `---\ntitle: boat ${name}\n---\n${index === 0 ? MOST : "Read on below."}`,
      })),
    },
    {
      name: "scripts, which are no text",
      path: "a.html",
      text: `<script>${TEXT}</script><p>One</p>`,
      articles: [{ path: "b.html", text: `<script>${TEXT}</script><p>Two</p>` }],
    },
    {
      name: "another code",
      text: `Run this.\n\n\`\`\`\n${TEXT}\n\`\`\`\n`,
      articles: [{ path: "b.md", text: `Run this.\n\n\`\`\`\n${HALF}\n\`\`\`\n` }],
    },
    {
      name: "a threshold above what they share",
      text: TEXT,
      articles: [{ path: "b.md", text: HALF }],
      options: { threshold: 0.6 },
    },
  ],
  invalid: [
    {
      name: "a part of a series in which nothing was changed",
      path: "part-2.md",
      text: `---\ntitle: Part 2\n---\n${TEXT}`,
      articles: [{ path: "part-1.md", text: `---\ntitle: Part 1\n---\n${TEXT}` }],
      variants: ["crlf", "bom"],
      findings: [{ messageId: "copy", text: "Part 2" }],
    },
    {
      name: "the later one, by date",
      path: "a.md",
      text: dated("2024-02-01", TEXT),
      articles: [{ path: "b.md", text: dated("2024-01-01", TEXT) }],
      findings: [
        {
          messageId: "copy",
          text: "Title of 2024-02-01",
          path: "a.md",
          related: ["b.md 2:8-2:27"],
        },
      ],
    },
    {
      name: "by path where no date is known; the body's beginning without a title",
      path: "b.md",
      text: TEXT,
      articles: [{ path: "a.md", text: TEXT }],
      findings: [{ messageId: "copy", at: "1:1-1:1", related: ["a.md 1:1-1:1"] }],
      variants: ["crlf"],
    },
    {
      name: "one finding a copy, all to the original",
      path: "a.md",
      text: dated("2024-01-01", TEXT),
      articles: [
        { path: "b.md", text: dated("2024-01-02", TEXT) },
        { path: "c.md", text: dated("2024-01-03", `${TEXT} and more`) },
      ],
      findings: [
        { messageId: "copy", at: "2:8-2:27", path: "b.md", related: ["a.md 2:8-2:27"] },
        { messageId: "copy", at: "2:8-2:27", path: "c.md", related: ["a.md 2:8-2:27"] },
      ],
      variants: false,
    },
    {
      name: "Chinese, with other marks and markup",
      path: "b.md",
      text: dated("2024-02-01", `**${HAN.slice(0, 50)}**，${HAN.slice(50)}`),
      articles: [{ path: "a.md", text: dated("2024-01-01", HAN) }],
      findings: [{ messageId: "copy", at: "2:8-2:27" }],
    },
    {
      name: "a lower threshold",
      path: "b.md",
      text: dated("2024-02-01", MOST),
      articles: [{ path: "a.md", text: dated("2024-01-01", TEXT) }],
      options: { threshold: 0.5 },
      findings: [{ messageId: "copy", at: "2:8-2:27" }],
    },
  ],
});
