import rule from "../../../rules/seo/title.js";
import { testRule } from "../../../src/testing/test-rule.js";

const titled = (title: string) => `---\ntitle: ${title}\n---\n`;

testRule(rule, {
  valid: [
    {
      name: "a title for previews with the same number, without one, or with more of them",
      text: "---\ntitle: Boats 8 at the harbour\nseoTitle: Announcing Boats 8.0\nogTitle: Boats at the harbour\nseo:\n  title: Boats 7 in 2026\n---\n",
    },
    {
      name: "a title after which the front matter cannot be parsed",
      text: "---\ntitle: [a\n---\n\nText.\n",
      variants: false,
    },
    { name: "a plain title", text: titled("The harbour wakes early") },
    { name: "sixty Latin letters", text: titled("a".repeat(60)) },
    { name: "thirty CJK characters", text: titled("港".repeat(30)) },
    {
      name: "a name that the text has as well",
      text: `${titled("What Gull Gull Net is")}\nGull Gull Net is a net.\n`,
    },
    { name: "reduplication without spaces", text: titled("天天看看渔船渔船") },
    { name: "Korean words come again where grammar wants it", text: titled("배 와 항구") },
    { name: "words that may appear twice in a row", text: titled("What the harbour had had") },
    { name: "a short word three times", text: titled("To be or to have or to go or not") },
    { name: "a title and its part", text: titled("'Boats: boats of the harbour'") },
    { name: "abbreviations", text: titled("NASA and the ESA") },
    { name: "two words in capitals", text: titled("OPEN DAY") },
    { name: "capitals among CJK", text: titled("使用 HTTP API SDK CLI 的渔船") },
    {
      name: "templates",
      text: titled(
        "'{{ page.title | truncate }} and very much more of what a template prints here'",
      ),
    },
    { name: "drafts", text: `---\ntitle: A\ndraft: true\n---\n` },
    { name: "a short title of an index page", path: "docs/index.md", text: titled("API") },
    { name: "no title", text: "Text.\n" },
    {
      name: "the site's name within",
      options: { siteName: "Harbour" },
      text: titled("The old Harbour"),
    },
  ],
  invalid: [
    {
      name: "titles for previews with another number",
      text: "---\ntitle: Boats 8 at the harbour\nseoTitle: Announcing Boats 7\nhead:\n  - tag: meta\n    attrs:\n      property: og:title\n      content: Boats 7 at the harbour\n---\n",
      findings: [
        { messageId: "preview", text: "Announcing Boats 7" },
        { messageId: "preview", text: "Boats 7 at the harbour" },
      ],
    },
    {
      name: "too long, in Latin letters and in CJK (quotes are not part of it)",
      text: titled(`'${"港".repeat(31)}'`),
      findings: [{ messageId: "long", text: "港".repeat(31), severity: "info" }],
    },
    {
      name: "a number, which is too short as it is in quotation marks",
      text: "---\ntitle: 404\n---\nText.\n",
      findings: [{ messageId: "short", text: "404" }],
    },
    { name: "too short", text: titled("Up"), findings: [{ messageId: "short", text: "Up" }] },
    {
      name: "the site's name at the end",
      options: { siteName: "Harbour Daily" },
      text: titled("Boats leave | harbour daily"),
      findings: [{ messageId: "site", text: "Boats leave | harbour daily" }],
    },
    {
      name: "a word twice in a row",
      text: titled("The boats boats leave"),
      findings: [{ messageId: "repeated", text: "The boats boats leave" }],
    },
    {
      name: "a word three times",
      text: titled("Boats, cheap boats, best boats"),
      findings: [{ messageId: "repeated", text: "Boats, cheap boats, best boats" }],
    },
    {
      name: "capitals",
      text: titled("BOATS LEAVE AT FOUR"),
      findings: [{ messageId: "capitals", text: "BOATS LEAVE AT FOUR" }],
    },
  ],
});
