import rule from "../../../rules/heading/marks.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "tags, and paragraphs that begin with a wide space",
      text: "＃港口 甲\n\n　甲板上的人。\n",
    },
    {
      name: "questions and short lines above hyphens",
      text: "Boats leave at four.\n---\n\nWho says that the boats leave the harbour at four and come back at noon?\n---\n",
    },
    { name: "signs in code and HTML", text: "`##　甲`\n\n<p>##　甲</p>\n\n```\n＃＃ 甲\n```\n" },
    {
      name: "a sentence and a rule",
      text: "The boats leave the harbour at four, and nobody on the quay says a word.\n\n---\n",
    },
  ],
  invalid: [
    {
      name: "other spaces after the signs",
      text: "#　甲\n\n##\u00A0Boats\n",
      findings: [
        { messageId: "wideSpace", text: "\u3000" },
        { messageId: "wideSpace", text: "\u00A0" },
      ],
      suggested: ["# 甲\n\n##\u00A0Boats\n", "#　甲\n\n## Boats\n"],
    },
    {
      name: "full-width signs",
      text: "＃＃　甲\n\n＃ Boats\n",
      findings: [
        { messageId: "fullWidth", text: "＃＃　" },
        { messageId: "fullWidth", text: "＃ " },
      ],
      suggested: ["## 甲\n\n＃ Boats\n", "＃＃　甲\n\n# Boats\n"],
    },
    {
      name: "a paragraph of two lines, and one in Chinese, above hyphens",
      text: "The boats leave the harbour at four,\nand nobody on the quay says one word.\n---\n\n潮水从来没有像今年这样准时，船也从来没有像今年这样满，老人说。\n-----\n",
      findings: [
        {
          messageId: "underlined",
          text: "The boats leave the harbour at four,\nand nobody on the quay says one word.\n---",
        },
        {
          messageId: "underlined",
          text: "潮水从来没有像今年这样准时，船也从来没有像今年这样满，老人说。\n-----",
        },
      ],
    },
  ],
});
