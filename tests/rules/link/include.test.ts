import include from "../../../rules/link/include.js";
import { testRule } from "../../../src/testing/test-rule.js";

const complete = { site: { complete: true } };
const book = { site: { complete: true, root: "src" } };
const snippets = (options: object = {}) => ({
  site: { complete: true, config: { markdown_extensions: [{ "pymdownx.snippets": options }] } },
});
const jekyll = (config: object = {}) => ({
  site: { complete: true, config: { title: "A", ...config } },
});
const eleventy = (config: object = {}) => ({
  site: { complete: true, config: { dir: {}, calls: [], ...config } },
});

testRule(include, {
  valid: [
    { name: "an engine that includes nothing", text: "{{#include a.rs}}\n", settings: complete },
    {
      name: "a part of a site outside of a repository",
      text: "{{#include a.rs}}\n",
      engine: "mdbook",
      path: "src/a.md",
    },
    {
      name: "an include that the book shows, in inline code and in code of Markdown",
      text: "\\{{#include a.rs}} `{{#include a.rs}}`\n\n```md\n{{#include a.rs}}\n```\n",
      engine: "mdbook",
      path: "src/a.md",
      settings: book,
    },
    {
      name: "names of another preprocessor of the book",
      text: "{{#includes a.rs}}\n{{#inclusive a.rs}}\n{{#quiz a.toml}}\n",
      engine: "mdbook",
      path: "src/a.md",
      settings: { site: { ...book.site, config: { preprocessor: { quiz: {} } } } },
    },
    {
      name: "a book with a preprocessor before its own",
      text: "{{#include a.rs}}\n",
      engine: "mdbook",
      path: "src/a.md",
      settings: { site: { ...book.site, config: { preprocessor: { x: { before: ["links"] } } } } },
    },
    {
      name: "anchors and lines that the file has",
      text: "```rust\n{{#rustdoc_include a.rs:here}}\n{{#include a.rs:3}}\n{{#include a.rs:2:}}\n{{#include a.rs::9}}\n```\n",
      engine: "mdbook",
      path: "src/a.md",
      files: [{ path: "src/a.rs", text: "// ANCHOR: here\nfn a() {}\n// ANCHOR_END: here\n" }],
      settings: book,
    },
    {
      name: "a path that the config ignores",
      text: "{{#include made/a.rs}}\n",
      engine: "mdbook",
      path: "src/a.md",
      options: { ignore: ["made/"] },
      settings: book,
    },
    {
      name: "a comment of VitePress in code, and a snippet in code",
      text: "```md\n<!--@include: ./a.md-->\n<<< ./a.js\n```\n",
      engine: "vitepress",
      settings: complete,
    },
    {
      name: "lines and regions of a file below the sources of VitePress",
      text: "<!--@include: @/b.txt{2,3}-->\n\n<<< @/c.js#part{1,2 js} [c]\n",
      engine: "vitepress",
      path: "docs/x/a.md",
      files: [
        { path: "docs/b.txt", text: "1\n2\n3\n" },
        { path: "docs/c.js", text: "// #region part\na();\n// #endregion part\n" },
      ],
      settings: { site: { complete: true, root: "docs" } },
    },
    {
      name: "snippets where the extension is off",
      text: '--8<-- "a.md"\n',
      engine: "mkdocs",
      settings: complete,
    },
    {
      name: "snippets from folders of the config, in a block, escaped and by address",
      text: '--8<-- "b.md"\n\n;--8<-- "gone.md"\n\n--8<-- "https://example.org/a.md"\n\n--8<--\nb.md\n; gone.md\n--8<--\n',
      path: "docs/a.md",
      engine: "mkdocs",
      files: ["parts/b.md"],
      settings: snippets({ base_path: ["docs", "parts"] }),
    },
    {
      name: "a snippet where a plugin makes files",
      text: '--8<-- "a.md"\n',
      engine: "mkdocs",
      settings: {
        site: {
          complete: true,
          config: { markdown_extensions: ["pymdownx.snippets"], plugins: ["gen-files"] },
        },
      },
    },
    {
      name: "an include of Jekyll that is there, one in a condition, one that is computed, one that is shown",
      text: "---\ntitle: A\n---\n{% include a.html x=1 %}{% if page.x %}{% include b.html %}{% endif %}{% include {{ page.x }} %}{% raw %}{% include c.html %}{% endraw %}\n",
      engine: "jekyll",
      files: ["_includes/a.html"],
      settings: jekyll(),
    },
    {
      name: "an include that a theme of Jekyll may bring",
      text: "---\ntitle: A\n---\n{% include a.html %}\n",
      engine: "jekyll",
      settings: jekyll({ theme: "minima" }),
    },
    {
      name: "includes of Eleventy from its folders, with the ending that Liquid adds, or missing on purpose",
      text: '{% include "a.njk" %}{% render "b" %}{% include "./c.txt" %}{% include "d.njk" ignore missing %}{% include name %}\n',
      path: "posts/a.md",
      engine: "eleventy",
      files: ["_includes/a.njk", "_includes/b.liquid", "posts/c.txt"],
      settings: eleventy(),
    },
    {
      name: "an include of Eleventy where code says where files are looked for",
      text: '{% include "a.njk" %}\n',
      engine: "eleventy",
      settings: eleventy({ calls: [{ method: "setLiquidOptions", arguments: [] }] }),
    },
    {
      name: "imports that are there, of packages, and in comments",
      text: "import A from './a';\nimport B from '@site/src/b.js';\nimport C from './\\_c.mdx';\nimport D from 'd';\n/* import E from './e'; */\nimport F from '!!raw-loader!./f.txt?x';\n\nText.\n",
      path: "docs/a.mdx",
      engine: "docusaurus",
      files: ["docs/a.jsx", "src/b.ts", "docs/_c.mdx", "docs/f.txt"],
      settings: complete,
    },
    {
      name: "an import in an article that is no MDX",
      text: "import A from './a.astro'\n",
      engine: "astro",
      settings: complete,
    },
  ],
  invalid: [
    {
      name: "a name that is a letter off, in a book with another preprocessor",
      text: "{{#inclde a.rs}}\n",
      engine: "mdbook",
      path: "src/a.md",
      settings: { site: { ...book.site, config: { preprocessor: { quiz: {} } } } },
      findings: [{ messageId: "unknown", text: "inclde" }],
      suggested: ["{{#include a.rs}}\n"],
    },
    {
      name: "an include of mdBook without its mark",
      text: "```rust\n{{include b.rs}}\n```\n\n`{{include b.rs}}` \\{{include b.rs}} {{include}}\n",
      engine: "mdbook",
      path: "src/a.md",
      settings: book,
      findings: [{ messageId: "unknown", text: "include" }],
      suggested: [
        "```rust\n{{#include b.rs}}\n```\n\n`{{include b.rs}}` \\{{include b.rs}} {{include}}\n",
      ],
    },
    {
      name: "files that mdBook does not find, and parts that they do not have",
      text: "```rust\n{{#include b.rs:here}}\n{{#playground c.rs editable}}\n{{#rustdoc_include d/a.rs:there}}\n{{ #include d/a.rs:5:9 }}\n```\n",
      engine: "mdbook",
      path: "src/a.md",
      files: [{ path: "src/d/a.rs", text: "// ANCHOR: here\nfn a() {}\n// ANCHOR_END: here\n" }],
      settings: book,
      findings: [
        { messageId: "absent", text: "b.rs", severity: "error" },
        { messageId: "absent", text: "c.rs" },
        { messageId: "part", text: "there" },
        { messageId: "part", text: "5:9" },
      ],
    },
    {
      name: "an include of mdBook with one brace, and one that takes the text below it for its path",
      text: "```rust\n{{#include a.rs}\n```\n\n{{#include a.rs\n\nText {{#include a.rs}}.\n",
      engine: "mdbook",
      path: "src/a.md",
      files: ["src/a.rs"],
      settings: book,
      findings: [
        { messageId: "unclosed", text: "{{#include a.rs}" },
        { messageId: "unclosed", text: "{{#include a.rs" },
      ],
    },
    {
      name: "comments and snippets of VitePress without a file, a region or lines",
      text: "<!--@include: ./gone.txt-->\n\n<!-- @include: @/b.txt{9,12} -->\n\n<!--@inclde: ./b.txt-->\n\n<<< ./gone.js{1,2}\n\n<<< @/c.js#other\n",
      engine: "vitepress",
      path: "docs/a.md",
      files: [
        { path: "docs/b.txt", text: "1\n2\n3\n" },
        { path: "docs/c.js", text: "// #region part\na();\n// #endregion part\n" },
      ],
      settings: { site: { complete: true, root: "docs" } },
      findings: [
        { messageId: "absent", text: "./gone.txt" },
        { messageId: "part", text: "{9,12}" },
        { messageId: "unknown", text: "inclde" },
        { messageId: "absent", text: "./gone.js" },
        { messageId: "part", text: "other" },
      ],
      suggested: [
        "<!--@include: ./gone.txt-->\n\n<!-- @include: @/b.txt{9,12} -->\n\n<!--@include: ./b.txt-->\n\n<<< ./gone.js{1,2}\n\n<<< @/c.js#other\n",
      ],
    },
    {
      name: "snippets of MkDocs without a file or a section",
      text: '--8<-- "gone.md"\n\n--8<-- "b.py:other"\n\n--8<--\nb.py:part\naway.md\n--8<--\n',
      path: "docs/a.md",
      engine: "mkdocs",
      files: [{ path: "b.py", text: "# --8<-- [start:part]\na()\n# --8<-- [end:part]\n" }],
      settings: snippets({ check_paths: true }),
      findings: [
        { messageId: "absent", text: "gone.md" },
        { messageId: "part", text: "other" },
        { messageId: "absent", text: "away.md" },
      ],
    },
    {
      name: "directives of include-markdown without a file",
      text: '{% include "gone.md" %}\n\n{%\n  include-markdown "../away.md"\n  heading-offset=1\n%}\n',
      path: "docs/x/a.md",
      engine: "mkdocs",
      settings: {
        site: { complete: true, root: "docs", config: { plugins: ["include-markdown"] } },
      },
      findings: [
        { messageId: "absent", text: "gone.md" },
        { messageId: "absent", text: "../away.md" },
      ],
    },
    {
      name: "includes of Jekyll that are nowhere, in code as well",
      text: '---\ntitle: A\n---\n{% include alert.html type="x" %} {% include_relative b.md %}\n\n```html\n{% include "alertt.html" %}\n```\n',
      path: "_posts/2022-03-01-a.md",
      engine: "jekyll",
      files: ["_posts/c.md"],
      settings: jekyll(),
      findings: [
        { messageId: "absent", text: "alert.html" },
        { messageId: "absent", text: "b.md" },
        { messageId: "absent", text: '"alertt.html"' },
      ],
    },
    {
      name: "an include of Eleventy that is nowhere, and one in another letter case",
      text: '{% include "parts/gone.njk" %} {% from "Macros.njk" import a %}\n',
      engine: "eleventy",
      files: ["_includes/macros.njk"],
      settings: eleventy(),
      findings: [
        { messageId: "absent", text: "parts/gone.njk" },
        { messageId: "case", text: "Macros.njk" },
      ],
      suggested: ['{% include "parts/gone.njk" %} {% from "macros.njk" import a %}\n'],
    },
    {
      name: "imports of files that are not there",
      text: "# A\n\nimport A from './gone';\nimport {\n  b,\n} from '@site/src/away';\nimport C from '!!raw-loader!./c.txt';\nexport * from \"./d.js\";\n\nText.\n",
      path: "docs/a.mdx",
      engine: "docusaurus",
      files: ["docs/other.jsx"],
      settings: complete,
      findings: [
        { messageId: "absent", text: "./gone" },
        { messageId: "absent", text: "@site/src/away" },
        { messageId: "absent", text: "./c.txt" },
        { messageId: "absent", text: "./d.js" },
      ],
    },
  ],
});
