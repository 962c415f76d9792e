import { describe } from "vitest";
import rule from "../../../rules/seo/description.js";
import { testRule } from "../../../src/testing/test-rule.js";

const hexo = { engine: "hexo", path: "source/_posts/a.md" } as const;
const eleventy = { engine: "eleventy", path: "posts/a.md" } as const;
const fine = "The delegations met for five hours at the border of the two countries.";

describe("seo/description", () => {
  testRule(rule, {
    valid: [
      {
        name: "a good description",
        text: `---\ntitle: a\ndescription: ${fine}\n---\nText.\n`,
        ...hexo,
      },
      {
        name: "any field that serves as a teaser, however long",
        text: `---\ntitle: a\nabstract: ${fine} ${fine} ${fine}\n---\nText.\n`,
        ...eleventy,
      },
      {
        name: "a description inside seo",
        text: `---\ntitle: a\nseo:\n  description: ${fine}\n---\nText.\n`,
        ...eleventy,
      },
      {
        name: "an excerpt mark under Hexo",
        text: "---\ntitle: a\n---\nFirst.\n\n<!-- more -->\n\nThen.\n",
        ...hexo,
      },
      {
        name: "engines that take the first words",
        text: "---\ntitle: a\n---\nFirst.\n",
        engine: "hugo",
        path: "content/posts/a.md",
      },
      {
        name: "a page that is not a post",
        text: "---\ntitle: About\n---\nText.\n",
        engine: "hexo",
        path: "source/about/index.md",
      },
      { name: "no front matter", text: "Text.\n", ...hexo, variants: ["crlf", "bom", "cjk"] },
      {
        name: "drafts and redirects",
        text: "---\ntitle: a\npublished: false\n---\nText.\n",
        ...hexo,
      },
      { name: "redirects", text: "---\nredirect_to: /b/\n---\nText.\n", ...eleventy },
      { name: "an article without a body", text: "---\ntitle: a\n---\n", ...eleventy },
      {
        name: "a template value",
        text: "---\ntitle: a\ndescription: '{{ x }}'\n---\nText.\n",
        ...eleventy,
      },
      {
        name: "eighty CJK characters",
        text: `---\ntitle: a\ndescription: ${"谈".repeat(80)}\n---\nText.\n`,
        ...hexo,
      },
      {
        name: "front matter that cannot be read",
        text: '---\ntitle: "a\nb: c\n---\nText.\n',
        variants: false,
        ...hexo,
      },
    ],
    invalid: [
      {
        name: "nothing at all under Hexo, with words to propose",
        text: "---\ntitle: '会谈'\n---\n\n<p>当地时间2月28日，俄罗斯与乌克兰在白俄罗斯举行首轮谈判。双方的会谈持续了大约5个小时。</p>\n",
        variants: ["crlf", "bom", "front-matter"],
        ...hexo,
        findings: [
          { messageId: "missingWithExcerpt", at: "1:1-1:4", text: "---", severity: "info" },
        ],
        suggested: [
          "---\ntitle: '会谈'\ndescription: '当地时间2月28日，俄罗斯与乌克兰在白俄罗斯举行首轮谈判。双方的会谈持续了大约5个小时。'\n---\n\n<p>当地时间2月28日，俄罗斯与乌克兰在白俄罗斯举行首轮谈判。双方的会谈持续了大约5个小时。</p>\n",
        ],
      },
      {
        name: "an empty description",
        text: "---\ntitle: a\ndescription:\n---\nText.\n",
        ...eleventy,
        findings: [{ messageId: "missing", text: "description" }],
      },
      {
        name: "a dated file without a site",
        text: "---\ntitle: a\n---\nText.\n",
        path: "2022-03-01-a.md",
        findings: [{ messageId: "missing", at: "1:1-1:4" }],
      },
      {
        name: "an engine that takes the first words, asked for all the same",
        text: "---\ntitle: a\n---\nText.\n",
        engine: "jekyll",
        path: "_posts/2022-03-01-a.md",
        options: { always: true },
        findings: [{ messageId: "missing", at: "1:1-1:4" }],
      },
      {
        name: "too short and too long by weight",
        text: `---\ntitle: a\ndescription: "${"谈".repeat(81)}"\n---\nText.\n`,
        ...hexo,
        findings: [{ messageId: "long", text: "谈".repeat(81), severity: "info" }],
      },
      {
        name: "the title again, but for a full stop and width",
        text: "---\ntitle: Talks go on!\ndescription: 'ＴALKS go on.'\n---\nText.\n",
        ...eleventy,
        findings: [{ messageId: "title", text: "ＴALKS go on.", severity: "warning" }],
      },
      {
        name: "markup",
        text: `---\ntitle: a\ndescription: ${fine} <br> Really.\n---\nText.\n`,
        ...eleventy,
        findings: [{ messageId: "markup", text: `${fine} <br> Really.` }],
      },
    ],
  });
});
