import rule from "../../../rules/html/attribute-list.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "braces of other renderers, with a colon, in code, and around other things",
      engine: "jekyll",
      path: "_posts/2024-01-01-a.md",
      text: "Gales.\n{: .note}\n\n`{.note}`\n\n    {.note}\n\n{ .a, .b }\n",
    },
    { name: "a class in braces where no kramdown is", text: "Gales.\n{ .note}\n" },
    { name: "full-width braces in a text", text: "## The set ｛a｝\n\nFog ｛#x｝ and more.\n" },
    { name: "a list that goes on behind other text", text: "## Tides {: #tides *a* }\n" },
    { name: "braces in code", text: "## `{#if`\n\n`{: .note`\n\n```\n{: .note\n```\n" },
    { name: "blocks of component templates in a heading", text: "## The block {#if} and others\n" },
    { name: "an id in braces in a paragraph", text: "A comment of the template begins with {#a\n" },
  ],
  invalid: [
    {
      name: "a line of attributes without a colon, where kramdown reads it",
      engine: "jekyll",
      path: "_posts/2024-01-01-a.md",
      text: "Gales.\n{ .note #gales}\n",
      findings: [{ messageId: "colon", text: "{ .note #gales}" }],
      suggested: ["Gales.\n{: .note #gales}\n"],
    },
    {
      name: "one brace that is full-width",
      text: "## Ice {#ice｝\n",
      findings: [{ messageId: "fullWidth", text: "{#ice｝" }],
      suggested: ["## Ice {#ice}\n"],
    },
    {
      name: "a list in a link, with a colon",
      text: "- [Boats {: #boats](/boats/)\n",
      findings: [{ messageId: "open", text: "{: #boats" }],
      suggested: ["- [Boats {: #boats}](/boats/)\n"],
    },
    {
      name: "a class at the end of a paragraph, and several members",
      text: 'Fog.\n{.note\n\n## Ice {#ice .blue lang="en"\n',
      findings: [
        { messageId: "open", text: "{.note" },
        { messageId: "open", text: '{#ice .blue lang="en"' },
      ],
      suggested: [
        'Fog.\n{.note}\n\n## Ice {#ice .blue lang="en"\n',
        'Fog.\n{.note\n\n## Ice {#ice .blue lang="en"}\n',
      ],
    },
  ],
});
