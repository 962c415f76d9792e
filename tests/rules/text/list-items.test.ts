import rule from "../../../rules/text/list-items.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;

testRule(rule, {
  valid: [
    {
      name: "a step between others, and a list that leaves items out",
      text: "- Followed by the sender's name.\n- Followed by a space.\n- Followed by the code.\n- Followed by a space.\n- Followed by the host.\n\nOr:\n\n* A level of the second kind\n* …\n* A level of the second kind\n",
    },
    {
      name: "an item right after itself, which html/list reports",
      text: "- Open the gate for the boats.\n- Close the gate behind the boats.\n- Close the gate behind the boats.\n",
    },

    {
      name: "two ways to do the second step, and a list that ends with it",
      text: "1. a\n\nx\n\n2. b\n\ny\n\n2. c\n",
    },
    {
      name: "two numbers in a sentence that may count different things",
      text: "In 116 there are four new features:\n\n- a\n- b\n- c\n",
    },
    ...[
      "three steps:\n\n- a\n- b\n- c\n",
      "two passes:\n\n- a\n- b\n- c\n",
      "besides a, two ways:\n\n- a\n- b\n- c\n",
      "three nets:\n\n- a\n- b and c\n",
      "Boat 8 includes several nets:\n\n- a\n- b\n- c\n",
      "Gull 3 nets:\n\n- a\n- b\n",
      "these two nets:\n\n- a\n- b\n- c\n",
      "at least three steps:\n\n- a\n- b\n",
      "one of three steps:\n\n- a\n- b\n",
      "3 times:\n\n- a\n- b\n",
      "two boats covering following topics:\n\n- a\n- b\n- c\n",
      "6 boats in 4 colours:\n\n- a\n- b\n- c\n",
      "the preceding two boats:\n\n- a\n- b\n- c\n",
      "three ways:\n\n- a\n- b\n  - c\n  - d\n",
      "three ways:\n\n1. a\n2. b\n\n~~~\nx\n~~~\n\n3. c\n",
      "具有两个属性的对象：\n\n- a\n- b\n- c\n",
      "選択肢の 1 つを選択します：\n\n- a\n- b\n- c\n",
    ].map((text, index) => ({
      name: `a number before a list, case ${index + 1}`,
      text: `There they have ${text}`,
      variants,
    })),
    {
      name: "steps that code parts, a new list, and a step written as text",
      text: "1. Row out.\n\n~~~\nrow\n~~~\n\n2. Cast.\n\n> a\n\n3. Haul.\n\nAgain:\n\n1. Row.\n\n## B\n\n1. Sail.\n\nText.\n\n2. Moor.\n\n**3. Rest.**\n\n4. Sleep.\n",
      variants: ["crlf", "bom"],
    },
    {
      name: "numbers of choice, and a template that may hold the step",
      text: "1. Row out.\n\na\n\n3. Cast.\n\n# B\n\n1. Row.\n\na\n\n2. Cast.\n\n{{ step }}\n\n4. Haul.\n",
      variants: ["crlf", "bom"],
    },
    { name: "short items", text: "- Next page\n- Next page\n", variants },
    {
      name: "items of two lists",
      text: "- the same four words\n\nText.\n\n- the same four words\n",
      variants,
    },
    {
      name: "several repeat",
      text: "- call the first one\n- call the second one\n- call the first one\n- call the second one\n",
      variants,
    },
    {
      name: "items with different parts",
      text: "- the same four words\n  - a\n- the same four words\n  - b\n",
      variants,
    },
    {
      name: "repeated steps",
      text: "1. Press the big button\n2. Wait\n3. Press the big button\n",
      variants,
    },
    { name: "one number", text: "1. a\n1. b\n1. c\n", variants },
    { name: "one number from the second on", text: "1. a\n2. b\n2. c\n2. d\n", variants },
    { name: "from zero", text: "0. a\n1. b\n2. c\n", variants },
    { name: "begun elsewhere", text: "4. a\n5. b\n6. c\n", variants },
    { name: "two items", text: "1. a\n3. b\n", variants },
  ],
  invalid: [
    {
      name: "a step left out after a list of three, with a picture between",
      text: "1. a\n\n2. b\n\n3. c\n\n![](a.png)\n\n5. d\n",
      variants: ["bom", "crlf"],
      findings: [{ messageId: "lacking", text: "5" }],
    },
    {
      name: "a number of a step that is given twice",
      text: "1. a\n\nx\n\n2. b\n\ny\n\n2. c\n\nz\n\n3. d\n",
      variants: ["bom", "crlf"],
      findings: [{ messageId: "again", at: "9:1-9:2" }],
    },
    {
      name: "a number with a name between it and the word that it counts, after another number",
      text: "In 116, we ship the following four new [Credential\nManagement (CM)](/a/)\nfeatures:\n\n- a\n- b\n- c\n",
      variants: ["bom"],
      findings: [{ messageId: "announced", text: "four" }],
    },
    {
      name: "a number in words, in digits, in Chinese and in Japanese",
      text: "It has three big sails:\n\n- a\n- b\n\nRow in 4 good ways here:\n\n1. a\n2. b\n3. c\n\n原因有以下两点：\n\n- a\n- b\n- c\n\n次の3つの方法：\n\n- a\n- b\n",
      findings: ["three", "4", "两", "3"].map((text) => ({ messageId: "announced", text })),
      variants,
    },
    {
      name: "steps that code parts, of which one is lost",
      text: "1. Row out.\n\n~~~\nrow\n~~~\n\n2. Cast.\n3. Wait.\n\ntext\n\n5. Haul.\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "lacking", at: "12:1-12:2" }],
    },
    {
      name: "a lost step before others that count on",
      text: "# A\n\n1. Row out.\n\na\n\n3. Cast.\n\nb\n\n4. Haul.\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "lacking", at: "7:1-7:2" }],
    },
    {
      name: "a repeated item",
      text: "- the same four words\n- other\n- the same four words\n",
      variants,
      findings: [{ messageId: "repeated", at: "3:1-3:22" }],
    },
    {
      name: "a repeated rename in code",
      text: "* `a.b(url, ssr)` -> `c.b(url)`\n* `a.b(url, ssr)` -> `c.b(url)`\n",
      variants,
      findings: [{ messageId: "repeated", at: "2:1-2:32" }],
    },
    {
      name: "a repeated sentence without spaces",
      text: "- サーバーの設定を変更します\n- 別の項目\n- サーバーの設定を変更します\n",
      variants,
      findings: [{ messageId: "repeated", at: "3:1-3:16" }],
    },
    {
      name: "a number twice",
      text: "1. a\n2. b\n2. c\n3. d\n",
      variants,
      findings: [{ messageId: "numbers", text: "2" }],
    },
    {
      name: "a number left out",
      text: "1) a\n2) b\n\n4) c\n",
      variants,
      findings: [{ messageId: "numbers", text: "4" }],
    },
  ],
});
