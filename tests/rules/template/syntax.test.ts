import { describe } from "vitest";
import rule from "../../../rules/template/syntax.js";
import { testRule } from "../../../src/testing/test-rule.js";

const head = "---\ntitle: A\n---\n";
const jekyll = { engine: "jekyll", path: "_posts/2022-03-01-a.md" } as const;
const hexo = { engine: "hexo", path: "source/_posts/a.md" } as const;
const eleventy = { engine: "eleventy", path: "posts/a.md" } as const;
const hugo = { engine: "hugo", path: "content/a.md" } as const;
const vitepress = { engine: "vitepress", path: "a.md" } as const;

const misspelt = `${head}{% blockqoute %}a{% endblockquote %}{% codeblock %}b{% endcodeblok %}{% yuotube x %}{% elsief %}\n`;

describe("template/syntax", () => {
  testRule(rule, {
    valid: [
      { name: "a theme's own version of a tag", text: `${head}{{% _param quay %}}\n`, ...hugo },
      { name: "no engine", text: `${head}{% if %} {{ a\n` },
      { name: "Docusaurus and Astro", text: `${head}{{ a {% b\n`, engine: "docusaurus" },
      { name: "MDX", text: "<a style={{ a: 1 }}>b</a>\n", engine: "hexo", path: "source/a.mdx" },
      {
        name: "Hexo without Nunjucks",
        text: "---\ndisableNunjucks: true\n---\n{{ a {% if %}\n",
        ...hexo,
      },
      {
        name: "braces that Hexo escapes in code that is written as HTML, in a list, too",
        text: `${head}Write <code>{{ bar }}</code>.\n\n- <pre><code>\`{% foo %}{{ bar }}{% endfoo %}\`</code></pre>\n- <code>{% foo</code>\n`,
        ...hexo,
      },
      {
        name: "Jekyll without Liquid",
        text: "---\nrender_with_liquid: false\n---\n{{ a {% if %}\n",
        ...jekyll,
      },
      {
        name: "Jekyll without front matter: the file is copied (no variant adds one)",
        text: "{{ a {% if %}\n",
        ...jekyll,
        variants: ["crlf", "cjk"],
      },
      {
        name: "Eleventy with Markdown only",
        text: "---\ntemplateEngineOverride: md\n---\n{{ a {% if %}\n",
        ...eleventy,
      },
      {
        name: "variables of Jekyll, of the front matter and of the article",
        text: `---\ntitle: A\nmood: x\n---\n{{site.url}} {{- page.title -}} {{ mood }}\n{% assign a = site.b | first %}{{ a.c | upcase }}\n{% for b in a %}{{ b }}{{ forloop.index }}{% endfor %}{% capture c %}d{% endcapture %}{{ c }}\n`,
        ...jekyll,
      },
      {
        name: "texts, numbers and groups printed on purpose",
        text: `${head}{{ "a" | upcase }} {{ 'b' }} {{ 1 | plus: 2 }} {{ "{{" }} {{ '{%' }}\n`,
        ...jekyll,
      },
      {
        name: "quotation marks in strings",
        text: `${head}{{ "it's" | append: '"' }} {% assign a = "don't" %}{{ a }} {% pullquote it's %}{% endpullquote %}\n`,
        ...jekyll,
      },
      {
        name: "quotation marks in values of shortcodes",
        text: `${head}{{< fig src="a \\" b" alt=\`5" pipe\` it's a"b title="“x”" >}} {{< note "a" "b" >}}\n`,
        ...hugo,
      },
      {
        name: "apostrophes in arguments, and in comments",
        text: `${head}{% added "it's" %} {% added 'a "b' %} {% comment it's 'x %}a{% endcomment %}\n`,
        ...eleventy,
      },
      {
        name: "braces of code, of objects and of templates that are shown",
        text: `${head}\`{ site.url }}\` a { b.c }} \${ site.url }} {% raw %}{ site.url }}{% endraw %}\n\n    { site.url }}\n`,
        ...jekyll,
      },
      {
        name: "escaped quotation marks of Nunjucks",
        text: `${head}{{ "a \\" b" | upper }}\n`,
        ...eleventy,
      },
      {
        name: "tags of other languages, shown in raw",
        text: `${head}{% raw %}{% endrow %} {% endaw %}{% endraw %} {% raw %}b{% endraw %}\n`,
        ...jekyll,
      },
      {
        name: "data of Eleventy may have any name",
        text: `${head}{{ agency.name }} {{ metadata['x'] }} {{ collections.all | first }} {% image "a.png", "b" %}\n`,
        ...eleventy,
      },
      {
        name: "branches where they belong",
        text: `${head}{% if a %}{% elsif b %}{% else %}{% endif %}{% case c %}{% when 1 %}{% else %}{% endcase %}{% for d in e %}{% break %}{% else %}{% endfor %}{% unless f %}{% endunless %}\n`,
        ...jekyll,
      },
      {
        name: "raw around all sorts of braces, in code too",
        text: `${head}{% raw %}{{ a {% b {% endif %}{% endraw %}\n\n\`\`\`\n{% raw %}\n{{ a }}\n{% if\n{% endraw %}\n\`\`\`\n\n\`{% raw %}{{{% endraw %} a }}\`\n`,
        ...jekyll,
      },
      {
        name: "code with highlight, whose braces are the article's own",
        text: `${head}{% highlight js %}\nlet a = 1;\n{% endhighlight %}\n{% comment %}{{ a {% endcomment %}\n`,
        ...jekyll,
      },
      {
        name: "code between backticks, fenced code and comments on Hexo",
        text: `${head}\`{{ a }}\` \`{% if\` <!-- {{ a }} {% if x %} -->\n\n~~~\n{{ a\n{% endif %}\n~~~\n`,
        ...hexo,
      },
      {
        name: "both forms of set",
        text: `${head}{% set a = 1 %}{% set b %}c{% endset %}{{ a }}{{ b }}\n`,
        ...hexo,
      },
      {
        name: "tags of known themes and of the site's own",
        text: `${head}{% btn a, b %}{% tabs a %}{% endtabs %}{% weather %}{% youtub x %}\n`,
        options: { tags: ["weather", "youtub"] },
        ...hexo,
      },
      {
        name: "shortcodes with an end, without one, closed by themselves, and shown",
        text: `${head}{{< a >}}b{{< /a >}} {{% c %}} {{< d />}} {{</* highlight */>}} {{ e {% if\n\n{{< highlight go >}}\n{{< f\n{{< /highlight >}}\n`,
        ...hugo,
      },
      {
        name: "VitePress: code, v-pre, globals and the page's own variables",
        text: "`{{ a }}` {{ $frontmatter.title }} {{ 1 + 1 }} {{ Math.max(1, 2) }} <span v-pre>{{ a }}</span> {% if\n",
        ...vitepress,
      },
      {
        name: "VitePress: a script may bring any name",
        text: "<script setup>\nconst a = 1\n</script>\n\n{{ a }}\n",
        ...vitepress,
      },
      {
        name: "VitePress: a container without templates",
        text: "::: v-pre\n{{ a }}\n:::\n",
        ...vitepress,
      },
    ],
    invalid: [
      {
        name: "a string in a shortcode that does not end, where arguments are expressions",
        text: `${head}{% added "2.0.0 %} {% added "2.0.0", 'x %} {% added "2.0.0" %}\n`,
        ...eleventy,
        findings: [
          { messageId: "quote", text: '{% added "2.0.0 %}', severity: "error" },
          { messageId: "quote", text: `{% added "2.0.0", 'x %}` },
        ],
      },
      {
        name: "expressions and shortcodes with one brace at one side",
        text: `${head}At least { site.version }} and { page.title | upcase }}.\n`,
        ...jekyll,
        findings: [
          { messageId: "half", text: "{ site.version }}", severity: "error" },
          { messageId: "half", text: "{ page.title | upcase }}" },
        ],
        suggested: [
          `${head}At least {{ site.version }} and { page.title | upcase }}.\n`,
          `${head}At least { site.version }} and {{ page.title | upcase }}.\n`,
        ],
      },
      {
        name: "a value of a shortcode that does not end",
        text: `${head}{{< fig src="a.png >}} {{< fig src="a.png” >}} {{< fig alt="a src="b.png" >}} {{% fig alt="b" src="a %}}\n`,
        ...hugo,
        findings: [
          { messageId: "quote", text: '{{< fig src="a.png >}}', severity: "error" },
          { messageId: "quote", text: '{{< fig src="a.png” >}}' },
          { messageId: "quote", text: '{{< fig alt="a src="b.png" >}}' },
          { messageId: "quote", text: '{{% fig alt="b" src="a %}}' },
        ],
      },
      {
        name: "the end of a block that lost a sign",
        text: `${head}{% set a %}\nb\n{%- endset }\n{{ a }}\n\n{% set b %}\nc\n{% endset %}\n`,
        ...eleventy,
        findings: [{ messageId: "half", text: "{%- endset }" }],
      },
      {
        name: "a block that nothing closes, and one in which another begins",
        text: `${head}{% set a %}\nb\n{% include "c" %}\n\n{% set d %}\ne\n{% endset %}\n`,
        ...eleventy,
        findings: [{ messageId: "unclosed", text: "{% set a %}" }],
      },
      {
        name: "a shortcode that lost a brace",
        text: `${head}{< youtube x >}} {{< youtube x >}}\n`,
        ...hugo,
        findings: [{ messageId: "half", text: "{< youtube x >}}" }],
      },
      {
        name: "a string that does not end",
        text: `${head}{{ "a | upcase }} b {{ site.url | append: 'x }}\n\n{% assign c = "d %}\n`,
        ...jekyll,
        findings: [
          { messageId: "quote", text: '{{ "a | upcase }}', severity: "error" },
          { messageId: "quote", text: "{{ site.url | append: 'x }}" },
          { messageId: "quote", text: '{% assign c = "d %}' },
        ],
      },
      {
        name: "a misspelled closing tag of raw, which the next raw closes",
        text: `${head}{% raw %}{{ a }}{% endrw %}\n\n{% raw %}{{ b }}{% endraw %}\n`,
        ...jekyll,
        findings: [{ messageId: "shownEnd", text: "{% endrw %}" }],
      },
      {
        name: "a misspelled closing tag of raw at the end",
        text: `${head}{% raw %}{{ a }}{% endraaw %}\n`,
        ...hexo,
        findings: [{ messageId: "shownEnd", text: "{% endraaw %}" }],
      },
      {
        name: "marks that are never closed",
        text: `${head}a {{ b\n\nc {% d\n`,
        ...jekyll,
        findings: [
          { messageId: "unfinished", text: "{{", severity: "error" },
          { messageId: "unfinished", text: "{%", severity: "error" },
        ],
        suggested: [
          `${head}a {% raw %}{{{% endraw %} b\n\nc {% d\n`,
          `${head}a {{ b\n\nc {% raw %}{%{% endraw %} d\n`,
        ],
      },
      {
        name: "an unfinished shortcode",
        text: `${head}{{< figure src="a"\n\n{{% b }}\n`,
        ...hugo,
        findings: [
          { messageId: "unfinished", text: "{{<" },
          { messageId: "unfinished", text: "{{%" },
        ],
      },
      {
        name: "an unfinished expression of VitePress",
        text: "a {{ b\n",
        ...vitepress,
        findings: [{ messageId: "unfinished", text: "{{" }],
        suggested: ["a <span v-pre>{{</span> b\n"],
      },
      {
        name: "expressions meant as text are one finding, code included",
        text: `${head}$\\frac{{a}}{b}$ and \`{{ user }}\`\n\n    <p>{{lastName}}</p>\n`,
        ...jekyll,
        findings: [
          {
            messageId: "executed",
            severity: "error",
            text: "{{a}}",
            related: ["4:22-4:32", "6:8-6:20"],
          },
        ],
        suggested: [
          `${head}$\\frac{% raw %}{{a}}{% endraw %}{b}$ and \`{% raw %}{{ user }}{% endraw %}\`\n\n    <p>{% raw %}{{lastName}}{% endraw %}</p>\n`,
        ],
      },
      {
        name: "what is not an expression at all, also in Eleventy",
        text: `${head}<p style={{ color: 'red' }}>a</p> {{}} {{ <b> }}\n`,
        ...eleventy,
        findings: [{ messageId: "executed", at: "4:10-4:28", related: ["4:35-4:39", "4:40-4:49"] }],
        suggested: [],
      },
      {
        name: "expressions of a page whose script does not name them",
        text: `${head}<script setup>\nconst boat = 1;\n</script>\n\nIn \`<script setup>\`: {{ boat }} and {{ quay.name }}.\n\n<Log v-for="day in days"><template #default="{ tide }">{{ day }} {{ tide }}</template></Log>\n`,
        ...vitepress,
        findings: [{ messageId: "executed", text: "{{ quay.name }}" }],
      },
      {
        name: "a variable VitePress cannot know",
        text: "Hello {{ name }}\n",
        ...vitepress,
        findings: [{ messageId: "executed", text: "{{ name }}" }],
        suggested: ["Hello <span v-pre>{{ name }}</span>\n"],
      },
      {
        name: "blocks without an end, in a quotation too",
        text: `${head}> {% if a %}b\n\n{%- for c in d -%}\n`,
        ...jekyll,
        findings: [
          { messageId: "unclosed", text: "{% if a %}", severity: "error" },
          { messageId: "unclosed", text: "{%- for c in d -%}" },
        ],
        suggested: [
          `${head}> {% raw %}{% if a %}{% endraw %}b\n\n{%- for c in d -%}\n`,
          `${head}> {% if a %}b\n\n{% raw %}{%- for c in d -%}{% endraw %}\n`,
        ],
      },
      {
        name: "raw without an end explains all that follows",
        text: `${head}{% raw %}{{ a }} {% if b %} {{ c\n`,
        ...hexo,
        findings: [{ messageId: "unclosed", text: "{% raw %}" }],
      },
      {
        name: "an inner block without an end is the only finding",
        text: `${head}{% if a %}{% for b in c %}{% endif %}\n`,
        ...jekyll,
        findings: [{ messageId: "unclosed", text: "{% for b in c %}" }],
        suggested: [],
      },
      {
        name: "closing tags without an opening tag",
        text: `${head}{% endif %}\n\n{% endnote %}\n`,
        ...hexo,
        findings: [
          { messageId: "stray", text: "{% endif %}", severity: "error" },
          { messageId: "stray", text: "{% endnote %}" },
        ],
        suggested: [`${head}\n\n{% endnote %}\n`, `${head}{% endif %}\n\n\n`],
      },
      {
        name: "a closing shortcode without an opening one",
        text: `${head}{{< /notice >}}\n`,
        ...hugo,
        findings: [{ messageId: "stray", text: "{{< /notice >}}" }],
        suggested: [`${head}\n`],
      },
      {
        name: "crossed blocks",
        text: `${head}{% if a %}{% for b in c %}{% endif %}{% endfor %}\n`,
        ...jekyll,
        findings: [
          { messageId: "crossed", text: "{% endif %}", severity: "error", related: ["4:11-4:27"] },
        ],
      },
      {
        name: "branches outside of their blocks",
        text: `${head}{% else %}{% for a in b %}{% when 1 %}{% endfor %}\n`,
        ...jekyll,
        findings: [
          { messageId: "outside", text: "{% else %}", severity: "error" },
          { messageId: "outside", text: "{% when 1 %}" },
        ],
      },
      {
        name: "misspelled tags, with a correct closing or opening tag",
        text: misspelt,
        ...hexo,
        findings: [
          { messageId: "unknown", text: "{% blockqoute %}", severity: "error" },
          { messageId: "unknown", text: "{% endcodeblok %}" },
          { messageId: "unknown", text: "{% yuotube x %}" },
          { messageId: "unknown", text: "{% elsief %}" },
        ],
        suggested: [
          "blockqoute/blockquote",
          "endcodeblok/endcodeblock",
          "yuotube/youtube",
          "elsief/elseif",
        ].map((change) => {
          const [wrong = "", right = ""] = change.split("/");
          return misspelt.replace(`{% ${wrong}`, `{% ${right}`);
        }),
      },
      {
        name: "Nunjucks on Jekyll",
        text: `${head}{% if a %}{% elseif b %}{% endif %}\n`,
        ...jekyll,
        findings: [{ messageId: "unknown", text: "{% elseif b %}" }],
        suggested: [`${head}{% if a %}{% elsif b %}{% endif %}\n`],
      },
      {
        name: "unknown tags, once each",
        text: `${head}{% weather a %}\n\n{% weather b %}\n\n{% mood %}\n`,
        ...jekyll,
        findings: [
          {
            messageId: "unfamiliar",
            text: "{% weather a %}",
            severity: "info",
            related: ["6:1-6:16"],
          },
          { messageId: "unfamiliar", text: "{% mood %}" },
        ],
      },
      {
        name: "tags that say too little",
        text: `${head}{% include %}{% assign a %}{% for b %}{% endfor %}{% if %}{% endif %}\n`,
        ...jekyll,
        findings: [
          { messageId: "argument", text: "{% include %}", severity: "error" },
          { messageId: "argument", text: "{% assign a %}" },
          { messageId: "argument", text: "{% for b %}" },
          { messageId: "argument", text: "{% if %}" },
        ],
      },
    ],
  });
});
