import rule from "../../../rules/heading/empty.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    { name: "text", text: "# A\n\n<h2>B</h2>\n" },
    { name: "an image with a text alternative", text: "# ![Logo](a.png)\n" },
    { name: "a name by aria-label", path: "a.html", text: "<h2 aria-label='A'></h2>" },
    {
      name: "a link with a name",
      path: "a.html",
      text: "<h2><a href='#a' aria-label='A'></a></h2>",
    },
    { name: "what a template prints", text: "## {{ title }}\n\n## {% trans title %}\n" },
    {
      name: "an image whose alt a template prints",
      path: "a.html",
      text: "<h2><img src=a.png alt='{{ alt }}'></h2>",
    },
    {
      name: "hidden from everyone",
      path: "a.html",
      text: "<h2 hidden></h2><div aria-hidden=true><h3></h3></div>",
    },
    { name: "no heading by role", path: "a.html", text: "<h2 role=presentation></h2>" },
    { name: "code", text: "## `code`\n\n```\n##\n```\n" },
    { name: "a component of MDX", path: "a.mdx", text: "## <Title />\n\n## {title}\n" },
    {
      name: "an image whose lack of a text alternative is reported at the image",
      text: "# ![](a.png)\n\n<h2><img src=a.png></h2>\n\n<h2><a href=b><img src=a.png alt=''></a></h2>\n",
    },
    { name: "one sign that is the text", text: "# #\\#\n" },
  ],
  invalid: [
    {
      name: "nothing in Markdown and HTML (no text before it: what follows moves up)",
      variants: ["crlf", "bom", "front-matter"],
      text: "##\n\nText.\n\n<h3> &nbsp; </h3>\n",
      findings: [
        { messageId: "empty", at: "1:1-1:3", severity: "error" },
        { messageId: "empty", at: "5:1-5:18" },
      ],
      suggested: ["Text.\n\n<h3> &nbsp; </h3>\n", "##\n\nText.\n\n"],
    },
    {
      name: "empty inline elements",
      path: "a.html",
      text: "<h2><strong></strong><br></h2>\n",
      findings: [{ messageId: "empty", text: "<h2><strong></strong><br></h2>" }],
    },
    {
      name: "an image marked as decoration, or hidden",
      path: "a.html",
      text: "<h2><img src=a.png alt=''></h2>\n<h2><img src=a.png aria-hidden=true></h2>\n",
      findings: [
        { messageId: "image", at: "1:1-1:32" },
        { messageId: "image", at: "2:1-2:42" },
      ],
    },
    {
      name: "only an anchor, or a permalink",
      path: "a.html",
      text: "<h2><a name=a></a></h2>\n<h2><a href='#b'>#</a></h2>\n<h2><a href='#c'>¶</a></h2>",
      findings: [
        { messageId: "anchor", at: "1:1-1:24" },
        { messageId: "anchor", at: "2:1-2:28" },
        { messageId: "anchor", at: "3:1-3:28" },
      ],
    },
    {
      name: "a heading by role",
      path: "a.html",
      text: "<div role=heading aria-level=2></div>\n",
      findings: [{ messageId: "empty", text: "<div role=heading aria-level=2></div>" }],
      suggested: [""],
    },
  ],
});
