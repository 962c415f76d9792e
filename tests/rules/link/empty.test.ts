import empty from "../../../rules/link/empty.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(empty, {
  valid: [
    {
      name: "services themselves, and profiles behind #!",
      text: "In my talks I always come to how [GitHub](https://github.com/) is run, as my [Drew](https://twitter.com/#!/drew) says.\n",
    },
    {
      name: "profiles, and the services themselves",
      text: "Follow me on [X](https://x.com/anna) or [M](https://www.linkedin.com/in/anna). The site [GitHub](https://github.com/) hosts code; see [Twitter](https://twitter.com).\n",
    },
    { name: "anchors to link to", text: '<a name="x"></a><a id="y">here</a>\n', path: "a.html" },
    { name: "a link to the top", text: "[Back to top](#) [回到顶部](#)\n" },
    {
      name: "the older name of the target, in a drawing",
      text: '<svg><a xlink:href="boats.html"><text>All boats</text></a></svg>\n',
      path: "a.html",
    },
    {
      name: "a target that Vue computes",
      text: '<a :href="boat.url">one</a> <a v-bind:href="b">two</a>\n',
    },
    {
      name: "a target that Alpine computes",
      text: '<a x-bind:href="boat">three</a>\n',
      path: "a.html",
    },
    { name: "a template value", text: '<a href="{{ url }}">x</a> [y]({{ url }})\n' },
    {
      name: "an MDX expression and a spread",
      text: "<a href={url}>x</a> <a {...props}>y</a>\n",
      path: "a.mdx",
    },
    { name: "a footnote", text: "Text[^1].\n\n[^1]: Note.\n" },
    { name: "code", text: "`[a]()`\n" },
  ],
  invalid: [
    {
      name: "profiles without a name",
      text: "Follow me on [Twitter](https://twitter.com/), [here](https://www.linkedin.com/in/) or [@anna](https://github.com).\n",
      findings: [
        { messageId: "profile", text: "https://twitter.com/", severity: "warning" },
        { messageId: "profile", text: "https://www.linkedin.com/in/" },
        { messageId: "profile", text: "https://github.com" },
      ],
    },
    {
      name: "the older name without a target, in a drawing",
      text: '<svg><a xlink:href=""><text>All boats</text></a></svg>\n',
      path: "a.html",
      findings: [{ messageId: "noTarget", at: "1:6-1:49" }],
      suggested: ["<svg><text>All boats</text></svg>\n"],
    },
    {
      name: "an empty Markdown target",
      text: "See [the *report*]().\n",
      findings: [{ messageId: "noTarget", text: "[the *report*]()" }],
      suggested: ["See the *report*.\n"],
    },
    {
      name: "an empty href, and one of spaces",
      text: '<a href="">a</a> <a href=" ">b</a> <a href>c</a>\n',
      path: "a.html",
      findings: [
        { messageId: "noTarget", text: '<a href="">a</a>' },
        { messageId: "noTarget", text: '<a href=" ">b</a>' },
        { messageId: "noTarget", text: "<a href>c</a>" },
      ],
      suggested: [
        'a <a href=" ">b</a> <a href>c</a>\n',
        '<a href="">a</a> b <a href>c</a>\n',
        '<a href="">a</a> <a href=" ">b</a> c\n',
      ],
    },
    {
      name: "idle scripts and a lone hash",
      text: '<a href="javascript:void(0)">a</a> <a href="#">b</a>\n',
      path: "a.html",
      findings: [
        { messageId: "nowhere", text: '<a href="javascript:void(0)">a</a>' },
        { messageId: "nowhere", text: '<a href="#">b</a>' },
      ],
      suggested: ['a <a href="#">b</a>\n', '<a href="javascript:void(0)">a</a> b\n'],
    },
    {
      name: "no href at all",
      text: '<a class="button">a</a>\n',
      path: "a.html",
      findings: [{ messageId: "noHref", text: '<a class="button">a</a>' }],
      suggested: ["a\n"],
    },
    {
      name: "neither text nor target",
      text: 'x <a href="" target="_blank"></a>\n',
      path: "a.html",
      findings: [{ messageId: "empty", text: '<a href="" target="_blank"></a>' }],
      suggested: ["x \n"],
    },
  ],
});
