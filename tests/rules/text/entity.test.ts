import rule from "../../../rules/text/entity.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "ampersands of names and operators",
      text: "R&D; AT&T, nets &boats; a & b; &harr; 5 &lt; 6\n",
    },
    {
      name: "an article about escaping",
      text: "Programs escape text: Boats &amp;amp; nets.\n",
    },
    { name: "references in code elsewhere", text: "Write `&nbsp;`: &amp;nbsp; is seen.\n" },
    { name: "a reference as the subject", text: "The sign (&amp;amp;) is rare.\n" },
    { name: "escapes", text: "Boats \\&amp; nets\n" },
  ],
  invalid: [
    {
      name: "references that are escaped twice",
      text: "Boats &amp;amp; nets don&amp;#39;t wait.\n",
      findings: [
        { messageId: "doubled", text: "&amp;amp;", severity: "warning" },
        { messageId: "doubled", text: "&amp;#39;" },
      ],
      suggested: [
        "Boats &amp; nets don&amp;#39;t wait.\n",
        "Boats &amp;amp; nets don&#39;t wait.\n",
      ],
    },
    {
      name: "the same in HTML and in an alt text",
      path: "a.html",
      text: '<p>Nets &amp;mdash; old</p>\n<img src="a.png" alt="Nets &amp;quot;old&amp;quot;">\n',
      findings: [
        { messageId: "doubled", text: "&amp;mdash;" },
        { messageId: "doubled", text: "Nets &amp;quot;old&amp;quot;" },
      ],
      suggested: [
        '<p>Nets &mdash; old</p>\n<img src="a.png" alt="Nets &amp;quot;old&amp;quot;">\n',
      ],
    },
    {
      name: "misspelt names",
      text: "At&nbps;noon and&Nbsp;later, nets &apm; boats.\n",
      findings: [
        { messageId: "misspelt", text: "&nbps;" },
        { messageId: "misspelt", text: "&Nbsp;" },
        { messageId: "misspelt", text: "&apm;" },
      ],
    },
    {
      name: "references without a semicolon, or torn apart",
      text: "At&nbsp noon, nets & amp; boats, nets amp; boats, don#39;t, 船&nbsp；号。\n",
      findings: [
        { messageId: "unfinished", text: "&nbsp" },
        { messageId: "torn", text: "& amp;" },
        { messageId: "torn", text: "amp;" },
        { messageId: "torn", text: "&nbsp；" },
      ],
    },
  ],
});
