import rule from "../../../rules/typography/dash-ellipsis.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "the marks of Chinese",
      text: "会谈还在继续……双方决定——如果可能——再次会面，列奥尼德·斯卢茨基说。\n",
    },
    {
      name: "English dots and dashes",
      text: "The talks go on... and on -- or on — as it is — for now.\n",
    },
    {
      name: "Japanese dots and dashes",
      text: "これは本です...そして—それは・ペンです。\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    { name: "options of programs", text: "运行时加上 --watch 或 --no-color 参数即可。\n" },
    { name: "dots after a Latin word or code", text: "调用 foo... 或`bar`...即可。\n" },
    {
      name: "code, addresses and template tags",
      text: '运行`甲--乙...`，见https://example.com/a--b...c，{{ "甲--乙" }}。\n',
    },
    {
      name: "front matter and attributes",
      text: '---\ntitle: 甲...乙--丙\n---\n<img src="a.png" alt="甲...乙">\n',
    },
    {
      name: "hyphens in rules and ranges",
      text: "甲\n\n---\n\n时间：14:00-17:00，2021-05-19，第1-2页，电话010-1234。\n",
    },
    { name: "a heading made by underlining", text: "会谈\n--\n\n结束了。\n" },
    {
      name: "letters x that multiply nothing",
      text: "At 0x40, 2x, x86, 3x, v1.2x3 and icon-16x16.png or 16x16.png and axb.\n",
    },
    { name: "a middle dot between words that are no name", text: "三.绪论与方法，见第二.三节。\n" },
    { name: "ranges, unless asked for", text: "The war of 1914-1918 and pages 12-40.\n" },
    {
      name: "dates and numbers that are no ranges",
      text: "On 2022-03 and 555-1234, 2016-06-31, 10-5, 1-2-3.\n",
      options: { ranges: true },
    },
  ],
  invalid: [
    {
      name: "ellipses, in one finding",
      text: "<p>会谈还没有结束...他说。。。等等…好吧......</p>",
      path: "a.html",
      findings: [
        {
          messageId: "ellipsis",
          text: "...",
          severity: "info",
          related: ["1:16-1:19", "1:21-1:22", "1:24-1:30"],
        },
      ],
      fixed: "<p>会谈还没有结束……他说……等等……好吧……</p>",
    },
    {
      name: "dashes with the spaces beside them",
      text: "双方决定 — 如果可能 --再次会面。WebVTT —它们，国密---很远。\n",
      findings: [
        { messageId: "dash", text: "—", related: ["1:13-1:15", "1:27-1:28", "1:33-1:36"] },
      ],
      fixed: "双方决定——如果可能——再次会面。WebVTT——它们，国密——很远。\n",
    },
    {
      name: "a dash before the name of who is quoted",
      text: "“会谈结束了。”\n\n-- 黄挺\n",
      findings: [{ messageId: "dash", at: "3:1-3:3" }],
      fixed: "“会谈结束了。”\n\n——黄挺\n",
    },
    {
      name: "interpuncts",
      text: "列奥尼德•斯卢茨基、弗拉基米尔・普京和列夫.托尔斯泰。\n",
      findings: [{ messageId: "interpunct", text: "•", related: ["1:16-1:17", "1:22-1:23"] }],
      fixed: "列奥尼德·斯卢茨基、弗拉基米尔·普京和列夫·托尔斯泰。\n",
    },
    {
      name: "multiplication signs",
      text: "It is 970x374, 600 x 343, 2x3X4 and 1.5x2.\n",
      findings: [
        {
          messageId: "times",
          text: "x",
          related: ["1:20-1:21", "1:28-1:29", "1:30-1:31", "1:40-1:41"],
        },
      ],
      fixed: "It is 970×374, 600 × 343, 2×3×4 and 1.5×2.\n",
    },
    {
      name: "ranges when asked for",
      text: "The war of 1914-1918 and pages 12-40.\n\n第12-40页，共3页。\n",
      options: { ranges: true },
      findings: [{ messageId: "range", text: "1914-1918", related: ["1:32-1:37", "3:2-3:7"] }],
      fixed: "The war of 1914–1918 and pages 12–40.\n\n第12～40页，共3页。\n",
    },
    {
      name: "Japanese when asked for",
      text: "これは本です...そしてそれは—ペンです。\n",
      options: { lang: ["ja"] },
      findings: [
        { messageId: "ellipsis", text: "..." },
        { messageId: "dash", text: "—" },
      ],
      fixed: "これは本です……そしてそれは——ペンです。\n",
      variants: ["crlf", "bom", "front-matter"],
    },
  ],
});
