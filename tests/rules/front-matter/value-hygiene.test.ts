import rule from "../../../rules/front-matter/value-hygiene.js";
import { testRule } from "../../../src/testing/test-rule.js";

const withLine = (line: string): string => `---\nid: a\n${line}\n---\nBody.\n`;

testRule(rule, {
  valid: [
    {
      name: "names of constants and methods",
      text: "---\ntitle: Object.prototype.__defineSetter__()\nshort-title: NEGATIVE_INFINITY\n---\n",
    },
    { name: "a constant as a title", text: "---\ntitle: WEBKIT_FORCE_AT_MOUSE_DOWN\n---\n" },

    {
      name: "character references where templates print values as they are",
      engine: "jekyll",
      text: "---\ntitle: Nets &amp; ropes, &quot;new&quot;\n---\nText.\n",
    },
    {
      name: "references that a theme may need, titles about them, and other signs",
      text: "---\ntitle: The &lt;a&gt; element\nsubtitle: HTML entities such as &amp;\ndescription: R&D; nets & ropes, `&quot;`, a=1&copy=2\nurl: /a?b&amp;c\n---\nText.\n",
      variants: ["crlf", "bom"],
    },
    ...[
      "title:   A title",
      "title: 'one \"two\" three'",
      "description: 'One.  Two.'",
      "separator: ' | '",
      "title_suffix: ' - House'",
      "title: ' '",
      "title: “One” and “two”",
      "title: '“One”'",
      "title: The <br> element",
      "title: Text with <a>",
      "title: Using `<em>x</em>` and `**x**`",
      "title: FAQ, API AND CSS",
      "title: 成果",
      "title: snake__case__name",
      "title: Vrai\u00a0?",
      "title: a 👩‍🚀",
      "title: '{{ site.title }}'",
      "title: When __str__ calls __repr__",
      "title: The macro __LINE__ in C",
      "title: Ignoring src/**/build/** in a glob",
      "title: Is 2**3**2 one number?",
      "title: What rows[0](event) calls",
      "title: A lambda [&](int) and [this](auto)",
      'title: "A **bold** guess',
      "title: [**bold**, #1]",
    ].map((line) => ({ name: line, text: withLine(line) })),
    { name: "a value over two lines", text: withLine("title: one\n  two") },
    { name: "a quoted value over two lines", text: withLine("title: 'one\n  two'") },
    { name: "a description of two lines", text: withLine("description: |\n  one\n  two") },
    { name: "no front matter", text: "  Body. \n" },
  ],
  invalid: [
    {
      name: "character references",
      text: '---\ntitle: Nets &amp; ropes\ndescription: "The captain&amp;#39;s choice"\ntags: [R&amp;amp;D]\n---\nText.\n',
      variants: ["crlf", "bom"],
      findings: [
        { messageId: "reference", text: "Nets &amp; ropes", severity: "warning" },
        { messageId: "reference", text: '"The captain&amp;#39;s choice"' },
        { messageId: "reference", text: "R&amp;amp;D" },
      ],
    },
    ...[
      ["title: ' A'", "title: 'A'", "' A'"],
      ['title: "A\t"', 'title: "A"', '"A\t"'],
      ["title: A  title", "title: A title", "A  title"],
      ["home: 'a '", "home: 'a'", "'a '"],
    ].map(([line = "", fixed = "", text = ""]) => ({
      name: `blanks: ${line}`,
      text: withLine(line),
      findings: [{ messageId: "blanks", text, severity: "warning" as const }],
      fixed: withLine(fixed),
    })),
    {
      name: "spaces in a list item",
      text: withLine("tags: ['news ', talks]"),
      findings: [{ messageId: "blanks", text: "'news '" }],
      fixed: withLine("tags: ['news', talks]"),
    },
    {
      name: "a character without width",
      text: withLine("title: A\u200btitle"),
      findings: [{ messageId: "hidden", text: "A\u200btitle" }],
      fixed: withLine("title: Atitle"),
    },
    {
      name: "a no-break space in TOML",
      text: '+++\ntitle = "Talks\u00a0begin"\n+++\n',
      findings: [{ messageId: "hidden", text: '"Talks\u00a0begin"' }],
      fixed: '+++\ntitle = "Talks begin"\n+++\n',
    },
    {
      name: "a title of two lines",
      text: withLine("title: |\n  one\n  two"),
      findings: [{ messageId: "newline", at: "3:8-5:6" }],
      variants: ["front-matter", "cjk"],
    },
    {
      name: "curly quotation marks",
      text: withLine("title: “It’s x”"),
      findings: [{ messageId: "curlyQuotes", text: "“It’s x”" }],
      suggested: [withLine("title: 'It’s x'")],
    },
    {
      name: "HTML",
      text: withLine("title: a <em>b</em>"),
      findings: [{ messageId: "html", text: "a <em>b</em>" }],
    },
    {
      name: "a forced line break",
      text: withLine("title: a<br>b"),
      findings: [{ messageId: "html", text: "a<br>b" }],
    },
    {
      name: "a link in Markdown",
      text: withLine("title: 'see [b](https://example.org/)'"),
      findings: [{ messageId: "markdown", text: "'see [b](https://example.org/)'" }],
    },
    {
      name: "bold words beside a name of code",
      text: withLine("title: What __main__ does **not** do"),
      findings: [{ messageId: "markdown", text: "What __main__ does **not** do" }],
    },
    {
      name: "bold words between underscores",
      text: withLine("title: The __whole harbour__ sleeps"),
      findings: [{ messageId: "markdown", text: "The __whole harbour__ sleeps" }],
    },
    {
      name: "capitals",
      text: withLine("title: TALKS BEGIN TODAY"),
      findings: [{ messageId: "capitals", text: "TALKS BEGIN TODAY" }],
    },
  ],
});
