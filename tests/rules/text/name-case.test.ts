import rule from "../../../rules/text/name-case.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;

testRule(rule, {
  valid: [
    {
      name: "a way of writing that only titles of other sites have",
      text: "Clickjacking is old. See [ClickJacking at quay](https://quay.example/a) and [more ClickJacking](https://pier.example/b).\n",
      variants,
    },

    { name: "one way", text: "GitHub and GitHub, YouTube and YouTube.\n", variants },
    {
      name: "the other way more often",
      text: "GitHub, GitHub, Github, Github, Github.\n",
      variants,
    },
    {
      name: "code and addresses",
      text: "GitHub, GitHub: `Github`, @Github, Github.io.\n",
      variants,
    },
    { name: "three ways", text: "PlayPen, PlayPen, PlaYpen: Playpen.\n", variants },
    {
      name: "a word of a title",
      text: "## On Lifecycle Events\n\nLifeCycle, LifeCycle.\n",
      variants,
    },
    {
      name: "a name that is spoken about",
      text: "GitHub, GitHub. Write it so, not “Github” or 'Github'.\n",
      variants,
    },
    { name: "one place", text: "JavaScript is Javascript.\n", variants },
  ],
  invalid: [
    {
      name: "a site",
      text: "GitHub and GitHub, then Github.\n",
      variants,
      findings: [{ messageId: "case", at: "1:25-1:31" }],
      suggested: ["GitHub and GitHub, then GitHub.\n"],
    },
    {
      name: "a language, twice",
      text: "# Javascript\n\nJavaScript, JavaScript, *Javascript*.\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "case", at: "1:3-1:13" }],
      suggested: ["# JavaScript\n\nJavaScript, JavaScript, *JavaScript*.\n"],
    },
    {
      name: "among Chinese",
      text: "把代码推到 GitHub，在 GitHub 上看，再回到 Github。\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "case", at: "1:30-1:36" }],
      suggested: ["把代码推到 GitHub，在 GitHub 上看，再回到 GitHub。\n"],
    },
  ],
});
