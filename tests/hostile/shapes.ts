const repeat = (text: string, count: number): string => text.repeat(count);
const each = (count: number, part: (index: number) => string, between = ""): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

const MANY = 100_000;

/** The articles of one group, by name; the name's ending is that of every format it is tried in. */
export type Group = Readonly<Record<string, string>>;

/** Bodies that would cost a parser, or a rule, more than they are worth. */
export const shapes: Readonly<Record<string, Group>> = {
  "nested tags": {
    balanced: repeat("<div>", MANY) + repeat("</div>", MANY),
    unclosed: repeat("<div>", MANY),
    formatting: repeat("<b><p>", MANY / 2),
    links: repeat("<a href=x>", MANY / 2),
    tables: repeat("<table><tr><td>", MANY / 3),
    foreign: repeat("<svg>", MANY),
    templates: repeat("<template>", MANY),
    "end tags": repeat("</a>", MANY),
  },
  "lines of marks": {
    greater: repeat(">", 2 * MANY),
    quotes: repeat("> ", MANY),
    less: repeat("<", 2 * MANY),
    emphasis: repeat("*a_ ", MANY),
    stars: repeat("*", 2 * MANY),
    "open brackets": repeat("[", MANY),
    brackets: repeat("[", MANY / 2) + repeat("]", MANY / 2),
    links: repeat("[a](", MANY / 2),
    images: `${repeat("![", MANY / 5)}a${repeat("](b)", MANY / 5)}`,
    backticks: each(600, (index) => `${repeat("`", index + 1)} `),
    ampersands: repeat("&", 2 * MANY),
    references: repeat("a &nbsp;", MANY),
    backslashes: repeat("\\", 2 * MANY),
  },
  "templates and expressions": {
    moustaches: repeat("{{", MANY),
    "closing moustaches": repeat("}}", MANY),
    tags: repeat("{%", MANY),
    raw: repeat("{% raw %}", MANY / 4),
    quotes: repeat('{% a "', MANY / 4),
    shortcodes: repeat("{{<", MANY / 2),
    erb: repeat("<%", MANY),
    braces: `{${repeat("(", MANY / 4)}${repeat(")", MANY / 4)}}`,
    operators: `{${repeat("!", MANY / 2)}a}`,
    ternaries: `{${repeat("a?", MANY / 2)}}`,
    "elements in attributes": `${repeat("<A b={", 5000)}1`,
    fragments: repeat("<>", MANY / 2),
  },
  "things left open": {
    comment: `a\n\n<!-- ${repeat("b\n", MANY)}`,
    comments: repeat("<!--", MANY),
    script: `<script>${repeat("b\n", MANY)}`,
    scripts: repeat("<script><!--", MANY / 3),
    quote: `<p title="${repeat("a", MANY)}`,
    quotes: repeat('<p title="a', MANY / 2),
    "character data": repeat("<![CDATA[", MANY / 3),
    fence: `\`\`\`\n${repeat("b\n", MANY)}`,
    fences: repeat("```\n~~~\n", MANY / 10),
    brace: `a {${repeat("b ", MANY / 2)}`,
    import: `import {${repeat("a,\n", MANY / 5)}`,
    everything: "<!-- \n<script>\n<p title=\"\n<![CDATA[\n```\n{%\n{{\n<a href='",
  },
  "one long line": {
    letters: repeat("a", 5_000_000),
    words: repeat("lorem ipsum, ", 30_000),
    sentences: repeat("漢字漢字。", 40_000),
    spaces: `a${repeat(" ", 1_000_000)}b`,
  },
  "tables and attributes": {
    wide: `|${repeat("a|", 5000)}\n|${repeat("-|", 5000)}\n${repeat("|b|\n", 1000)}`,
    tall: `|a|b|\n|-|-|\n${repeat("|c|d|\n", 4000)}`,
    html: `<table>${repeat("<tr><td>a<td>b", MANY / 20)}</table>`,
    misplaced: `<table>${repeat("a<b>", MANY / 20)}`,
    attributes: `<p ${each(MANY, (index) => `a${index}=1`, " ")}>b</p>`,
    "one attribute": `<p ${repeat("a=1 ", MANY)}>b</p>`,
    style: `<p style="${repeat("(", MANY)}">b</p>`,
    srcset: `<img alt="a" src="a.png" srcset="${repeat("a.png 1x, ", MANY / 4)}">`,
  },
  "lists, quotes and HTML in one another": {
    "deep list": each(2000, (index) => `${repeat(" ", 2 * index)}- a\n`),
    "list in a line": `${repeat("- ", MANY)}a`,
    "long list": repeat("- a\n", MANY / 10),
    "quoted lists": `${repeat("> - ", MANY / 5)}<div>`,
    "quoted tags": each(1000, (index) => `${repeat("> ", index % 50)}<b><i>a\n`),
    "tags and emphasis": repeat("<div>\n\n*a* <b>\n\n", 2000),
    "pieces of front matter": repeat("---\ntitle: a\n---\n", 3000),
  },
  "many of one kind": {
    headings: each(1000, (index) => `## a${index}\n\n`),
    anchors: each(1000, (index) => `[a](#b${index})\n\n`),
    ids: repeat("<p id=a>b</p>\n\n", 1000),
    "remote images": each(1000, (index) => `![a${index}](https://a.example/${index}.png)\n\n`),
    footnotes: `${repeat("[^1]", 5000)}\n\n[^1]: a\n`,
    directives: repeat("<!-- copydesk-disable-next-line image/alt-missing -->\n\n", 2000),
    paragraphs: repeat(`The same paragraph, ${repeat("long enough to count, ", 4)}.\n\n`, 3000),
    "near paragraphs": each(
      3000,
      (index) => `Paragraph ${index} is ${repeat("almost the same as another, ", 4)}.\n\n`,
    ),
    names: each(5000, (index) => `Mr Aleksandr${index % 70} Pushkin${index % 30} wrote. `),
  },
};
