import reference from "../../../rules/link/reference.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(reference, {
  valid: [
    { name: "a class of characters", text: "例如，[^5] 将匹配除 5 之外的任意字符。\n" },
    {
      name: "letter case and white space of labels",
      text: "[a][Big  Label]\n\n[big label]: b.md\n",
    },
    { name: "a collapsed and a shortcut reference", text: "[a][] [b]\n\n[a]: a.md\n[b]: b.md\n" },
    { name: "a label in inline markup", text: "[*a*][b] [![c][d]][e]\n\n[b]: b\n[d]: d\n[e]: e\n" },
    { name: "a definition with its title on the next line", text: '[a]\n\n[a]: a.md\n  "A"\n' },
    {
      name: "a label with a colon before its definition",
      text: "-   [boat]:\n\n    It floats.\n\n[sail]:\n\nIt pulls.\n\n[boat]: b.md\n[sail]: s.md\n",
    },
    { name: "a definition in a quote", text: "> [a][b]\n>\n> [b]: b.md\n" },
    { name: "a definition in code", text: "```\n[a]: b\n```\n\n    [c]: d\n" },
    { name: "a definition in a comment", text: "text\n\n<!--\n[a]: b\n-->\n" },
    { name: "references in code", text: "`[a][b]` and `(a)[https://x.org]`\n\n    [a][b]\n" },
    { name: "an HTML article", text: "<p>[a][b]</p>\n", path: "a.html" },
    {
      name: "a label used in an HTML block that the engine reads as Markdown",
      text: '<div markdown="1">\n[a][b]\n</div>\n\n[b]: b.md\n',
    },
    { name: "indexing and citations", text: "a[b][c], int[][] and [1][2], [x][y]\n" },
    { name: "optional arguments", text: "moor(boat [, ropes=2][, slack=False]) ties it up\n" },
    { name: "a log line", text: "[WARN][proxy]reset and [INFO][main] started\n" },
    { name: "a character class", text: "use [^a-z] or `[^x]` or /[^x]/ or [^x]+\n" },
    { name: "escaped brackets", text: "\\[a\\]\\[label\\] and \\(a)\\[https://x.org]\n" },
    { name: "a template label", text: "[a][{{ label }}] [b][{% x %}]\n" },
    { name: "definitions of another file", text: "{% include links.md %}\n\n[a][label] b[^1]\n" },
    {
      name: "a link behind parentheses",
      text: "(see)[#1](https://x.org) and (see)[/x][x]\n\n[x]: x\n",
    },
    {
      name: "several remarks under one label",
      text: "[//]: # (boats)\n\nText.\n\n[//]: # (sails)\n[//]: # 'oars'\n[comment]: <> (masts)\n[comment]: <> (masts)\n",
    },
    { name: "remarks", text: "[//]: # (a)\n[comment]: <> (b)\n[x]: # (c)\n" },
    { name: "a closed address", text: "<https://x.org/a> and a < b, <b>c</b>\n" },
    {
      name: "labels that a template defines",
      text: "The [log][log-page] of [the quay][quay-page].\n\n{% for name in pages %}\n[{{ name }}-page]: /{{ name }}/\n{% endfor %}\n",
    },
    {
      name: "classes of characters in prose",
      text: "Here [^5] is all but a five, and [^0-7] no octal digit.\n",
    },
    { name: "a footnote", text: "a[^note]\n\n[^note]: b\n" },
  ],
  invalid: [
    {
      name: "a footnote whose number follows none, at the end of a sentence",
      text: "The tide is early.[^3] Ropes[^4] and 潮汐。[^7]\n",
      findings: [
        { messageId: "footnoteUndefined", text: "[^3]" },
        { messageId: "footnoteUndefined", text: "[^4]" },
        { messageId: "footnoteUndefined", text: "[^7]" },
      ],
    },
    {
      name: "an undefined label, and the image of one",
      text: "见[文档][docs]，![图][pic]。\n",
      findings: [
        { messageId: "undefined", severity: "error", text: "[文档][docs]" },
        { messageId: "undefined", text: "![图][pic]" },
      ],
    },
    {
      name: "an undefined collapsed reference",
      text: "see [the guide][] now\n",
      findings: [{ messageId: "undefined", text: "[the guide][]" }],
    },
    {
      name: "a label that is nearly one",
      text: "[a b][instal]\n\n[install]: i.md\n",
      findings: [{ messageId: "undefined", text: "[a b][instal]", related: ["3:1-3:16"] }],
      suggested: ["[a b][install]\n\n[install]: i.md\n"],
    },
    {
      name: "a definition nobody uses",
      text: "a\n\n[install]: i.md\n",
      findings: [{ messageId: "unused", severity: "warning", text: "[install]: i.md" }],
      suggested: ["a\n\n"],
    },
    {
      name: "an undefined label behind inline markup",
      text: "see [the **big** guide][guide]\n",
      findings: [{ messageId: "undefined", text: "[the **big** guide][guide]" }],
    },
    {
      name: "an address as label, a reversed link",
      text: "[a b][https://x.org/a] (b c)[/guide/] (c)[www.x.org]\n",
      findings: [
        { messageId: "addressAsLabel", severity: "error", text: "[a b][https://x.org/a]" },
        { messageId: "reversed", severity: "error", text: "(b c)[/guide/]" },
        { messageId: "reversed", text: "(c)[www.x.org]" },
      ],
      suggested: [
        "[a b](https://x.org/a) (b c)[/guide/] (c)[www.x.org]\n",
        "[a b][https://x.org/a] [b c](/guide/) (c)[www.x.org]\n",
        "[a b][https://x.org/a] (b c)[/guide/] [c](www.x.org)\n",
      ],
    },
    {
      name: "an address that is not closed, and one that holds a space",
      text: "at <https://x.org/a, or <https://x.org/b c>\n",
      findings: [
        { messageId: "unclosed", severity: "warning", text: "<https://x.org/a" },
        { messageId: "unclosed", text: "<https://x.org/b" },
      ],
      suggested: ["at <https://x.org/a>, or <https://x.org/b c>\n"],
    },
    {
      name: "footnotes that do not meet",
      text: "a[^1] b[^two]\n\n[^1]: one\n\n[^three]: three\n",
      findings: [
        { messageId: "footnoteUndefined", severity: "error", text: "[^two]" },
        { messageId: "footnoteUnused", severity: "warning", text: "[^three]:" },
      ],
    },
    {
      name: "a label beside a definition whose address alone is a template's",
      text: "The [log][log-page].\n\n[quay]: {{ site.url }}/quay\n\n[quay]\n",
      findings: [{ messageId: "undefined", text: "[log][log-page]" }],
    },
    {
      name: "footnotes whose definitions are lost",
      text: "The mill[^1] and the quay[^2] are old.\n",
      findings: [
        { messageId: "footnoteUndefined", text: "[^1]" },
        { messageId: "footnoteUndefined", text: "[^2]" },
      ],
    },
    {
      name: "a label defined twice, with the same target and with another",
      text: "[a] [b]\n\n[a]: x.md\n[b]: y.md\n[A]: x.md\n[b]: z.md\n",
      findings: [
        { messageId: "repeated", severity: "info", text: "[A]: x.md" },
        { messageId: "duplicate", severity: "warning", text: "[b]: z.md" },
      ],
      suggested: [
        "[a] [b]\n\n[a]: x.md\n[b]: y.md\n[b]: z.md\n",
        "[a] [b]\n\n[a]: x.md\n[b]: y.md\n[A]: x.md\n",
      ],
    },
    ...["mkdocs", "jekyll"].map((engine) => ({
      name: `a label defined twice, where the last definition counts: ${engine}`,
      text: "[a]\n\n[a]: x.md\n[a]: y.md\n",
      engine,
      findings: [{ messageId: "duplicate", text: "[a]: x.md" }],
      suggested: ["[a]\n\n[a]: y.md\n"],
    })),
    {
      name: "an unused definition that cannot be taken out line by line",
      text: '- [a]: x.md\n\n[b]: y.md\n  "title"\n',
      findings: [
        { messageId: "unused", text: "[a]: x.md" },
        { messageId: "unused", text: "[b]: y.md" },
      ],
      suggested: [],
    },
    {
      name: "a definition without its colon, told once; numbered sources and labels that no link uses are text",
      text: "Gulls [nest here][nests] [1].\n\n[nests] https://example.org/nests\n[1] https://example.org/one\n",
      findings: [{ messageId: "noColon", text: "[nests]", severity: "error" }],
      suggested: [],
    },
  ],
});
