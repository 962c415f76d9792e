import rule from "../../../rules/html/excerpt-mark.js";
import { testRule } from "../../../src/testing/test-rule.js";

const LONG = "The harbour is open from the first of May. ".repeat(20);
const post = (body: string, more = ""): string => `---\ntitle: A\n${more}---\n${body}\n`;
const marked = (count: number, folder: string) =>
  Array.from({ length: count }, (_, at) => ({
    path: `${folder}/2024-01-${10 + at}-x.md`,
    text: post("Tides.\n\n<!-- more -->\n\nWinds."),
  }));
const ignored = {
  config: { presets: [["classic", { blog: { onUntruncatedBlogPosts: "ignore" } }]] },
};

testRule(rule, {
  valid: [
    {
      name: "a post without a mark where too few have one",
      engine: "hexo",
      path: "source/_posts/a.md",
      text: post(LONG),
      articles: marked(19, "source/_posts"),
    },
    {
      name: "a post with an excerpt of its own",
      engine: "hexo",
      path: "source/_posts/a.md",
      text: post(LONG, "excerpt: Tides.\n"),
      articles: marked(20, "source/_posts"),
    },
    {
      name: "a short post",
      engine: "hexo",
      path: "source/_posts/a.md",
      text: post("Tides."),
      articles: marked(20, "source/_posts"),
    },
    {
      name: "an article of another folder",
      engine: "hugo",
      path: "content/docs/a.md",
      text: post(LONG, "date: 2024-01-01\n"),
      articles: marked(20, "content/posts"),
    },
    {
      name: "a draft",
      engine: "docusaurus",
      path: "blog/2024-02-01-a.md",
      text: post("Tides.", "draft: true\n"),
      articles: marked(6, "blog"),
    },
    {
      name: "two marks that both are in use",
      engine: "hugo",
      path: "content/posts/a.md",
      text: post("Tides.\n\n<!-- truncate -->\n\nWinds.", "date: 2024-01-01\n"),
      articles: marked(9, "content/posts"),
    },
    {
      name: "a config that asks the build not to tell",
      engine: "docusaurus",
      path: "blog/2024-02-01-a.md",
      text: post("Tides."),
      articles: marked(6, "blog"),
      settings: { site: ignored },
    },
  ],
  invalid: [
    {
      name: "a mark of another engine",
      engine: "docusaurus",
      path: "blog/2024-02-01-a.md",
      text: post("Tides.\n\n<!-- More -->\n\nWinds."),
      articles: marked(10, "blog").map(({ path, text }) => ({
        path,
        text: text.replace("more", "truncate"),
      })),
      findings: [{ messageId: "foreign", text: "<!-- More -->" }],
      suggested: [post("Tides.\n\n<!-- truncate -->\n\nWinds.")],
    },
    {
      name: "a post without a mark where all others have one",
      engine: "hugo",
      path: "content/posts/2024/a.md",
      text: post(LONG, "date: 2024-01-01\n"),
      articles: marked(20, "content/posts/2023"),
      findings: [{ messageId: "lacking", severity: "info", at: "5:1-5:1" }],
      variants: false,
    },
    {
      name: "a post that the build warns of",
      engine: "docusaurus",
      path: "blog/2024-02-01-a.md",
      text: post("Tides."),
      articles: marked(5, "blog"),
      findings: [{ messageId: "judged", at: "4:1-4:1" }],
    },
  ],
});
