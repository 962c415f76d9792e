import rule from "../../../rules/text/torn-word.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;

testRule(rule, {
  valid: [
    { name: "words left open", text: "Prefix, postfix: use pre- and postfix.\n", variants },
    { name: "German", text: "Eingang und einund: Ein- und Ausgang.\n", variants },
    { name: "a word that is nowhere else", text: "These are long- lived tasks.\n", variants },
    { name: "an option", text: "Concurrent: run it with -con current.\n", variants },
    { name: "code", text: "Concurrent tasks: `concur- rent`.\n", variants },
    { name: "a dash", text: "Concurrent: concur - rent and concur -- rent.\n", variants },
  ],
  invalid: [
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
