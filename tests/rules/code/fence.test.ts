import rule from "../../../rules/code/fence.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;
const block = (info: string, ...lines: string[]) => `\`\`\`${info}\n${lines.join("\n")}\n\`\`\`\n`;
const mkdocs = (extensions: readonly string[]) => ({
  engine: "mkdocs",
  path: "docs/a.md",
  settings: { site: { config: { markdown_extensions: extensions } } },
});

testRule(rule, {
  valid: [
    {
      name: "empty blocks whose fences have settings",
      text: "```js title=boats.js {1} copy\n```\n\n```js twoslash nets\n```\n\n```sh sudo install nets\na\n```\n",
    },
    {
      name: "files behind languages, which a plugin reads",
      engine: "vitepress",
      path: "a.md",
      text: block("js:a.js", "1") + block("js:b.js", "2") + block("ts:c.ts", "3"),
      variants,
    },
    {
      name: "names that a site has three times",
      engine: "vitepress",
      path: "a.md",
      text: block("jsont", "1") + block("jsont", "2") + block("jsont", "3"),
      variants,
    },
    {
      name: "languages with a version, and names that hold one of a language",
      engine: "vitepress",
      path: "a.md",
      text: block("python4", "1") + block("rhtml", "2") + block("yamls", "3"),
      variants,
    },
    {
      name: "braces that nothing closes, where the engine reads them",
      engine: "vitepress",
      path: "a.md",
      text: block("js {1-2", "1", "2"),
      variants,
    },
    {
      name: "what nobody reads in plain folders",
      text: block('js title="a.js', "1"),
      variants,
    },
    {
      name: "options of Python-Markdown",
      ...mkdocs(["pymdownx.superfences"]),
      text:
        block('python title="tide.py" hl_lines="1 2" linenums="1"', "1", "2") +
        block("{ .yaml .annotate }", "a: 1") +
        block("", "a"),
      variants,
    },
    {
      name: "a config of MkDocs that says nothing of extensions",
      engine: "mkdocs",
      path: "docs/a.md",
      text: block('python title="tide.py"', "1"),
      variants: [],
    },
    {
      name: "two words, where kramdown renders nothing",
      engine: "jekyll",
      path: "_posts/2024-01-01-a.md",
      settings: { site: { config: { markdown: "CommonMark" } } },
      text: `---\ntitle: A\n---\n${block("js {1}", "1")}`,
      variants: [],
    },
  ],
  invalid: [
    {
      name: "code in the line of its fence",
      text: "```sh sudo install nets\n```\n\n- ~~~sh npm run build\n  ~~~\n",
      findings: [
        { messageId: "onFence", text: "```sh sudo install nets" },
        { messageId: "onFence", text: "~~~sh npm run build" },
      ],
    },
    {
      name: "a file behind the language",
      engine: "vitepress",
      path: "a.md",
      text: block("js:boats.test.js", "1"),
      findings: [{ messageId: "language", text: "js:boats.test.js" }],
      suggested: [block("js", "1")],
      variants,
    },
    {
      name: "a short language with swapped letters",
      text: "```veu\n<p>\n```\n\n```hpp\nint a;\n```\n",
      findings: [{ messageId: "language", text: "veu" }],
      suggested: ["```vue\n<p>\n```\n\n```hpp\nint a;\n```\n"],
    },
    {
      name: "a language with two slips, and one in capitals",
      engine: "hugo",
      path: "content/a.md",
      text: block("javscrpt", "1") + block("Sheel", "2"),
      variants,
      findings: [
        { messageId: "language", text: "javscrpt" },
        { messageId: "language", text: "Sheel" },
      ],
      suggested: [
        block("javascript", "1") + block("Sheel", "2"),
        block("javscrpt", "1") + block("shell", "2"),
      ],
    },
    {
      name: "a title, where only fenced code of Python-Markdown itself is on",
      ...mkdocs(["admonition"]),
      text: block('python title="tide.py"', "1"),
      variants: [],
      findings: [{ messageId: "text", at: "1:1-1:26" }],
    },
    {
      name: "lines backwards in Hugo",
      engine: "hugo",
      path: "content/a.md",
      text: block('go {hl_lines=["3-1"]}', "1", "2", "3"),
      variants: [],
      findings: [{ messageId: "backwards", at: "1:1-1:25" }],
    },
  ],
});
