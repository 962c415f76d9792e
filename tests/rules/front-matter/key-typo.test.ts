import rule from "../../../rules/front-matter/key-typo.js";
import { toFrontMatterSchema } from "../../../src/config/front-matter/schema.js";
import { testRule } from "../../../src/testing/test-rule.js";

const withKey = (key: string): string => `---\n${key}: x\nid: a\n---\nBody.\n`;
const others = (key: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ path: `other-${at}.md`, text: withKey(key) }));

testRule(rule, {
  valid: [
    {
      name: "another letter case, where the engine reads any",
      text: withKey("pubdate"),
      articles: others("pubDate", 10),
      engine: "hugo",
    },
    {
      name: "another letter case with fewer than ten others",
      text: withKey("pubdate"),
      articles: others("pubDate", 9),
      engine: "astro",
    },
    {
      name: "a plural with fewer than ten others",
      text: withKey("authors"),
      articles: others("author", 9),
      engine: "gatsby",
    },
    {
      name: "a plural that the engine reads itself",
      text: withKey("categories"),
      articles: others("category", 10),
      engine: "hexo",
    },
    ...[
      "height",
      "publisher",
      "data",
      "dat",
      "subtitles",
      "top_img",
      "Title",
      "updates",
      "authored",
    ].map((key) => ({ name: `known, short or far: ${key}`, text: withKey(key) })),
    { name: "a nested key", text: "---\nextra:\n  desciption: x\n---\n" },
    { name: "the right key is there too", text: "---\ndescription: x\ndesciption: y\n---\n" },
    {
      name: "the config knows it",
      text: withKey("desciption"),
      options: { known: ["desciption"] },
    },
    { name: "the site's own", text: withKey("desciption"), articles: others("desciption", 2) },
    {
      name: "the site's own among many",
      text: withKey("desciption"),
      articles: [
        ...others("desciption", 2),
        ...others("title", 60).map(({ text }, at) => ({ path: `b-${at}.md`, text })),
      ],
    },
    { name: "in another style", text: withKey("publish-date") },
    { name: "Jekyll reads tag and tags", text: "---\ntag: a\ntags: [b]\n---\n", engine: "jekyll" },
    {
      name: "a schema that knows all keys reports the others itself",
      text: withKey("desciption"),
      settings: {
        schema: toFrontMatterSchema({ properties: { id: {} }, additionalProperties: false }),
      },
    },
    { name: "one of the twins", text: "---\ntag: a\n---\n" },
    { name: "no front matter", text: "desciption: x\n" },
  ],
  invalid: [
    {
      name: "another letter case than in the others of the folder",
      text: withKey("pubdate"),
      articles: others("pubDate", 10),
      engine: "astro",
      variants: false,
      findings: [{ messageId: "case", text: "pubdate" }],
      suggested: [withKey("pubDate")],
    },
    {
      name: "a plural that the others of the folder have in the singular",
      text: withKey("authors"),
      articles: others("author", 10),
      engine: "gatsby",
      variants: false,
      findings: [{ messageId: "number", text: "authors" }],
      suggested: [withKey("author")],
    },
    ...[
      ["desciption", "description"],
      ["descripton", "description"],
      ["catagories", "categories"],
      ["upated", "updated"],
      ["tilte", "title"],
      ["dtae", "date"],
      ["Desciption", "description"],
    ].map(([key = "", meant = ""]) => ({
      name: `${key} for ${meant}`,
      text: withKey(key),
      findings: [{ messageId: "typo", text: key, severity: "warning" as const }],
      suggested: [withKey(meant)],
    })),
    {
      name: "a typo that the schema accepts",
      text: withKey("desciption"),
      settings: { schema: toFrontMatterSchema({ required: ["id"] }) },
      findings: [{ messageId: "typo", text: "desciption" }],
    },
    {
      name: "a key of the engine",
      text: withKey("sidebar_lable"),
      engine: "docusaurus",
      findings: [{ messageId: "typo", text: "sidebar_lable" }],
    },
    {
      name: "a key of the site",
      text: withKey("our_houes"),
      articles: others("our_house", 3),
      findings: [{ messageId: "typo", text: "our_houes" }],
      suggested: [withKey("our_house")],
    },
    {
      name: "a key that twenty of many articles have",
      text: withKey("our_houes"),
      articles: [
        ...others("our_house", 20),
        ...others("title", 300).map(({ text }, at) => ({ path: `b-${at}.md`, text })),
      ],
      variants: false,
      findings: [{ messageId: "typo", text: "our_houes" }],
      suggested: [withKey("our_house")],
    },
    {
      name: "used twice only, among many (the other article has no variants)",
      variants: false,
      text: withKey("desciption"),
      articles: [
        ...others("desciption", 1),
        ...others("title", 20).map(({ text }, at) => ({ path: `b-${at}.md`, text })),
      ],
      findings: [
        { messageId: "typo", text: "desciption" },
        { messageId: "typo", text: "desciption", path: "other-0.md" },
      ],
    },
    {
      name: "JSON keeps its quotation marks",
      text: '{\n  "desciption": "x"\n}\nBody.\n',
      engine: "hugo",
      findings: [{ messageId: "typo", text: '"desciption"' }],
      suggested: ['{\n  "description": "x"\n}\nBody.\n'],
      variants: ["crlf", "bom", "cjk"],
    },
    {
      name: "both twins",
      text: "---\ncategories: [a]\ncategory: b\n---\n",
      engine: "hexo",
      findings: [{ messageId: "twin", text: "category", related: ["2:1-2:11"] }],
    },
  ],
});
