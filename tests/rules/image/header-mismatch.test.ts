import { describe, expect, it } from "vitest";
import headerMismatch from "../../../rules/image/header-mismatch.js";
import { checkTexts, type TestArticle } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const A = "https://img.example/a.jpg";
const B = "https://img.example/b.jpg";

/** Text around an article changes what it opens with. */
const opening = { variants: ["crlf", "bom", "front-matter"] } as const;

testRule(headerMismatch, {
  valid: [
    {
      name: "the same picture as another rendition",
      text: `---\nheadimg: '${A}'\n---\n![](http://www.img.example/a-300x200.jpg?v=1)`,
    },
    {
      name: "a proxy's address of the same picture",
      text: `---\nheadimg: 'https://proxy.example/?http://img.example/a.jpg'\n---\n![](${A})`,
    },
    {
      name: "a body that opens with text, an embedded video or a template tag",
      text: `---\ncover: ${A}\n---\nText ![](${B})`,
      articles: [
        { path: "b.md", text: `---\ncover: ${A}\n---\n<iframe src=x></iframe>\n\n![](${B})` },
        { path: "c.md", text: `---\ncover: ${A}\n---\n{% include lead.html %}\n\n![](${B})` },
      ],
    },
    {
      name: "a component of MDX before the image",
      path: "a.mdx",
      text: `---\ncover: ${A}\n---\nimport Hero from './hero'\n\n<Hero />\n\n![](${B})`,
    },
    { name: "a body without images", text: `---\ncover: ${A}\n---\nText` },
    {
      name: "a thumbnail and a card that differ by design",
      text: `---\nthumbnail: ${A}\nog_image: ${A}\n---\n![](${B})`,
    },
    {
      name: "a general field beside a header field is a card",
      text: `---\ncover: ${B}\nimage: ${A}\n---\n![](${B})`,
    },
    {
      name: "a cover for lists beside the image above the article",
      text: `---\ntop_img: ${B}\ncover: ${A}\n---\n![](${B})`,
    },
    {
      name: "the card of Docusaurus",
      text: `---\nimage: ${A}\n---\n![](${B})`,
      engine: "docusaurus",
    },
    {
      name: "template values on either side",
      text: "---\ncover: '{{ a }}/a.jpg'\n---\n![](b.jpg)",
      articles: [{ path: "b.md", text: `---\ncover: ${A}\n---\n![]({{ b }}/b.jpg)` }],
    },
    {
      name: "a local file and an address of the same name",
      text: "---\ncover: /img/a.jpg\n---\n![](https://cdn.example/x/a.jpg)",
    },
    {
      name: "local files of the same content",
      text: "---\ncover: /a.jpg\n---\n![](b.jpg)",
      files: [
        { path: "a.jpg", hash: "1" },
        { path: "b.jpg", hash: "1" },
      ],
    },
    {
      name: "a bundle's cover with the theme's leading slash",
      text: "---\ncover: /cover.jpg\n---\n![](cover.jpg)",
      path: "content/a/index.md",
      engine: "hugo",
      files: ["content/a/cover.jpg"],
    },
    {
      name: "an icon before the text",
      text: `---\ncover: ${A}\n---\n<img src=${B} width=20> Text`,
    },
    {
      name: "a lazy lead image by its real address",
      text: `---\ncover: ${A}\n---\n<img src=wait.gif data-original=${A}>`,
    },
    {
      name: "values that are no address",
      text: "---\ncover: png\nhero: false\nimage:\n---\n![](b.jpg)",
    },
    {
      name: "any relation",
      text: `---\ncover: ${A}\n---\n![](${B})`,
      options: { relation: "any" },
    },
  ],
  invalid: [
    {
      name: "another lead image: both places, quoted value and all (without text before the image, which would be the lead)",
      text: `---\nheadimg: '${A}'\nthumbnail: '${B}'\n---\n\n<div>\n<img src="${B}">\n<p>Text</p>\n</div>`,
      path: "a.html",
      engine: "hexo",
      ...opening,
      findings: [{ messageId: "lead", severity: "warning", text: A, related: ["7:11-7:36"] }],
      suggested: [
        `---\nheadimg: '${B}'\nthumbnail: '${B}'\n---\n\n<div>\n<img src="${B}">\n<p>Text</p>\n</div>`,
      ],
    },
    {
      name: "local files of different content (without text before the image)",
      text: "---\ncover: /a.jpg\n---\n![](b.jpg)",
      ...opening,
      files: [
        { path: "a.jpg", hash: "1" },
        { path: "b.jpg", hash: "2" },
      ],
      findings: [{ messageId: "lead", text: "/a.jpg" }],
    },
    {
      name: "two header fields, dotted ones too",
      text: `---\nheadimg: ${A}\ncover:\n  image: ${B}\n---\nText`,
      findings: [{ messageId: "fields", severity: "warning", text: A, related: ["4:10-4:35"] }],
      suggested: [`---\nheadimg: ${A}\ncover:\n  image: ${A}\n---\nText`],
    },
    {
      name: "a stand-in in any field, whatever the relation",
      text: `---\nheadimg: 'https://picsum.photos/400/300?random=81'\nthumbnail: 'https://picsum.photos/400/300?random=82'\n---\nText ![](${A})`,
      options: { relation: "any" },
      findings: [
        {
          messageId: "standIn",
          severity: "warning",
          text: "https://picsum.photos/400/300?random=81",
          related: ["3:13-3:52"],
        },
      ],
    },
    {
      name: "a demanded relation",
      text: `---\ncover: ${A}\n---\nText`,
      options: { relation: "in-body" },
      findings: [{ messageId: "notInBody", text: A }],
    },
    {
      name: "a forbidden copy",
      text: `---\ncover: ${A}\n---\nText ![](${B}) ![](${A}?w=300)`,
      options: { relation: "not-in-body" },
      findings: [{ messageId: "inBody", text: A, related: ["4:41-4:72"] }],
    },
    {
      name: "a field of the site's own",
      text: `---\npic: ${A}\n---\nText`,
      options: { relation: "in-body", fields: { hero: ["pic"] } },
      findings: [{ messageId: "notInBody", text: A }],
    },
  ],
});

/** A site of `following` articles as `custom` makes them and one article that is `odd`. */
function findingsOn(
  following: number,
  custom: (index: number) => string,
  odd: string,
): readonly string[] {
  const articles: TestArticle[] = [{ path: "odd.md", text: odd }];
  for (let index = 0; index < following; index++) {
    articles.push({ path: `${index}.md`, text: custom(index) });
  }
  const { results } = checkTexts(articles, { rules: [{ rule: headerMismatch }] });
  return results.flatMap(({ findings }) =>
    findings.map(({ path, messageId, why }) =>
      `${path} ${messageId} ${/\bin \d.*$/.exec(why)?.[0] ?? ""}`.trim(),
    ),
  );
}

describe("the practice of a site", () => {
  const twice = (index: number): string =>
    `---\ncover: https://img.example/${index}.jpg\n---\nText ![](https://img.example/${index}.jpg)`;
  const apart = (index: number): string =>
    `---\ncover: https://img.example/${index}.jpg\n---\n![](https://img.example/body-${index}.jpg)`;

  it("is learned from 20 articles of which 90% follow it, with the numbers in the why", () => {
    expect(findingsOn(24, twice, `---\ncover: ${A}\n---\nText ![](${B})`)).toEqual([
      "odd.md notInBody in 24 of 25 articles of this site, the header image is also in the body.",
    ]);
    expect(findingsOn(24, apart, `---\ncover: ${A}\n---\nText ![](${A})`)).toEqual([
      "odd.md inBody in 24 of 25 articles of this site, the header image is not in the body.",
    ]);
  });

  it("makes a header image apart from the body right where all articles have one", () => {
    expect(findingsOn(24, apart, `---\ncover: ${A}\n---\n![](${B})`)).toEqual([]);
  });

  it("lets the cover of a series stand in the body, but not head another article's lead image", () => {
    const weekly = (index: number): string =>
      index < 1 ? `---\ncover: ${A}\n---\nText ![](https://img.example/x.jpg)` : apart(index);
    expect(findingsOn(24, weekly, `---\ncover: ${A}\n---\nText ![](${A})`)).toEqual([]);
    expect(findingsOn(1, weekly, `---\ncover: ${A}\n---\n![](${B})`)).toEqual(["odd.md lead"]);
  });

  it("is not learned from fewer articles", () => {
    expect(findingsOn(18, twice, `---\ncover: ${A}\n---\nText ![](${B})`)).toEqual([]);
  });

  it("does not bind an article without pictures, and stand-ins teach nothing", () => {
    expect(findingsOn(24, twice, `---\ncover: ${A}\n---\nText`)).toEqual([]);
    const standIn = (): string => "---\ncover: https://picsum.photos/1\n---\nText ![](a.jpg)";
    const found = findingsOn(24, standIn, `---\ncover: ${A}\n---\nText ![](${A})`);
    expect(found.filter((line) => line.startsWith("odd"))).toEqual([]);
  });
});
