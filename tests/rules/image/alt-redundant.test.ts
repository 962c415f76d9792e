import altRedundant from "../../../rules/image/alt-redundant.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(altRedundant, {
  valid: [
    { name: "a title that says more", text: '![A crane](a.png "Taken at dawn")' },
    {
      name: "an empty alt with an empty title",
      text: '<img src=a.png alt="" title="">',
      path: "a.html",
    },
    {
      name: "a template value",
      text: '<img src=a.png alt="{{ a }}" title="{{ a }}">',
      path: "a.html",
    },
    {
      name: "an alt that shares words with its caption",
      text: "<figure><img src=a.png alt='Dawn in fog'><figcaption>Dawn</figcaption></figure>",
      path: "a.html",
    },
    {
      name: "a placeholder that is its own caption: that is reported already",
      text: "<figure><img src=a.png alt=image><figcaption>Image</figcaption></figure>",
      path: "a.html",
    },
    { name: "a word that only begins like a prefix", text: "![Imagery of cranes](a.png)" },
    { name: "75 wide characters", text: `![${"长".repeat(75)}](a.png)` },
  ],
  invalid: [
    {
      name: "a title that repeats a placeholder, too",
      text: '<img src="a.jpeg" title="点击查看大图" alt="点击查看大图" width="600">',
      path: "a.html",
      findings: [{ messageId: "title", severity: "warning", text: 'title="点击查看大图"' }],
      fixed: '<img src="a.jpeg" alt="点击查看大图" width="600">',
    },
    {
      name: "a Markdown title, in any quotation marks",
      text: "![A  crane](a.png 'A crane') ![Dawn](b.png (Dawn)) ![Noon][n]\n\n[n]: n.png \"Noon\"",
      findings: [
        { messageId: "title", text: "A crane" },
        { messageId: "title", at: "1:45-1:49" },
        { messageId: "title", at: "3:13-3:17" },
      ],
      fixed: "![A  crane](a.png) ![Dawn](b.png) ![Noon][n]\n\n[n]: n.png",
    },
    {
      name: "captions, real and fake",
      text: "<figure><a href=b.png><img src=a.png alt='Dawn in fog.'></a><figcaption>Dawn in\nfog.</figcaption></figure>\n<p><img src=c.png alt=Noon></p><p align=center>Noon</p>",
      path: "a.html",
      findings: [
        { messageId: "caption", text: "Dawn in fog.", related: ["1:61-2:18"] },
        { messageId: "caption", text: "Noon", related: ["3:32-3:56"] },
      ],
    },
    {
      name: "the text of the link, and the headline",
      text: "---\ntitle: A harbour wakes\n---\n[![All boats](a.png) All boats](/b)\n\n![A harbour wakes](b.png)",
      findings: [
        { messageId: "link", text: "All boats", severity: "warning" },
        { messageId: "headline", text: "A harbour wakes", severity: "info", related: ["2:8-2:23"] },
      ],
    },
    {
      name: "a prefix under a title that is a map",
      text: "---\ntitle:\n  Boats: all of them\n---\n![Image of boats](b.png)\n",
      findings: [{ messageId: "prefix", text: "Image of boats" }],
    },
    {
      name: "prefixes and length, with CJK characters counting 2",
      text: `![图为谈判现场](a.png)\n\n![${"长".repeat(76)}](b.png)`,
      findings: [
        { messageId: "prefix", severity: "info", text: "图为谈判现场" },
        { messageId: "long", severity: "info", at: "3:3-3:79" },
      ],
    },
  ],
});
