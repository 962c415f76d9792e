import rule from "../../../rules/text/torn-word.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;

testRule(rule, {
  valid: [
    ...[
      "Look at the boats, the nets and the\n\n~~~\ntide\n~~~\n",
      "Look at the boats, the nets and the\n\n- tide\n",
      "在这个模板里可以使用`addf`求和\n\n## 下\n",
      "Look at the boats, the nets and the\n\n> Tide\n",
      "Look at the boats, the nets and the\n\n![Tide](tide.png)\n",
      "Look at the boats, the nets and the\n\nlast tide.\n",
      "Look at the boats, the nets and the  \nlast tide.\n",
      "Look at the boats, the nets and the `tide`\n\n## Tide\n",
      "Look at the boats, the nets and the\n\n{{ tide }}\n\n## Tide\n",
      "- Look at the boats, the nets and the\n\n## Tide\n",
      "> Look at the boats, the nets and the\n\n## Tide\n",
      "This is what they all wait for\n\n## Tide\n",
      "Bitte geben Sie das neue Passwort ein\n\n## Gezeiten\n",
    ].map((text, index) => ({ name: `a text that may go on, case ${index + 1}`, text, variants })),
    { name: "words left open", text: "Prefix, postfix: use pre- and postfix.\n", variants },
    { name: "German", text: "Eingang und einund: Ein- und Ausgang.\n", variants },
    { name: "a word that is nowhere else", text: "These are long- lived tasks.\n", variants },
    { name: "an option", text: "Concurrent: run it with -con current.\n", variants },
    { name: "code", text: "Concurrent tasks: `concur- rent`.\n", variants },
    { name: "a dash", text: "Concurrent: concur - rent and concur -- rent.\n", variants },
  ],
  invalid: [
    ...[
      "Look at the boats, the nets and the\n\nThe tide turns.\n",
      "Look at the boats, the nets and **the**\n\n## Tide\n",
      "<p>Look at the boats, the nets and the</p>\n\n<p>The tide turns.</p>\n",
      "## Tide\n\nLook at the boats, the nets and the\n",
    ].map((text, index) => ({
      name: `a sentence without its end, case ${index + 1}`,
      text,
      findings: [{ messageId: "cutOff", text: "the" }],
      variants,
    })),
    {
      name: "a German sentence without its end",
      text: "Die Boote liegen am Ufer und die Netze hängen neben der\n\n## Gezeiten\n",
      findings: [{ messageId: "cutOff", text: "der" }],
      variants: ["crlf"],
    },
    {
      name: "a Japanese sentence without its end",
      text: "船は四時に港を出て、網を\n\n## 潮\n",
      findings: [{ messageId: "cutOff", text: "を" }],
      variants: ["crlf"],
    },
    {
      name: "a Chinese sentence without its end",
      text: "开船以前要先检查船帆和\n\n## 潮水\n",
      findings: [{ messageId: "cutOff", text: "和" }],
      variants: ["crlf"],
    },
    {
      name: "a word from a book",
      text: "Concurrent tasks are concur- rent.\n",
      variants,
      findings: [{ messageId: "torn", at: "1:22-1:34" }],
      suggested: ["Concurrent tasks are concurrent.\n"],
    },
    {
      name: "a word that has its hyphen elsewhere",
      text: "A well-known case, as well- known as others.\n",
      variants,
      findings: [{ messageId: "torn", at: "1:23-1:34" }],
      suggested: ["A well-known case, as well-known as others.\n"],
    },
    {
      name: "German at the end of a line",
      text: "Die Umgebung ist da, und die Um-\ngebung ist gut.\n",
      variants: ["bom", "front-matter"],
      findings: [{ messageId: "torn", at: "1:30-2:7" }],
      suggested: ["Die Umgebung ist da, und die Umgebung ist gut.\n"],
    },
  ],
});
