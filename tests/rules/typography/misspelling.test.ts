import rule from "../../../rules/typography/misspelling.js";
import { testRule } from "../../../src/testing/test-rule.js";

/** An English article, so that nothing has to be guessed. */
const english = (text: string) => `---\nlang: en\n---\n${text}\n`;

testRule(rule, {
  valid: [
    {
      name: "rare words and both spellings",
      text: english("The linters blocklist some skillsets, and colours are advertized."),
    },
    {
      name: "names, identifiers, addresses and words in brackets",
      text: english(
        "Ask Jonn Seperate about exmapleFile, foo_exmaple, exmaple.md, --exmaple and https://exmaple.org/langauge (thanks to exmaple).\n\nSeperate left the port, says (exmaple).",
      ).replace(" (thanks to exmaple)", ""),
    },
    {
      name: "words that appear in code or in a link target of the article",
      text: english(
        "The `exmaple` is an exmaple, as is [the langauge](https://example.org/langauge).",
      ),
    },
    {
      name: "words that the text speaks of, and names at the beginning",
      text: english(
        'He fixes "vertycal" and “exmaple”.\n\n- Exmaple\n- Exmaple Port has boats\n- Langauge: none',
      ),
    },
    {
      name: "quotations",
      text: english("> They recieve the boats.\n\nThey receive the boats."),
    },
    {
      name: "other languages",
      text: "---\nlang: fr\n---\nLa correspondance entre la fonction principale et le serveur est additionnelle.\n",
    },
    {
      name: "a page that lies in the folder of another language",
      path: "es/a.md",
      text: "Se requiere un parámetro cuando se utiliza.\n\n> The boats leave with the tide, and they recieve their own privileges.\n",
    },
    {
      name: "filler text",
      text: english("Lorem ipsum dolor sit amet, varius blandit maximus praesent of the boats."),
    },
    {
      name: "a word of three pages",
      text: english("They recieve the boats."),
      articles: ["b", "c"].map((name) => ({
        path: `${name}.md`,
        text: english("They recieve the boats."),
      })),
    },
  ],
  invalid: [
    {
      name: "a long word without two of its letters",
      text: english("The boat has a sophiscated engine."),
      findings: [{ messageId: "misspelled", text: "sophiscated" }],
    },
    {
      name: "slips of each kind, in the article's own case",
      text: english(
        "The langauge has addtional words. Seperate them, untill teh boats are unnnoticed.",
      ),
      findings: [
        { messageId: "misspelled", text: "langauge" },
        { messageId: "misspelled", text: "addtional" },
        { messageId: "misspelled", text: "Seperate" },
        { messageId: "misspelled", text: "untill" },
        { messageId: "misspelled", text: "teh" },
        { messageId: "misspelled", text: "unnnoticed" },
      ],
      suggested: [
        "language has addtional words. Seperate them, untill teh boats are unnnoticed.",
        "langauge has additional words. Seperate them, untill teh boats are unnnoticed.",
        "langauge has addtional words. Separate them, untill teh boats are unnnoticed.",
        "langauge has addtional words. Seperate them, until teh boats are unnnoticed.",
        "langauge has addtional words. Seperate them, untill the boats are unnnoticed.",
        "langauge has addtional words. Seperate them, untill teh boats are unnoticed.",
      ].map((rest) => english(`The ${rest}`)),
    },
    {
      name: "titles, descriptions and headings",
      text: '---\nlang: en\ntitle: Recieve the boats\ndescription: "Where they recieve them"\n---\n## The calender\n\nThe accomodation of boats.\n',
      findings: [
        { messageId: "misspelled", text: "Recieve" },
        { messageId: "misspelled", text: "recieve" },
        { messageId: "misspelled", text: "calender" },
        { messageId: "misspelled", text: "accomodation" },
      ],
    },
    {
      name: "one word at several places once",
      text: english("They recieve the boats, and recieve them again."),
      findings: [{ messageId: "misspelled", at: "4:6-4:13", related: ["4:29-4:36"] }],
      suggested: [english("They receive the boats, and receive them again.")],
    },
    {
      name: "a slip of two pages in both",
      text: english("They recieve the boats."),
      articles: [{ path: "b.md", text: english("They recieve the boats.") }],
      findings: [
        { messageId: "misspelled", text: "recieve" },
        { messageId: "misspelled", path: "b.md", text: "recieve" },
      ],
      variants: false,
    },
  ],
});
