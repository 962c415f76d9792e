import rule from "../../../rules/text/box.js";
import { testRule } from "../../../src/testing/test-rule.js";

const vitepress = { engine: "vitepress", path: "a.md" } as const;
const docusaurus = { engine: "docusaurus", path: "docs/a.md" } as const;

const python = {
  engine: "mkdocs",
  path: "docs/a.md",
  settings: {
    site: {
      config: {
        markdown_extensions: ["admonition", "pymdownx.details", { "pymdownx.tabbed": {} }],
      },
    },
  },
} as const;

testRule(rule, {
  valid: [
    {
      name: "boxes that are closed, one in another",
      ...vitepress,
      text: "::: tip\nTides.\n:::\n\n:::: details More\n\n::: warning\nWind.\n:::\n\nFog.\n\n::::\n\n::: raw\n:::\n",
    },
    {
      name: "tabs with labels of their own, and tabs that code shows",
      ...vitepress,
      text: "::: code-group\n```js [Bow]\na\n```\n```js [Stern]\na\n```\n:::\n\n````md\n::: code-group\n```js [A]\n```\n```js [A]\n```\n:::\n````\n",
    },
    {
      name: "a box of another engine where a plugin may add it",
      ...vitepress,
      text: "::: note\nFog.\n:::\n",
    },
    {
      name: "tabs of two groups, and of one in another",
      ...python,
      text: '=== "Bow"\n\n    a\n\n    === "Bow"\n\n        b\n\nText.\n\n=== "Bow"\n\n    c\n\n===! "Bow"\n\n    d\n',
    },
    {
      name: "a box with a name in another script",
      ...vitepress,
      text: "::: 注意\nWind.\n:::\n",
    },
    {
      name: "boxes of the site's own",
      ...vitepress,
      text: "::: harbour-map\nQuay.\n:::\n\n::: harbour-log\nBoats.\n",
    },
    {
      name: "colons in code and in a sentence",
      ...vitepress,
      text: "```\n::: tip\n```\n\nA ::: b\n",
    },
    {
      name: "titles, labels and attributes",
      ...docusaurus,
      text: ":::tip Mind the tide\nA\n:::\n\n:::note[Mind **it**]\nB\n:::\n\n:::danger{#x}\nC\n:::\n",
    },
    {
      name: "a box in a list",
      ...docusaurus,
      text: "1. a\n\n   :::tip\n\n   B\n\n   :::\n\n2. c\n",
    },
    {
      name: "indented boxes of Python-Markdown",
      ...python,
      text: '!!! note\n    Tides.\n\n!!! tip inline end "Wind"\n\n    Fog.\n\n??? note\n\n    Rain.\n\n=== "Bow"\n\n    Ice.\n\n!!! warning "Gales after noon"\n\nBoats.\n\n```\n!!! note\nx\n```\n',
    },
    {
      name: "kinds of boxes that the site uses three times, or styles",
      engine: "mkdocs",
      path: "docs/a.md",
      settings: {
        site: { config: { markdown_extensions: ["admonition"], boxClasses: ["tipp"] } },
      },
      text: "!!! notee\n    a\n\n!!! notee\n    b\n\n!!! notee\n    c\n\n!!! tipp\n    d\n",
    },
    {
      name: "signs of equality before words that are no tab",
      ...python,
      text: "Tides\n\n=== Harbour\n\nBoats.\n",
    },
    {
      name: "alerts and callouts that are shown",
      ...vitepress,
      text: "> [!NOTE]\n> a\n\n> [!danger] Title\n> b\n\n> [!HINWEIS]\n> c\n\n> [!note](a.md)\n",
    },
    {
      name: "alerts where a plugin for Markdown may see to them",
      engine: "docusaurus",
      path: "docs/a.md",
      settings: {
        site: { config: { presets: [["classic", { docs: { remarkPlugins: ["x"] } }]] } },
      },
      text: "> [!NOTE]\n> a\n",
    },
    {
      name: "tabs with titles alone",
      ...python,
      text: '=== "Bow"\n\n=== "Stern"\n\nTides.\n',
    },
    { name: "no engine", text: "::: tip\nTides.\n" },
    {
      name: "a box that ends together with the group of code in it",
      ...vitepress,
      text: "::: tip\nSet the sail:\n\n::: code-group\n```sh [Sloop]\nsail\n```\n:::\n\n## Return\n\nAt noon.\n",
    },
  ],
  invalid: [
    {
      name: "an alert without its sign",
      engine: "hugo",
      path: "content/a.md",
      text: "> [NOTE]\n> a\n\n> [Note]\n> b\n\n> [WARNING] c\n",
      findings: [{ messageId: "text", text: "[NOTE]" }],
      suggested: ["> [!NOTE]\n> a\n\n> [Note]\n> b\n\n> [WARNING] c\n"],
    },
    {
      name: "content in MkDocs that is indented too little, and titles with half their quotation marks or none",
      engine: "mkdocs",
      path: "docs/a.md",
      text: [
        '??? note "Gales"',
        "",
        "  Stay in the harbor.",
        "",
        "!!! note Read me!",
        "    Fog.",
        "",
        '!!! tip "Take an oilskin',
        "    Rain.",
        "",
        "!!! note (that is all)",
        "",
        "Text.",
        "",
      ].join("\n"),
      settings: {
        site: { config: { markdown_extensions: ["admonition", "pymdownx.details"] } },
      },
      variants: false,
      findings: [
        { messageId: "empty", at: "1:1-1:17" },
        { messageId: "text", at: "5:1-5:18" },
        { messageId: "text", at: "8:1-8:25" },
      ],
    },
    {
      name: "boxes of other engines in MkDocs, and a box that has a short name elsewhere",
      engine: "mkdocs",
      path: "docs/a.md",
      text: "::: warning\nGales.\n:::\n\n::: boats.harbor\n\n::: note\n\nFog.\n",
      settings: { site: { config: { markdown_extensions: ["admonition"] } } },
      findings: [{ messageId: "foreign", at: "1:1-1:12" }],
    },
    {
      name: "a short name that no engine has",
      engine: "vitepress",
      path: "a.md",
      text: "::: warn\nGales.\n:::\n",
      settings: { site: { config: { title: "A" } } },
      findings: [{ messageId: "foreign", at: "1:1-1:9" }],
    },
    {
      name: "alerts that the engine does not make",
      engine: "docusaurus",
      path: "docs/a.md",
      settings: { site: { config: { presets: [["classic", {}]] } } },
      text: "- a\n\n  > [!NOTE]\n  > b\n",
      findings: [{ messageId: "alert", text: "[!NOTE]" }],
    },
    {
      name: "a box that is never closed",
      ...vitepress,
      text: "::: warning\nWind.\n\n## Return\n\nAt noon.\n",
      findings: [{ messageId: "unclosed", text: "::: warning", severity: "error" }],
    },
    {
      name: "a box that was to end long before the group of code that ends it",
      ...vitepress,
      text: "::: tip\nWind.\n\n## Return\n\n::: code-group\n```sh [Sloop]\nsail\n```\n:::\n\nAt noon.\n",
      findings: [{ messageId: "unclosed", text: "::: tip" }],
    },
    {
      name: "a box whose end has too few colons, or text before it",
      ...docusaurus,
      text: "::::tip\nWind.\n:::\n\n:::note\nFog.:::\n",
      findings: [
        { messageId: "unclosed", text: "::::tip" },
        { messageId: "unclosed", text: ":::note" },
      ],
    },
    {
      name: "an end without a beginning",
      ...vitepress,
      text: "Wind.\n\n:::\n\nFog.\n",
      findings: [{ messageId: "stray", text: ":::" }],
    },
    {
      name: "a box in one with as many colons",
      ...docusaurus,
      text: ":::tip\nWind.\n\n:::note\nFog.\n:::\n\nRain.\n\n:::\n",
      findings: [{ messageId: "nested", text: ":::note" }],
    },
    {
      name: "misspelt names",
      ...vitepress,
      text: "::: warnign\nWind.\n:::\n\n::: Tip\nFog.\n:::\n",
      findings: [
        { messageId: "misspelt", text: "::: warnign" },
        { messageId: "misspelt", text: "::: Tip" },
      ],
    },
    {
      name: "a space that the dialect does not take",
      ...docusaurus,
      text: "::: tip\nWind.\n:::\n",
      findings: [{ messageId: "text", text: "::: tip" }],
      suggested: [":::tip\nWind.\n:::\n"],
    },
    {
      name: "a label that the dialect does not take",
      ...vitepress,
      text: "::: tip\nWind.\n:::\n\n:::info[High water]\nFog.\n:::\n",
      findings: [{ messageId: "text", text: ":::info[High water]" }],
      suggested: ["::: tip\nWind.\n:::\n\n::: info High water\nFog.\n:::\n"],
    },
    {
      name: "content of Python-Markdown that is not indented enough",
      ...python,
      text: '!!! note\nTides.\n\n??? tip "Wind"\n  Fog.\n\n=== "Bow"\n\nIce.\n',
      findings: [
        { messageId: "empty", text: "!!! note", severity: "error" },
        { messageId: "empty", text: '??? tip "Wind"' },
        { messageId: "empty", text: '=== "Bow"' },
      ],
    },
    {
      name: "quotation marks that are not straight, and a title without any",
      ...python,
      text: "!!! note 'Mind the tide'\n    Tides.\n\n!!! tip Mind the wind\n    Fog.\n",
      findings: [
        { messageId: "text", text: "!!! note 'Mind the tide'" },
        { messageId: "untitled", text: "!!! tip Mind the wind", severity: "warning" },
      ],
      suggested: [
        '!!! note "Mind the tide"\n    Tides.\n\n!!! tip Mind the wind\n    Fog.\n',
        "!!! note 'Mind the tide'\n    Tides.\n\n!!! tip \"Mind the wind\"\n    Fog.\n",
      ],
    },
    {
      name: "an extension that is not on",
      engine: "mkdocs",
      path: "docs/a.md",
      settings: { site: { config: { markdown_extensions: ["tables"] } } },
      text: "!!! note\n    Tides.\n",
      findings: [{ messageId: "off", text: "!!! note" }],
    },
    {
      name: "an alert with a name that none of very many has",
      engine: "hugo",
      path: "content/a.md",
      text: "> [!GULLS]\n> They nest.\n",
      articles: [{ path: "content/b.md", text: "> [!NOTE]\n> Tides.\n\nText.\n\n".repeat(20) }],
      findings: [{ messageId: "otherAlert", text: "[!GULLS]", severity: "warning" }],
    },
  ],
});
