import { describe, expect, it } from "vitest";
import altDuplicate from "../../../rules/image/alt-duplicate.js";
import altPlaceholder from "../../../rules/image/alt-placeholder.js";
import { checkTexts } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(altPlaceholder, {
  valid: [
    {
      name: "components that are no pictures, or get their text from code",
      path: "a.mdx",
      text: '<Card src="/a.png" alt="image" />\n\n<Image src="/a.png" alt={image} />\n\n<Image src="/a.png" alt="A crane at dawn" />\n',
      variants: false,
    },
    {
      name: "sentences that begin like the name of a capture",
      text: "![Screencast of the port's login page](a.png) ![CleanShot's settings in 2024](b.png)\n\n![Zrzut ekranu z mapą portu](c.png)",
    },
    {
      name: "no alt, empty alt, real alt",
      text: "<img src=a.png><img src=a.png alt=''><img src=a.png alt='A crane at dawn'>",
      path: "a.html",
    },
    {
      name: "a file name, which is another rule's",
      text: "![image.png](a.png)\n\n![a_1](a_1.png)",
    },
    { name: "a template value", text: '<img src=a.png alt="{{ image }}">', path: "a.html" },
    {
      name: "a hidden image",
      text: '<img src=a.png alt="image" aria-hidden="true">',
      path: "a.html",
    },
    { name: "an instruction in a link", text: "[![Click to enlarge](a-s.jpg)](a.jpg)" },
    { name: "the text of a tutorial", text: "![Click the Save button in the toolbar](a.png)" },
    { name: "an emoji", text: "![🎉](party.png)" },
  ],
  invalid: [
    {
      name: "a component for pictures",
      path: "a.mdx",
      text: 'import { Image } from "astro:assets";\n\n<Image src="/a.png" alt="image" />\n',
      findings: [{ messageId: "placeholder", text: "image" }],
      variants: false,
    },
    {
      name: "one of the site, among words",
      path: "a.mdx",
      text: 'The port <NextImage src="/a.png" alt="Screenshot" /> and <Img src="/b.png" alt="..." />.\n',
      findings: [
        { messageId: "placeholder", text: "Screenshot" },
        { messageId: "blank", text: "..." },
      ],
      variants: false,
    },
    {
      name: "names of capture tools in other languages",
      text: "![Skärmavbild 2023-01-09 kl. 14.22.11](a.png)\n\n![Schermata 2022-11-30 alle 09.15.41](c.png)\n\n![Captura de tela de 2021-03-04 08-01-59](d.png)",
      findings: [
        { messageId: "placeholder", text: "Skärmavbild 2023-01-09 kl. 14.22.11" },
        { messageId: "placeholder", text: "Schermata 2022-11-30 alle 09.15.41" },
        { messageId: "placeholder", text: "Captura de tela de 2021-03-04 08-01-59" },
      ],
    },
    {
      name: "placeholders at the alt, whatever their letter case, width and digits",
      text: "![图片](a.png) ![ＩＭＡＧＥ 3](b.png)\n\n<img alt='alt text' src=c.png>",
      findings: [
        { messageId: "placeholder", severity: "warning", text: "图片" },
        { messageId: "placeholder", text: "ＩＭＡＧＥ 3" },
        { messageId: "placeholder", text: "alt text" },
      ],
    },
    {
      name: "an instruction on an image that is no link",
      text: '<p><img src="a.jpeg" title="点击查看大图" alt="点击查看大图"></p>',
      path: "a.html",
      findings: [{ messageId: "instruction", severity: "warning", text: "点击查看大图" }],
    },
    {
      name: "an instruction that is a placeholder even in a link",
      text: '<a href="a.jpg"><img src="a-s.jpg" alt="点击查看大图"></a>',
      path: "a.html",
      findings: [{ messageId: "placeholder", text: "点击查看大图" }],
    },
    {
      name: "nothing but spaces or quotation marks",
      text: "<img src=a.png alt=' '><img src=b.png alt='&quot;&quot;'><img src=c.png alt='“”'>",
      path: "a.html",
      findings: [
        { messageId: "blank", text: " " },
        { messageId: "blank", text: "&quot;&quot;" },
        { messageId: "blank", text: "“”" },
      ],
      suggested: [
        "<img src=a.png alt=\"\"><img src=b.png alt='&quot;&quot;'><img src=c.png alt='“”'>",
        "<img src=a.png alt=' '><img src=b.png alt=\"\"><img src=c.png alt='“”'>",
        "<img src=a.png alt=' '><img src=b.png alt='&quot;&quot;'><img src=c.png alt=\"\">",
      ],
    },
    {
      name: "the alt of areas and of input images",
      text: '<map name=m><area href="/" alt="image"></map><input type=image src=a.png alt="button image 1"><input type=image src=a.png alt="image">',
      path: "a.html",
      findings: [
        { messageId: "placeholder", at: "1:33-1:38" },
        { messageId: "placeholder", at: "1:128-1:133" },
      ],
    },
    {
      name: "words of the site's own, instead of the built-in ones",
      text: "![image](a.png) ![Agency 4](b.png)",
      options: { words: ["agency"] },
      findings: [{ messageId: "placeholder", text: "Agency 4" }],
    },
  ],
});

describe("texts that a site puts on any picture", () => {
  const ALT = "Our correspondent reports";
  const findings = (articles: number, body: (number: number) => string): readonly string[] => {
    const texts = Array.from({ length: articles }, (_, number) => ({
      path: `${number}.md`,
      text: body(number),
    }));
    const { results } = checkTexts(texts, {
      rules: [{ rule: altPlaceholder }, { rule: altDuplicate }],
    });
    return results.flatMap((result) =>
      result.findings.map(({ path, messageId }) => `${path} ${messageId}`),
    );
  };

  it("are learned from five pictures in five articles", () => {
    const body = (number: number): string => `![${ALT}](a${number}.jpg)`;
    expect(findings(5, body)).toHaveLength(5);
    expect(findings(4, body)).toEqual([]);
  });

  it("are not learned where they stand on one picture, or in few of many articles", () => {
    expect(findings(9, () => `![${ALT}](portrait.jpg)`)).toEqual([]);
    const rare = (number: number): string =>
      `![${number < 6 ? "The roadmap" : `Crane ${number}`}](a${number}.jpg)`;
    expect(findings(150, rare)).toEqual([]);
    expect(findings(110, rare)).toHaveLength(6);
  });

  it("are reported once an article, and not as duplicates of each other as well", () => {
    const body = (number: number): string => `![${ALT}](a${number}.jpg) ![${ALT}](b${number}.jpg)`;
    expect(findings(5, body)).toEqual([0, 1, 2, 3, 4].map((number) => `${number}.md learned`));
    expect(findings(1, body)).toEqual(["0.md duplicate"]);
  });
});
