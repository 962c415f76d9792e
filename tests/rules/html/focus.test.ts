import rule from "../../../rules/html/focus.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "indexes that keep the order",
      text: '<a href="/b" tabindex="0">B</a> <p tabindex="-1">C</p>\n',
    },
    {
      name: "values of templates and code",
      engine: "hexo",
      text: '<a href="/b" tabindex="{{ i }}">B</a> `<a tabindex="5">`\n',
    },
    {
      name: "hidden elements that nothing reaches",
      text: '<p aria-hidden="true"><b>*</b><button disabled>B</button><a href="/b" tabindex="-1">C</a></p> <a aria-hidden="true" href="#boats">#</a>\n',
    },
    {
      name: "different keys, and components",
      path: "a.mdx",
      text: '<a href="/b" accessKey="b">B</a> <Menu accesskey="b" autofocus />\n',
    },
    { name: "a field of a dialog", text: "<dialog><input autofocus></dialog>\n" },
    {
      name: "labels of fields, and of fields that are not in view",
      text: '<label for="a">A</label><input id="a">\n\n<label>B <input></label>\n',
    },
    {
      name: "labels of fields that a script makes",
      text: '<label for="a">A</label><input id="b"><script>x()</script>\n',
    },
    { name: "labels alone", text: '<label for="a">A</label>\n' },
  ],
  invalid: [
    {
      name: "indexes above zero",
      text: '<a href="https://harbour.net/" tabindex="5">The start</a>\n\n<div tabindex="1">Map</div>\n',
      findings: [
        { messageId: "order", text: 'tabindex="5"', severity: "warning" },
        { messageId: "order", text: 'tabindex="1"' },
      ],
      suggested: [
        '<a href="https://harbour.net/" tabindex="0">The start</a>\n\n<div tabindex="1">Map</div>\n',
        '<a href="https://harbour.net/" tabindex="5">The start</a>\n\n<div tabindex="0">Map</div>\n',
      ],
    },
    {
      name: "an index in MDX",
      path: "a.mdx",
      text: 'A <a href="/b" tabIndex="3">B</a>.\n',
      findings: [{ messageId: "order", text: 'tabIndex="3"' }],
      suggested: ['A <a href="/b" tabIndex="0">B</a>.\n'],
    },
    {
      name: "hidden elements that get the focus",
      text: '<button aria-hidden="true">Go</button> <span aria-hidden="true"><a href="/b">B</a></span> <p tabindex="0" aria-hidden="true">C</p>\n',
      findings: [
        { messageId: "hidden", text: 'aria-hidden="true"', at: "1:9-1:27" },
        { messageId: "hidden", text: 'aria-hidden="true"' },
        { messageId: "hidden", text: 'aria-hidden="true"' },
      ],
    },
    {
      name: "a key of two elements",
      text: '<a href="/a" accesskey="s">A</a> <button accesskey="S">B</button>\n',
      findings: [{ messageId: "key", text: 'accesskey="s"', related: ["1:42-1:55"] }],
    },
    {
      name: "a field that takes the focus",
      text: "<p><input autofocus></p>\n",
      findings: [{ messageId: "automatic", text: "autofocus", severity: "info" }],
    },
    {
      name: "labels for nothing",
      text: '<form><label for="nmae">Name</label><input id="name"><label for="top">Top</label><p id="top"></p></form>\n',
      findings: [
        { messageId: "label", text: 'for="nmae"', severity: "warning" },
        { messageId: "label", text: 'for="top"' },
      ],
    },
  ],
});
