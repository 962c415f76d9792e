import captionMarkup from "../../../rules/image/caption-markup.js";
import { testRule } from "../../../src/testing/test-rule.js";

const image = '<p><img src="a.png"></p>\n';

testRule(captionMarkup, {
  valid: [
    {
      name: "a figure",
      text: "<figure><img src=a.png><figcaption>Dawn</figcaption></figure>\n<p align=center>More</p>",
      path: "a.html",
    },
    { name: "ordinary prose behind an image", text: "![](a.png)\n\nThe market opens at six." },
    {
      name: "an image with text in its block",
      text: "<p>See <img src=a.png></p>\n<p align=center>Dawn over the sea</p>",
      path: "a.html",
    },
    {
      name: "a bare image with text before it",
      text: "<div>See <img src=a.png><p align=center>Dawn over the sea</p></div>",
      path: "a.html",
    },
    {
      name: "a long centred paragraph",
      text: `${image}<p align=center>${"长".repeat(31)}</p>`,
      path: "a.html",
    },
    {
      name: "bold blocks, buttons, lead-ins and rulers",
      text: `${image}<p align=center><b>The night</b></p>\n${image}<p align=center><a href=/>Open</a></p>\n${image}<p align=center>As follows:</p>\n${image}<p align=center>***</p>\n${image}<p align=center>01</p>`,
      path: "a.html",
    },
    {
      name: "a centred heading, a list, a block with an image of its own",
      text: `${image}<h3 align=center>Night</h3>\n${image}<div align=center><ul><li>One</li></ul></div>\n${image}<p align=center><img src=b.png> Dawn</p>`,
      path: "a.html",
    },
    {
      name: "centred lines about the article: its length, author and end",
      text: `${image}<p align=center>本文 3861 字 阅读 11 分钟</p>\n${image}<p align=center>4 min read</p>\n${image}<p align=center>— END —</p>\n${image}<p align=center>文｜张三</p>`,
      path: "a.html",
    },
    {
      name: "text directly behind the block",
      text: "<div><p><img src=a.png></p>loose text<p align=center>Dawn</p></div>",
      path: "a.html",
    },
    {
      name: "an icon",
      text: "<p><img src=a.png width=16></p><p align=center>Dawn over the sea</p>",
      path: "a.html",
    },
    {
      name: "a figure's number as the subject of a sentence",
      text: "![](a.png)\n\nFigure 1 shows the harbour.\n\n![](b.png)\n\n图1展示了港口。",
    },
    {
      name: "grey or small only in part",
      text: `${image}<p>Dawn <span style="color:#666">over</span> the <small>sea</small></p>`,
      path: "a.html",
    },
    {
      name: "coloured text",
      text: `${image}<p><span style="color:#c00">Dawn over the sea</span></p><p><span style="color:#000">x</span></p>`,
      path: "a.html",
    },
    {
      name: "an image in a component of MDX, with a centred block elsewhere",
      path: "a.mdx",
      text: '<p align="center">Dawn over the sea</p>\n\n<Card>\n\n![](a.png)\n\n</Card>',
    },
    { name: "inside code", text: "```html\n<p><img src=a.png></p>\n<p align=center>Dawn</p>\n```" },
  ],
  invalid: [
    {
      name: "a centred grey line, with attributes kept",
      text: '<p style="text-align:center;">\n<img src="a.png"> \n</p>\n<P style="text-align:center;">\n<span style="color:#666666;">波多利亚克 图自乌通社</span> \n</P>\n',
      path: "a.html",
      findings: [{ messageId: "loose", severity: "warning", at: "1:1-6:5" }],
      fixed:
        '<figure style="text-align:center;">\n<img src="a.png"> \n\n<figcaption style="text-align:center;">\n<span style="color:#666666;">波多利亚克 图自乌通社</span> \n</figcaption>\n</figure>\n',
    },
    {
      name: "the other looks: align, center, small, em, sizes, classes, opening words",
      text: [
        '<div><a href=a><img src="a.png"></a></div><center>Dawn over the sea</center>',
        "<div><img src=a.png></div><div><small>Dawn over the sea</small></div>",
        "<div><img src=a.png></div><div><span style='font-size: 12px'>Dawn over the sea</span></div>",
        "<div><img src=a.png></div><div><font color=gray size=2>Dawn over the sea</font></div>",
        "<div><img src=a.png></div><div class='image-caption'>Dawn over the sea</div>",
        "<div><img src=a.png></div><div>▲ 清晨的港口</div>",
        "<div><img src=a.png></div><div>图：清晨的港口</div>",
        "<div><img src=a.png></div><div>Photo: Jane Doe</div>",
        "<div><img src=a.png></div><div>Figure 1. The harbour</div>",
        "<div><img src=a.png></div><div><b>图 1：清晨的港口</b></div>",
      ].join("\n<hr>\n"),
      path: "a.html",
      findings: Array.from({ length: 10 }, (_, index) => ({
        messageId: "loose",
        at: `${index * 2 + 1}:1-${index * 2 + 1}:${[77, 70, 92, 86, 77, 45, 45, 53, 59, 54][index]}`,
      })),
    },
    {
      name: "a bare image between blocks",
      text: "<div>\n<p>Text</p>\n<img src=a.png>\n<p align=center>Dawn over the sea</p>\n</div>",
      path: "a.html",
      findings: [{ messageId: "loose", at: "3:1-4:38" }],
    },
    {
      name: "Markdown: a paragraph in italics",
      text: "![](a.png)\n\n*Dawn over the sea*\n\nText",
      findings: [{ messageId: "loose", at: "1:1-3:20" }],
      suggested: [
        "<figure>\n\n![](a.png)\n\n<figcaption>\n\n*Dawn over the sea*\n\n</figcaption>\n</figure>\n\nText",
      ],
    },
    {
      name: "a longer caption where the option allows it",
      text: `![](a.png)\n\n*${"长".repeat(31)}*`,
      options: { maxWeight: 80 },
      findings: [{ messageId: "loose", at: "1:1-3:34" }],
    },
  ],
});
