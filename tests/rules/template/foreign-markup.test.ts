import rule from "../../../rules/template/foreign-markup.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "an internal method, as specifications of languages write it",
      text: "The object has no [[Construct]] internal method.\n",
    },
    { name: "code", text: "Write `[b]a[/b]` and `%%BOAT_NAME%%`.\n\n    {code:java}\n" },
    { name: "an article about the program", text: "AsciiDoc has image::boat.png[A boat].\n" },
    { name: "formulas", text: "Let $x = \\textbf{a}$ be given.\n" },
    { name: "a list with letters", text: "The boats[a] leave.\n\n[a] They are small.\n" },
    { name: "percent signs", text: "It is 20%% faster, and %%a%% is a name.\n" },
    {
      name: "tags of Liquid in a sentence, in code, and in an article about it",
      engine: "hugo",
      path: "content/a.md",
      text: "Write {% boat x %} here.\n\n`{% boat x %}`\n\n```\n{% boat x %}\n```\n",
    },
    {
      name: "an article about Liquid",
      engine: "hugo",
      path: "content/a.md",
      text: "In Liquid:\n\n{% boat x %}\n",
    },
    {
      name: "tags where they are run",
      engine: "eleventy",
      path: "a.md",
      text: "{% boat x %}\n",
    },
  ],
  invalid: [
    {
      name: "tags of Liquid where the engine has shortcodes",
      engine: "hugo",
      path: "content/a.md",
      text: "Boats:\n\n{% boat movie 27119724 %}\n\nThey leave.\n",
      findings: [{ messageId: "mark", text: "{% boat movie 27119724 %}" }],
    },
    {
      name: "marks of a translation platform, once",
      text: "crwdns1:0Boats leavecrwdne1:0 at four.\n",
      findings: [{ messageId: "mark", at: "1:1-1:10", related: ["1:21-1:30"] }],
    },
    {
      name: "a lost reference of Word",
      text: "See Error! Reference source not found. for more.\n",
      findings: [{ messageId: "mark", at: "1:5-1:38" }],
    },
    {
      name: "BBCode around an address",
      text: "[img]https://example.org/a.png[/img]\n",
      findings: [{ messageId: "mark", at: "1:1-1:37" }],
    },
    {
      name: "a comment of a shared document",
      text: "Boats leave at four.[a]\n\n[a]Is this right?\n",
      findings: [{ messageId: "mark", at: "3:1-3:4" }],
    },
  ],
});
