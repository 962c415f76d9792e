import rule from "../../../rules/text/unrendered-markdown.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "bullets within steps, after the last one, and between others",
      text: "1. Raise\n   - the jib\n2. Cast off\n - at four\n\n1. Sail\n\n- at five\n\n2. Come home\n",
    },
    { name: "one item that is further in", text: "*   Nets\n  * Ropes\n*   Anchors\n" },
    {
      name: "names with two underscores",
      text: "__init__ is called.\n\n__Schema names all types.\n",
    },
    { name: "a class of characters behind stars", text: "**[a-z] matches all the letters\n" },
    {
      name: "fences in a block of more or other signs, and deeper ones",
      text: "````md\n```js\na\n```\n````\n\n~~~md\n```js\na\n```\n~~~\n\n```yaml\nrun: |\n    ```js\n```\n",
    },
    {
      name: "in Hugo, first rows that are filled up",
      engine: "hugo",
      path: "content/a.md",
      text: "| Risk | Plan |\n| --- | --- | --- |\n| Storm | Port | Ada |\n\n|Risk |Plan |\n|---|---|---|\n\n{{< table >}}\n|Risk |Plan |\n|---|---|---|\n|Storm |Port |\n{{< /table >}}\n",
    },
    {
      name: "a sentence that a colon announces as an example, one in an item, and code",
      text: "The note says:\n\n    The boats leave the harbour at four in the morning, and they come back at noon.\n\n- Nets\n\n      The boats leave the harbour at four in the morning, and they come back at noon.\n\nThen\n\n    run(boats) in the harbour at four in the morning; they come back at noon.\n",
    },
    {
      name: "escaped marks where nothing begins in bold",
      text: "\\*\\*Boats.\\*\\* Write \\[x\\] for a box, and \\[1\\](see below).\n",
    },
    {
      name: "tags that are valid, which the parser of an engine left as text",
      text: '## a() <sup class="ts" />\n\n\\\\<a href="b">\n',
    },
    {
      name: "arrows, and an exclamation before a link",
      text: 'a <-- b --> c, see! [Nets](a.png)\n\n`<a href="b" c"d">` and \\<a href="x">\n',
    },
    {
      name: "emphasis that renders",
      text: "**船期**：四点。“**白鲸**”号 **(old)** boats, ***all* boats**.\n",
    },
    {
      name: "emphasis around code and links",
      text: "**`a`** and **[b](c.md)** and **a `**` b**\n",
    },
    {
      name: "globs, operators, comments",
      text: "src/** and lib/**/*.ts, 2 ** 3 ** 4, a ** b ** c, /** note **/\n",
    },
    { name: "keyword arguments", text: "Pass **kwargs on to f, or **net_options as well.\n" },
    {
      name: "words with stars for letters",
      text: "What the h**l, f**k the s**t: 他**的 says ****.\n",
    },
    { name: "footnotes", text: "Nets are 9 €** each.\n\n**Prices without tax.\n" },
    { name: "two footnotes of one line", text: "Nets** and boats** cost more.\n" },
    {
      name: "escapes and references",
      text: "\\*\\*Note:\\*\\*boats &#42;&#42;Note:&#42;&#42;boats\n",
    },
    { name: "tags and numbers of issues", text: "#harbour\n\n##1234\n\n\\##Boats\n" },
    {
      name: "code",
      text: "```\n**Note:**boats\n##Boats\n| a | b |\n| c | d |\n```\n\n`**a：**中`\n",
    },
    {
      name: "emphasis in emphasis, escaped signs, and longer rows of them",
      text: "***a* boats** and **b *c*** d, \\**boats*, *boats*\\*, ****boats* and `**a*`\n",
    },
    { name: "norms", text: "|x| + |y|\n|x| - |y|\n" },
    {
      name: "a table whose cells template tags may make, repeat or leave out",
      engine: "eleventy",
      text: [
        "| Risk | {{ plans }} | Port |\n| --- | --- |\n",
        "| Risk | {% for a in b %} Plan | {% endfor %} Port |\n| --- | --- |\n",
        "| Risk | Plan | Port |\n{{ hyphens }}\n",
        '| Risk | Plan {% icon "a | b" %} |\n| --- | --- |\n',
      ].join("\n"),
    },
    { name: "tables without outer pipes", text: "Risk | Plan\n---- | ----\nStorm | Stay\n" },
    { name: "a heading with a line below it", text: "Risk | Plan\n----\n\nStorm\n" },
    { name: "tables", text: "| a | b |\n| --- | --- |\n| 中 | **文** |\n" },
    {
      name: "fences in lists and quotations",
      text: "- a\n\n  ```sh\n  b\n  ```\n\n> ```\n> c\n> ```\n\n~~~~\nd\n~~~~~\n",
    },
    {
      name: "kramdown",
      engine: "jekyll",
      path: "_posts/2024-01-01-a.md",
      text: "**船期：**四点。\n\n| boat | leaves |\n| Whale | four |\n",
    },
    {
      name: "backticks that are quotation marks, accents or faces",
      text: "He said ``so'' and `so'.\n\nDon`t wait.\n\nThe ` key\n\n('A`)\n\n\\`a\n\n`a` and ``b ` c``\n",
    },
    {
      name: "lists of other renderers, and well-written ones of Python-Markdown",
      text: "You need:\n- a net\n  - old\n",
    },
    {
      name: "well-written lists of Python-Markdown",
      engine: "mkdocs",
      path: "docs/a.md",
      text: "# Nets\n- a\n    - b\n\t- c\n\nYou need:\n\n1. a net\n\n    - old\n\n!!! note\n    - a\n        - b\n",
    },
    {
      name: "code in the title of a box",
      engine: "mkdocs",
      path: "docs/a.md",
      text: '??? quote "`boats.html`"\n\n    Boats.\n',
    },
    {
      name: "boxes and tabs right below a paragraph, which Python-Markdown reads",
      engine: "mkdocs",
      path: "docs/a.md",
      text: 'Mind the tide:\n!!! note\n    It turns.\n\nBy day:\n???+ tip "Wind"\n\n    West.\n\nBy boat:\n=== "Jib"\n    Reef it.\n',
    },
    {
      name: "a row of hyphens with blanks in a cell, which Python-Markdown reads",
      engine: "mkdocs",
      path: "docs/a.md",
      text: "| Boat | Berth |\n| ---- | -- -- |\n| Tern | Four |\n",
    },
    {
      name: "an extension for lists",
      engine: "mkdocs",
      path: "docs/a.md",
      settings: { site: { config: { markdown_extensions: ["mdx_truly_sane_lists"] } } },
      text: "- a\n  - b\n",
    },
    { name: "HTML", text: "<p>**船期：**四点。</p>\n" },
    { name: "HTML files", path: "a.html", text: "<p>**船期：**四点。\n##出海</p>\n" },
    { name: "a plugin for CJK", options: { cjkFriendly: true }, text: "**船期：**四点。\n" },
  ],
  invalid: [
    {
      name: "marks and spaces in one paragraph, which are repaired in two ways",
      text: "港口**“很旧”**的码头，** 渔船四点出海**，晚上**“回来”**的人很少。\n",
      findings: [
        { messageId: "mark", text: "**“很旧”**", related: ["1:29-1:37"] },
        { messageId: "space", text: "** 渔船四点出海**" },
      ],
      variants: ["bom"],
    },
    {
      name: "emphasis that does not end, above words in italics",
      text: "We do *not* sail.\n\n* **Boats of all kinds. We sail them far.\n",
      findings: [{ messageId: "unclosed", at: "3:3-3:5" }],
    },
    {
      name: "emphasis whose ends differ",
      text: "「**船期很重要*」\n\nThe *boats** leave.\n\nThe __nets_ here\n",
      findings: [
        { messageId: "uneven", text: "**船期很重要*" },
        { messageId: "uneven", text: "*boats**" },
        { messageId: "uneven", text: "__nets_" },
      ],
    },
    {
      name: "a short word with a space before the end",
      text: "They are **not ** for all, (**so ** it is).\n",
      findings: [{ messageId: "space", text: "**not **" }],
    },
    {
      name: "kramdown, with a space before the end",
      engine: "jekyll",
      path: "_posts/2022-03-01-a.md",
      text: "---\ntitle: A\n---\n* **Referring sites: **Tells you where\n",
      findings: [{ messageId: "space", text: "**Referring sites: **" }],
    },
    {
      name: "images and comments with signs of a word processor",
      variants: ["crlf", "bom", "front-matter"],
      text: "！ [船](a.png) 图：！[船](b.jpg)\n\nBoats <!–- ask Anna -–> and < !--more--> leave. <!-more->\n\n<！--more-->\n",
      findings: [
        { messageId: "wideImage", text: "！ " },
        { messageId: "wideImage", text: "！" },
        { messageId: "comment", text: "<!–- ask Anna -–>" },
        { messageId: "comment", text: "< !--more-->" },
        { messageId: "comment", text: "<!-more->" },
        { messageId: "comment", text: "<！--more-->" },
      ],
    },
    {
      name: "items between a list and its inner list",
      variants: ["crlf", "front-matter"],
      text: "*   one\n\n    *   a\n\n   *   b\n\n*   two\n",
      findings: [{ messageId: "looseItem", text: "*   b" }],
    },
    {
      name: "a space in the mark of an image, and a comment without its sign",
      text: "- ! [Nets](a.png)\n\n<-- more -->\n",
      findings: [
        { messageId: "imageGap", text: "! " },
        { messageId: "comment", text: "<-- more -->" },
      ],
    },
    {
      name: "a tag whose attribute lacks its quotation mark",
      text: 'See <img src="a.png" alt="Nets class="wide"> and `<a b="c" d"e">`.\n',
      findings: [{ messageId: "tag", text: '<img src="a.png" alt="Nets class="wide">' }],
    },
    {
      name: "sentences that are indented by four spaces or a tab, as one",
      text: "Nets\n\n    The boats leave the harbour at four in the morning, and they come back at noon.\n\nNets\n\n\t潮水从来没有像今年这样准时，船也从来没有像今年这样满。\n",
      findings: [
        {
          messageId: "indented",
          text: "The boats leave the harbour at four in the morning, and they come back at noon.",
          related: ["7:2-7:29"],
        },
      ],
    },
    {
      name: "an escaped link, and an escaped item among bold ones",
      text: "- **A** a\n- \\*\\*B\\*\\* b\n- **C** c\n\n\\[Nets\\](https://example.org/)\n",
      findings: [{ messageId: "escaped", text: "\\*\\*B\\*\\*", related: ["5:1-5:31"] }],
    },
    {
      name: "strong emphasis before a link that is never closed",
      text: "**[Boats](/boats/) leave at four\n\n__[9.7.0], the last one of all\n",
      findings: [
        { messageId: "unclosed", text: "**" },
        { messageId: "unclosed", text: "__" },
      ],
    },
    {
      name: "a fence with a language in a block of the same sign",
      text: "~~~\na\n\n~~~ js {1}\nb\n~~~\n",
      findings: [{ messageId: "innerFence", text: "~~~ js {1}" }],
    },
    {
      name: "a fence in a block that a quotation holds",
      text: "> ```\n> a\n> ```sh\n> b\n> ```\n",
      findings: [{ messageId: "innerFence", text: "```sh" }],
    },
    {
      name: "in Hugo, more columns than hyphens",
      engine: "hugo",
      path: "content/a.md",
      text: "| Risk | Plan | Owner |\n| --- | --- |\n| Storm | Port | Ada |\n",
      findings: [{ messageId: "cells", at: "1:1-3:23" }],
    },
    {
      name: "a table with template tags that print a part of a cell",
      engine: "eleventy",
      text: '| Risk | Plan {{ year }} | {% icon "a | b" %} |\n| --- | --- |\n| Storm | {{ a }} | b |\n',
      findings: [{ messageId: "cells", at: "1:1-3:24" }],
    },
    {
      name: "tables without outer pipes whose rows differ",
      text: "Risk | Plan | Owner\n---- | ----\nStorm | Stay in port | Ada\n",
      findings: [{ messageId: "cells", at: "1:1-3:27" }],
    },
    {
      name: "a colon inside",
      text: "先看 **船期：**四点出海。\n",
      findings: [{ messageId: "mark", text: "**船期：**", severity: "error" }],
      suggested: ["先看 **船期**：四点出海。\n"],
    },
    {
      name: "brackets inside, between characters",
      text: "这条船叫**「白鲸」**，那条叫**「海燕」**号。\n",
      findings: [{ messageId: "mark", text: "**「白鲸」**", related: ["1:17-1:25"] }],
    },
    {
      name: "a mark inside that the plugin does not help",
      options: { cjkFriendly: true },
      text: "**Boats (old)**are sold.\n",
      findings: [{ messageId: "mark", text: "**Boats (old)**" }],
    },
    {
      name: "two pairs of which the parser made a wrong one",
      text: "**Nets:**mended, and **boats:**sold.\n",
      findings: [{ messageId: "mark", text: "**Nets:**", related: ["1:22-1:32"] }],
    },
    {
      name: "a link inside",
      text: "**看[船期](a.md)：**四点。\n",
      findings: [{ messageId: "mark", text: "**看[船期](a.md)：**" }],
    },
    {
      name: "a space before the end",
      text: "- The **harbour master ** is away.\n",
      findings: [{ messageId: "space", text: "**harbour master **" }],
    },
    {
      name: "a space after the beginning, in a table",
      text: "| a | b |\n| --- | --- |\n| ** old boats** | c |\n",
      findings: [{ messageId: "space", text: "** old boats**" }],
    },
    {
      name: "kramdown, with spaces on both sides",
      engine: "jekyll",
      path: "_posts/2024-01-01-a.md",
      text: "Boats ** leave early ** today.\n",
      findings: [{ messageId: "space", text: "** leave early **" }],
    },
    {
      name: "emphasis without an end",
      text: "今天 **四点出海。\n",
      findings: [{ messageId: "unclosed", text: "**", severity: "warning" }],
    },
    {
      name: "code with one backtick",
      text: "It says `CLOSED and stops.\n\n- Then OPEN` again\n\n船`代码 的话。\n",
      findings: [
        { messageId: "backtick", at: "1:9-1:10", severity: "warning" },
        { messageId: "backtick", at: "3:12-3:13" },
        { messageId: "backtick", at: "5:2-5:3" },
      ],
    },
    {
      name: "lists that Python-Markdown does not read",
      engine: "mkdocs",
      path: "docs/a.md",
      text: "You need:\n- a net\n- a boat\n\nText.\n\n* Bow\n  * ropes\n* Stern\n\n1. Whale\n   - old\n",
      findings: [
        { messageId: "gluedList", text: "- a net", severity: "error" },
        { messageId: "flatList", text: "* ropes" },
        { messageId: "flatList", text: "- old" },
      ],
    },
    {
      name: "headings in a row",
      text: "##出海\n\n四点。\n\n###2. Return\n",
      findings: [{ messageId: "heading", text: "##", related: ["5:1-5:4"] }],
    },
    {
      name: "a table in a quotation",
      text: "> | boat | leaves |\n> | Whale | four |\n",
      findings: [{ messageId: "table", at: "1:3-2:19" }],
    },
    {
      name: "a fence without an end before other text",
      text: "```sh\nboats\n\nMore text.\n\n## Return\n",
      findings: [{ messageId: "fence", text: "```sh", severity: "warning" }],
    },
    {
      name: "a fence without an end in MDX",
      path: "a.mdx",
      text: "~~~js\nboats();\n",
      findings: [{ messageId: "fence", text: "~~~js" }],
    },
    {
      name: "a comment in a line that ends with one hyphen",
      text: "Gulls nest here <!-- ask Anna ->, and terns there.\n",
      findings: [{ messageId: "comment", text: "<!-- ask Anna ->" }],
      suggested: ["Gulls nest here <!-- ask Anna -->, and terns there.\n"],
    },
  ],
});
