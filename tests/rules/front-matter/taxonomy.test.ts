import rule from "../../../rules/front-matter/taxonomy.js";
import { testRule } from "../../../src/testing/test-rule.js";

const tagged = (tags: string): string => `---\ntitle: A\ntags: ${tags}\n---\nBody.\n`;
const founding = "---\ncategories: \n - 新媒体\n - 观察者网\n - 头条\nauthor: 观察者网\n---\n";

testRule(rule, {
  valid: [
    {
      name: "four letters that are a word, or one off what few articles have",
      text: tagged("[Text, Teck]"),
      articles: Array.from({ length: 40 }, (_, at) => ({
        path: `b${at}.md`,
        text: tagged(at < 39 ? "[Test, boats]" : "[Test, Tech]"),
      })),
    },
    {
      name: "commas of full width in a quoted name",
      text: '---\ntags: ["你好，世界"]\n---\n',
    },
    {
      name: "other words that two others have, one a letter longer or with letters swapped",
      text: tagged("[Formalisation, Trial, Cloudless]"),
      articles: ["b", "c"].map((name) => ({
        path: `${name}.md`,
        text: tagged("[Formalization, Trail, Cloudlessly]"),
      })),
    },
    {
      name: "another word, another number and a rare name",
      text: tagged("[sailor, release-2, harbor]"),
      articles: ["b", "c", "d", "e", "f", "g"].map((name) => ({
        path: `${name}.md`,
        text: tagged("[tailor, release-1, quay]"),
      })),
    },
    { name: "different names", text: tagged("[a, b, 'C#', C++]") },
    { name: "words that look like plurals", text: tagged("[new, news, CS, CSS, bus, busses]") },
    { name: "a name as tag and as category", text: "---\ntags: [News]\ncategories: [News]\n---\n" },
    { name: "a bracket that is never closed", text: tagged("[boats, sails") },
    { name: "a number sign that begins a comment", text: tagged("[boats, #sails]") },
    { name: "a quotation mark that is never closed", text: tagged('"boats, sails') },
    { name: "no list, no comma", text: tagged("news and talks") },
    {
      name: "a comma in a long name",
      text: tagged("what they said, what they meant and what became of all of it"),
    },
    { name: "no tags at all", text: "---\ntags:\n---\n" },
    { name: "a template value", text: tagged('["{{ a }}", "{{ a }}"]') },
    { name: "a flat list and an author in Hexo, unless asked for", text: founding, engine: "hexo" },
    {
      name: "common parents of Hexo's lists",
      text: "---\ncategories:\n  - [A, B]\n  - [A, C]\n---\n",
      engine: "hexo",
    },
    {
      name: "the same spelling elsewhere",
      text: tagged("[a]"),
      articles: [{ path: "b.md", text: tagged("[a]") }],
    },
    {
      name: "another spelling in another language's edition",
      path: "en/a.md",
      text: tagged("[Blog]"),
      articles: [{ path: "fr/b.md", text: tagged("[blog]") }],
    },
  ],
  invalid: [
    {
      name: "a misspelt English word, which one other article has right",
      text: tagged("[Performence]"),
      articles: [{ path: "b.md", text: tagged("[Performance]") }],
      variants: false,
      findings: [{ messageId: "misspelt", text: "Performence" }],
      suggested: [tagged("[Performance]")],
    },
    {
      name: "four letters that are no word, one off what most articles have",
      text: tagged("[Teck]"),
      articles: Array.from({ length: 40 }, (_, at) => ({
        path: `b${at}.md`,
        text: tagged("[Tech]"),
      })),
      variants: false,
      findings: [{ messageId: "misspelt", text: "Teck" }],
      suggested: [tagged("[Tech]")],
    },
    {
      name: "a joining word of Chinese that five others do not have",
      text: tagged("[思考与感悟]"),
      articles: ["b", "c", "d", "e", "f"].map((name) => ({
        path: `${name}.md`,
        text: tagged("[思考感悟]"),
      })),
      variants: false,
      findings: [{ messageId: "misspelt", text: "思考与感悟" }],
      suggested: [tagged("[思考感悟]")],
    },
    {
      name: "commas of full width in a list",
      text: "---\ntags: [a，b, c]\ncategories:\n  - d、e\n---\n",
      findings: [
        { messageId: "commaItem", text: "a，b" },
        { messageId: "commaItem", text: "d、e" },
      ],
      suggested: ["---\ntags: [a, b, c]\ncategories:\n  - d、e\n---\n"],
      variants: ["crlf"],
    },
    {
      name: "a name twice",
      text: tagged("\n  - a\n  - b\n  - a"),
      findings: [
        { messageId: "repeated", at: "6:5-6:6", related: ["4:5-4:6"], severity: "warning" },
      ],
      fixed: tagged("\n  - a\n  - b"),
    },
    ...[
      ["JavaScript", "Javascript"],
      ["ＡＩ", "AI"],
      ["web page", "web-page"],
      ["tag", "tags"],
      ["網站", "网站"],
    ].map(([first = "", second = ""]) => ({
      name: `${first} and ${second}`,
      text: tagged(`[${first}, ${second}]`),
      findings: [{ messageId: "twin", text: second }],
    })),
    {
      name: "the rarer spelling of the site, at the place of the name",
      text: tagged("['Javascript']"),
      articles: [
        { path: "b.md", text: tagged("[JavaScript]") },
        { path: "c.md", text: tagged("[JavaScript]") },
      ],
      findings: [{ messageId: "twinElsewhere", text: "Javascript", related: ["b.md 3:8-3:18"] }],
      suggested: [tagged("['JavaScript']")],
    },
    {
      name: "slips of the hand in names that two others have",
      text: tagged("[Serach, Perfomance]"),
      articles: ["b", "c"].map((name) => ({
        path: `${name}.md`,
        text: tagged("[Search, Performance]"),
      })),
      findings: [
        { messageId: "misspelt", text: "Serach" },
        { messageId: "misspelt", text: "Perfomance" },
      ],
      suggested: [tagged("[Search, Perfomance]"), tagged("[Serach, Performance]")],
    },
    {
      name: "letters that changed places in a name that others have",
      text: tagged("[hrabour]"),
      articles: ["b", "c", "d", "e", "f", "g"].map((name) => ({
        path: `${name}.md`,
        text: tagged("[harbour]"),
      })),
      findings: [{ messageId: "misspelt", text: "hrabour" }],
      suggested: [tagged("[harbour]")],
    },
    {
      name: "a text for a list",
      text: tagged("news, talks"),
      findings: [{ messageId: "commaList", text: "news, talks" }],
      suggested: [tagged("['news', 'talks']")],
    },
    {
      name: "an empty item",
      text: tagged("\n  - a\n  -\n  - b"),
      findings: [{ messageId: "emptyItem", at: "5:4-5:4" }],
      suggested: [tagged("\n  - a\n  - b")],
    },
    {
      name: "too many, and others than allowed",
      text: tagged("[Talk, Tslk]"),
      options: { max: 1, allowed: ["Talk"] },
      findings: [
        { messageId: "tooMany", text: "tags" },
        { messageId: "notAllowed", text: "Tslk" },
      ],
      suggested: [tagged("[Talk, Talk]")],
    },
    {
      name: "author and hierarchy, if the options ask for it",
      text: founding,
      engine: "hexo",
      options: { authorAsCategory: false, flatHierarchy: false },
      findings: [
        { messageId: "hierarchy", text: "categories" },
        { messageId: "author", at: "4:4-4:8", related: ["6:9-6:13"] },
      ],
    },
  ],
});
