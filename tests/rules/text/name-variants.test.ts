import rule from "../../../rules/text/name-variants.js";
import { testRule } from "../../../src/testing/test-rule.js";

const TWICE = "总统泽连斯基表示，谈判困难。\n\n总统泽连斯基说，没有进展。\n\n";

testRule(rule, {
  valid: [
    { name: "one spelling", text: `${TWICE}总统泽连斯基透露，还会再谈。\n` },
    {
      name: "another person in the same sentence",
      text: `${TWICE}总统泽连斯基说，总统泽伦斯基透露，还会再谈。\n`,
    },
    {
      name: "a listed name",
      text: `${TWICE}总统泽伦斯基透露，还会再谈。\n`,
      options: { names: ["泽伦斯基"] },
    },
    { name: "too few places", text: `${TWICE}总统泽伦斯基透露，还会再谈。\n`, options: { min: 3 } },
    {
      name: "a name in code",
      text: `${TWICE}\`总统泽伦斯基表示\`\n\n\`\`\`\n总统泽伦斯基表示\n\`\`\`\n`,
    },
  ],
  invalid: [
    {
      name: "a variant, with the places of the usual spelling",
      text: `${TWICE}总统泽伦斯基透露，还会再谈。\n`,
      findings: [
        {
          messageId: "variant",
          at: "5:3-5:7",
          text: "泽伦斯基",
          severity: "warning",
          related: ["1:3-1:7", "3:3-3:7"],
        },
      ],
    },
    {
      name: "a variant that stands first, and again",
      text: `总统泽伦斯基透露，还会再谈。\n\n${TWICE}泽连斯基走了。\n\n泽伦斯基也走了。\n`,
      findings: [
        {
          messageId: "variant",
          at: "1:3-1:7",
          related: ["3:3-3:7", "5:3-5:7", "7:1-7:5", "9:1-9:5"],
        },
      ],
    },
    {
      name: "a full name around inline markup",
      path: "a.html",
      text: "<p>代表团团长梅津斯基表示，很快举行。</p><p>代表团团长弗拉基米尔·<b>梅金斯基</b>将递交报告。</p><p>代表团团长梅津斯基说。</p>",
      findings: [{ messageId: "variant", text: "弗拉基米尔·<b>梅金斯基" }],
    },
  ],
});
