import rule from "../../../rules/text/conflict-marker.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    { name: "headings and drawings", text: "Boats\n=======\n\nText.\n\n>>>>>>>\n\n||||||| a\n" },
    { name: "longer and shorter rows", text: "<<<<<< a\n\n>>>>>>>> b\n\n<<<<<<<<< c\n" },
    {
      name: "code",
      text: "    <<<<<<< HEAD\n\n~~~\n>>>>>>> main\n~~~\n\n<!--\n<<<<<<< HEAD\n-->\n",
    },
    {
      name: "a patch that a shortcode is handed",
      text: '{{< listing lang="diff" >}}\n--- a/boat.c\n+++ b/boat.c\n@@ -1,2 +1,3 @@\n{{< /listing >}}\n',
      engine: "hugo",
    },
    { name: "in a sentence", text: "Git writes <<<<<<< HEAD and >>>>>>> main.\n" },
  ],
  invalid: [
    {
      name: "both versions, with that of the ancestor",
      text: "Nets.\n\n<<<<<<< ours\nHooks\n||||||| base\nLines\n=======\nRopes\n>>>>>>> theirs\n\nTides.\n",
      findings: [
        {
          messageId: "conflict",
          text: "<<<<<<< ours",
          severity: "error",
          related: ["5:1-5:13", "7:1-7:8", "9:1-9:15"],
        },
      ],
    },
    {
      name: "the front matter",
      text: "---\ntitle: Nets\n<<<<<<< HEAD\ndate: 2024-01-01\n=======\ndate: 2024-01-02\n>>>>>>> 1a2b3c4\n---\n\nText.\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "conflict", text: "<<<<<<< HEAD", related: ["5:1-5:8", "7:1-7:16"] }],
    },
    {
      name: "HTML, where the rest was deleted",
      path: "a.html",
      text: "<p>Nets.</p>\n>>>>>>> harbour/main\n<p>Ropes.</p>\n",
      findings: [{ messageId: "leftOver", text: ">>>>>>> harbour/main" }],
    },
    {
      name: "two conflicts of which one lost its end",
      text: "<<<<<<< HEAD\nNets\n\n<<<<<<< HEAD\nRopes\n=======\nLines\n>>>>>>> b\n",
      findings: [
        { messageId: "leftOver", at: "1:1-1:13" },
        { messageId: "conflict", at: "4:1-4:13", related: ["6:1-6:8", "8:1-8:10"] },
      ],
    },
  ],
});
