import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleFormat } from "../../src/article/article.js";
import { parseArticle } from "../../src/article/parse-article.js";
import { hasTemplateSyntax, maskTemplates, TEMPLATE_FILLER } from "../../src/article/templates.js";
import { runs } from "../runs.js";

/** The masked text with `#` for filler and `^` for white space inside HTML blocks. */
function mask(text: string, format: ArticleFormat = "markdown"): string {
  return maskTemplates(text, format).masked.replaceAll(TEMPLATE_FILLER, "#").replaceAll("\f", "^");
}

function names(text: string, format: ArticleFormat = "markdown"): readonly string[] {
  return maskTemplates(text, format).tags.map(({ kind, name }) => `${kind} ${name}`.trim());
}

describe("tags inside text and values", () => {
  it.each([
    ["[x]({% link a.md %})", "[x](###############)"],
    ['<img src="{{ url("a b") }}">', '<img src="################">'],
    ["a {{ b }} c", "a ####### c"],
    ["a {{{ b }}} c", "a ######### c"],
    ["## {% icon a %} B", "## ############ B"],
    ['x {{< ref "a.md" >}} y', "x ################## y"],
    ["<p><%= a %></p>", "<p>########</p>"],
    ["- {% if a %}b{% endif %}", "- ##########b###########"],
    ["[a](b){: .c} d", "[a](b)###### d"],
    ["a {# b #} c", "a ####### c"],
  ])("%s stays one text", (text, expected) => {
    expect(mask(text)).toBe(expected);
  });
});

describe("tags alone on their lines", () => {
  it("leave blank lines where they print nothing, as Liquid and Nunjucks do", () => {
    expect(mask("a\n{% if x %}\nb\n{% endif %}\nc")).toBe("a\n          \nb\n           \nc");
    expect(mask("{% note warn %}\n*a*\n{% endnote %}\n")).toBe(
      "               \n*a*\n             \n",
    );
    expect(mask("> {% if x %}\n> a\n")).toBe(">           \n> a\n");
    expect(mask("a\n<% if (x) { %>\nb\n")).toBe("a\n              \nb\n");
  });

  it("stay a word of text where they print something", () => {
    expect(mask("a\n\n{% youtube x %}\n")).toBe("a\n\n###############\n");
    expect(mask("{{ content }}\n")).toBe("#############\n");
    expect(mask("{{< figure src=a >}}\n")).toBe("####################\n");
    expect(mask("{% include a,\n  b: c\n%}\n")).toBe("#############\n  ####\n##\n");
  });

  it("leave nothing where they enclose something", () => {
    expect(mask("{{< note >}}\na\n{{< /note >}}\n")).toBe("            \na\n             \n");
    expect(mask("{% tabs %}\na\n{% endtabs %}\n")).toBe("          \na\n             \n");
  });

  it("do not end the HTML block they stand in", () => {
    expect(mask("<ul>\n{% for a in b %}\n    <li>\n{% endfor %}\n</ul>\n")).toBe(
      "<ul>\n^^^^^^^^^^^^^^^^\n    <li>\n^^^^^^^^^^^^\n</ul>\n",
    );
    expect(mask("text\n<div>\n{% if a %}\n\n{% endif %}\n")).toBe(
      "text\n<div>\n^^^^^^^^^^\n\n           \n",
    );
    expect(mask("<b>a</b> text\n{% if a %}\n")).toBe("<b>a</b> text\n          \n");
  });

  it("stay in the list item that they are indented for", () => {
    const tag = '{% figure src="a.png",\n     alt="b" %}';
    expect(mask(`- a\n  ${tag}\n`)).toBe(`- a\n  ${"#".repeat(22)}\n     ${"#".repeat(10)}\n`);
    const { problems } = parseArticle({
      path: "a.md",
      source: `1. a\n   <figure>\n   ${tag}\n\n   <p>b</p>\n   </figure>\n`,
    });
    expect(problems).toEqual([]);
  });

  it("are spaces in HTML articles, so that tables keep their rows", () => {
    expect(mask("<table>\n{% for a in b %}\n<tr>\n", "html")).toBe(
      "<table>\n                \n<tr>\n",
    );
  });

  it("blank the lines of directives and attribute lists", () => {
    expect(mask(":::note Title\n\na\n\n:::\n")).toBe("             \n\na\n\n   \n");
    expect(mask(":::tip\r\na\r\n:::\r\n", "mdx")).toBe("      \r\na\r\n   \r\n");
    expect(mask("a\n{: .b}\n")).toBe("a\n      \n");
    expect(names(":::note\n:::\n\na\n{: .b}\n")).toEqual([
      "directive note",
      "directive",
      "directive :",
    ]);
  });
});

describe("blocks", () => {
  it("hide code and comments whole", () => {
    const text = "{% codeblock lang:js %}\nlet a = '{{';\n{% endcodeblock %}\nb {{ c }}";
    expect(mask(text)).toBe(
      `${text.slice(0, text.indexOf("b {{")).replace(/[^\n]/g, " ")}b #######`,
    );
    expect(names(text)).toEqual(["opaque codeblock", "expression"]);
    expect(
      names("{% comment %}{% if %}{% endcomment %}{{< highlight go >}}a{{< / highlight >}}"),
    ).toEqual(["opaque comment", "opaque highlight"]);
    expect(
      names(
        "{% code %}{% raw %}{% code %}a{% endcode %}{% endraw %}b{% endcode %}{{ c }}{% code %}{% raw %}{% endcode %}",
      ),
    ).toEqual(["opaque code", "expression", "opaque code"]);
  });

  it("hide what another template language renders", () => {
    const pier = '<pier-map @show="all"></pier-map>';
    expect(names(`{% renderTemplate "webc" %}${pier}{% endrenderTemplate %}`)).toEqual([
      "opaque renderTemplate",
    ]);
    for (const language of ["md", "liquid,md", "njk", "html"])
      expect(mask(`{% renderTemplate "${language}" %}b{% endrenderTemplate %}`)).toContain("b");
  });

  it("show raw content as text", () => {
    expect(mask("{% raw %}{{ a }}{% b %}{% endraw %}{{ c }}")).toBe(
      "#########{{ a }}{% b %}##########".concat("##", "#######"),
    );
    expect(mask("{% verbatim %}\n{{ a }}\n{% endverbatim %}\n")).toBe(
      "              \n{{ a }}\n                 \n",
    );
  });

  it("leave fenced and inline code alone", () => {
    const text = "```liquid\n{% codeblock %}\n{{ a }}\n```\n\n`{% raw %}` and `{{ a }}`\n{{ b }}\n";
    expect(mask(text)).toBe(text.replace("{{ b }}", "#######"));
  });

  it("are only tags where their end is missing", () => {
    expect(names("{% codeblock %}\n{{ a }}")).toEqual(["tag codeblock", "expression"]);
  });
});

describe("what is no template", () => {
  it.each([
    "{{ a\n\nb }}",
    "{{ a {% b",
    "{% a",
    "## Title {#id}\n\ntext #}",
    "a < % b %>",
    "{:ok",
    "a :::b",
    "{{",
  ])("%j is left as it is", (text) => {
    expect(maskTemplates(text, "markdown")).toEqual({ masked: text, tags: [] });
  });

  it("takes no braces of MDX", () => {
    const text = "<a style={{ b: 1 }}>{% c %}</a>";
    expect(maskTemplates(text, "mdx")).toEqual({ masked: text, tags: [] });
  });

  it("takes a backtick in HTML for no code", () => {
    expect(mask("<p>a ` {{ b }} ` c</p>", "html")).toBe("<p>a ` ####### ` c</p>");
  });

  it("takes no kramdown attributes in HTML", () => {
    expect(mask("<p>{: .a}</p>", "html")).toBe("<p>{: .a}</p>");
  });

  it("takes the inner of two openings when the outer has no end", () => {
    expect(mask("{{ a {{ b }}")).toBe("{{ a #######");
  });
});

describe("masking in general", () => {
  const pieces = fc.constantFrom(
    "{{",
    "}}",
    "{%",
    "%}",
    "{{<",
    ">}}",
    "{#",
    "#}",
    "<%",
    "%>",
    "{:",
    "}",
    ":::",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "a",
    " if x ",
    "raw",
    "endraw",
    " code ",
    " endcode ",
    "```",
    "`",
    "<div>",
    "> ",
    "- ",
    "漢",
    "😀",
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
  const formats = fc.constantFrom<ArticleFormat>("markdown", "html", "mdx");

  it("keeps length and line endings, and changes nothing outside its tags", () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const { masked, tags } = maskTemplates(text, format);
        expect(masked.length).toBe(text.length);
        let at = 0;
        for (const { range } of tags) {
          expect(range.start).toBeGreaterThanOrEqual(at);
          expect(range.end).toBeGreaterThan(range.start);
          expect(masked.slice(at, range.start)).toBe(text.slice(at, range.start));
          const filler = masked.slice(range.start, range.end);
          // Behind tags on a line of their own a block of HTML begins a new line, in the same container.
          expect(filler).toMatch(/^[\uE0F0 \t\f\r\n]*(?:\n[ >*+-]*)?$/);
          const feeds =
            filler.split("\n").length - text.slice(range.start, range.end).split("\n").length;
          expect([0, 1]).toContain(feeds);
          at = range.end;
        }
        expect(masked.slice(at)).toBe(text.slice(at));
      }),
      { numRuns: runs(500) },
    );
  });

  it.each([
    "{{",
    "{%",
    "{{ a }}",
    "{% code %}",
    "{{<",
    "`{{ a }}` ",
    "{{ a\n",
    "{:",
    "<%",
    "{# ",
    ":::\n",
    "{% raw %}",
  ])("is linear for 100 000 times %j", (piece) => {
    const before = performance.now();
    maskTemplates(piece.repeat(100_000), "markdown");
    maskTemplates(piece.repeat(100_000), "html");
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe("unknown values", () => {
  it.each([
    "{{ a }}/b.png",
    "{% link a %}",
    "<%= a %>",
    "${a}/b",
    ":year/:title/",
    "/blog/:slug",
    "/a/:id.html",
    `${TEMPLATE_FILLER}/b`,
  ])("%s is unknown", (value) => {
    expect(hasTemplateSyntax(value)).toBe(true);
  });

  it.each([
    "a.png",
    "https://a.example:8080/b",
    "mailto:a@b.example",
    ":)",
    "a: b",
    "{a}",
    "100%",
    "/wiki/Talk:A/b",
    ":smile:",
  ])("%s is known", (value) => {
    expect(hasTemplateSyntax(value)).toBe(false);
  });
});
