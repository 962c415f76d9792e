import rule from "../../../rules/front-matter/syntax.js";
import { testRule } from "../../../src/testing/test-rule.js";

const article = (line: string): string =>
  `---\nlayout: post\n${line}\ndate: 2022-03-01\n---\nBody.\n`;

testRule(rule, {
  valid: [
    { name: "a tab after a quoted value", text: article("title: 'A'\t") },
    { name: "a colon without a space", text: article("url: https://a.example:80/") },
    { name: "a comment", text: article("draft: true # for now") },
    { name: "a comment without a space after a plain flag", text: article("draft: true #later") },
    { name: "a directive for copydesk", text: article("note: #copydesk-disable x") },
    { name: "TOML", text: '+++\ntitle = "A: b"\n+++\n' },
  ],
  invalid: [
    {
      name: "an unquoted colon",
      text: article("title: It's: here"),
      findings: [{ messageId: "unquotedColon", text: "It's: here", severity: "error" }],
      suggested: [article("title: 'It''s: here'")],
    },
    {
      name: "a reserved first character",
      text: article("title: **Bold** words"),
      findings: [{ messageId: "reservedStart", text: "**Bold** words" }],
      suggested: [article("title: '**Bold** words'")],
    },
    {
      name: "an unknown tag, quoted with the words after it",
      text: article("title: !important news"),
      findings: [{ messageId: "reservedStart", text: "!important" }],
      suggested: [article("title: '!important news'")],
    },
    {
      name: "a value taken for a comment",
      text: article("colour: #fff"),
      findings: [{ messageId: "commentHash", text: "#fff" }],
      suggested: [article("colour: '#fff'")],
    },
    {
      name: "a title cut off at its #",
      text: article("title: We are #1"),
      findings: [{ messageId: "commentHash", text: "We are #1" }],
      suggested: [article("title: 'We are #1'")],
    },
    {
      name: "no space after the colon",
      text: article("title:A"),
      findings: [{ messageId: "missingSpace", text: "title:A" }],
      suggested: [article("title: A")],
    },
    {
      name: "a tab as indentation",
      text: article("tags:\n\t- a"),
      findings: [{ messageId: "tabIndent", text: "\t" }],
      suggested: [article("tags:\n  - a")],
    },
    {
      name: "an apostrophe in single quotation marks",
      text: article("title: 'It's'"),
      findings: [{ messageId: "unbalancedQuote", text: "'It's'" }],
    },
    {
      name: "an open bracket",
      text: article("tags: [a, b"),
      findings: [{ messageId: "unclosedBracket", text: "[a, b" }],
    },
    {
      name: "continued lines at the margin, each value once",
      text: article('a: "x\ny\nz"\nb: "x\ny"'),
      findings: [
        { messageId: "marginText", at: "4:1-4:2", text: "y" },
        { messageId: "marginText", at: "7:1-7:3" },
      ],
    },
    {
      name: "a line that is neither key nor value",
      text: article("words and words"),
      findings: [{ messageId: "syntax", text: "words and words" }],
    },
    {
      name: "TOML and its line",
      text: '+++\ntitle = "A"\ndate == 2\n+++\n',
      findings: [{ messageId: "syntax", text: "date == 2" }],
    },
    {
      name: "JSON and its value",
      text: '{\n  "title": A\n}\nBody.\n',
      findings: [{ messageId: "syntax", text: "A" }],
    },
  ],
});
