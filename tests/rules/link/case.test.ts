import rule from "../../../rules/link/case.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    { name: "the spelling of the file", text: "[a](Guide.md)\n", files: ["Guide.md"] },
    { name: "a folder's index", text: "[a](guide/) [b](guide)\n", files: ["guide/index.md"] },
    { name: "a page without its ending", text: "[a](Guide)\n", files: ["Guide.md"] },
    { name: "a name percent-encoded", text: "[a](%C3%BCber.md)\n", files: ["über.md"] },
    { name: "a name not percent-encoded", text: "[a](über.md)\n", files: ["über.md"] },
    {
      name: "a target that is not there",
      text: "[a](gone.md)\n",
      settings: { site: { complete: true } },
    },
    { name: "a template value", text: "[a]({{ x }}/guide.md)\n", files: ["x/Guide.md"] },
    { name: "another site", text: "[a](https://example.org/guide.md)\n", files: ["Guide.md"] },
    { name: "an image, of which image/not-found speaks", text: "![a](a.PNG)\n", files: ["a.png"] },
    {
      name: "a lower-case address on Hugo",
      text: "[a](/docs/guide/)\n",
      path: "content/a.md",
      engine: "hugo",
      files: ["content/docs/Guide.md"],
    },
  ],
  invalid: [
    {
      name: "another letter case, even when only part of the site is in view",
      text: "[a](Guide.md)\n",
      files: ["guide.md"],
      findings: [{ messageId: "letterCase", text: "Guide.md", severity: "error" }],
      fixed: "[a](guide.md)\n",
    },
    {
      name: "a folder, with query and fragment",
      text: "[a](../Docs/setup.md?x=1#y)\n",
      path: "a/b.md",
      files: ["docs/setup.md"],
      findings: [{ messageId: "letterCase", text: "../Docs/setup.md?x=1#y" }],
      fixed: "[a](../docs/setup.md?x=1#y)\n",
    },
    {
      name: "a page without its ending, in another letter case",
      text: "[a](/guide)\n",
      files: ["Guide.md"],
      findings: [{ messageId: "letterCase", text: "/guide" }],
      fixed: "[a](/Guide)\n",
    },
    {
      name: "a page by its published ending",
      text: '<a href="guide.html">a</a>\n',
      path: "a.html",
      files: ["Guide.md"],
      findings: [{ messageId: "letterCase", text: "guide.html" }],
      fixed: '<a href="Guide.html">a</a>\n',
    },
    {
      name: "a folder whose index is meant",
      text: "[a](Docs/)\n",
      files: ["docs/index.md"],
      findings: [{ messageId: "letterCase", text: "Docs/" }],
      fixed: "[a](docs/)\n",
    },
    {
      name: "a file on Hugo, whose name is not lowered",
      text: "[a](/paper.pdf)\n",
      path: "content/a.md",
      engine: "hugo",
      files: ["static/Paper.pdf"],
      findings: [{ messageId: "letterCase", text: "/paper.pdf" }],
      fixed: "[a](/Paper.pdf)\n",
    },
    {
      name: "accents in another normal form",
      text: "[a](caf\u00e9.md)\n",
      files: ["cafe\u0301.md"],
      findings: [{ messageId: "normalForm", text: "caf\u00e9.md" }],
      fixed: "[a](cafe%CC%81.md)\n",
    },
  ],
});
