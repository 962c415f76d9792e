import rule from "../../../../../rules/text/code-sample.js";
import { testRule } from "../../../../../src/testing/test-rule.js";

const block = (fence: string, ...lines: string[]) =>
  `\`\`\`${fence}\n${lines.join("\n")}\n\`\`\`\n\n`;
const react = block(
  "jsx",
  '<ul className="crew">',
  '  <li className="mate">Mo</li>',
  '  <li className="cook">Di</li>',
  "</ul>",
);

testRule(rule, {
  valid: [
    { name: "no other JSX", text: block("jsx", '<b class="a">b</b>') },
    {
      name: "two of them, and one in markup, in a text and on a component",
      text:
        react +
        block("html", '<b class="a">b</b>') +
        block("jsx", 'const a = `<b class="a">`;', 'const c = <Boat class="a" />;') +
        block("js", '// <b class="a">'),
    },
    {
      name: "two of them",
      text: react + block("jsx", '<b class="a">b</b>') + block("jsx", '<i class="a">b</i>'),
    },
    {
      name: "an article about them, and code that is called wrong or that no parser takes",
      text: `${react + block("jsx", '<b class="a">b</b>')}Never write \`class\`.\n`,
    },
    { name: "a denial", text: `${react}This fails:\n\n${block("jsx", '<b class="a">b</b>')}` },
    { name: "no JSX", text: react + block("jsx", '<b class="a">b') },
  ],
  invalid: [
    {
      name: "one among the names of React",
      text: `${react}${block("tsx", '<label for="sail">', "  Sail", "</label>")}`.replace(
        "<label",
        '<label className="x"',
      ),
      findings: [{ messageId: "htmlAttribute", text: "for" }],
      suggested: [
        `${react}${block("tsx", '<label className="x" htmlFor="sail">', "  Sail", "</label>")}`,
      ],
    },
  ],
});
