import hotlink from "../../../rules/image/hotlink.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(hotlink, {
  valid: [
    {
      name: "local and data addresses",
      text: "![](/a.png) ![](b.png) ![](data:image/gif;base64,R0)",
    },
    {
      name: "the site's own hosts, their subdomains, and allowed ones",
      text: "![](https://www.example.org/a.png) ![](https://img.example.org/a.png) ![](//media.example/a.png) ![](https://a.press.example/a.png)",
      settings: { site: { url: "https://www.example.org/blog/", ownHosts: ["media.example"] } },
      options: { allowHosts: ["press.example"] },
    },
    {
      name: "hosts of the same people, and attachments of GitHub",
      text: "![](https://harbour.github.io/shared/a.png) ![](https://user-images.githubusercontent.com/1/a.png)",
      settings: { site: { relatedHosts: ["harbour.github.io"] } },
    },
    {
      name: "services that are made to be embedded",
      text: "![](https://img.shields.io/badge/a) ![](https://www.gravatar.com/avatar/1) ![](https://cdn.jsdelivr.net/gh/a/b/c.png) ![](https://codesandbox.io/static/img/play.svg)",
    },
    {
      name: "template values",
      text: "![]({{ cdn }}/a.png)\n\n<img src='https://{{ host }}/a.png'>",
    },
    {
      name: "links to images, and images in code",
      text: "[a](https://img.example/a.png) `![](https://img.example/a.png)`",
    },
  ],
  invalid: [
    {
      name: "one finding a host, front matter first",
      text: "---\ncover: 'https://img.example/a.png'\n---\n![](https://img.example/b.png)\n\n<img src='//IMG.example/c.png' srcset='https://img.example/d.png 2x'> ![](http://other.example/e.png)",
      findings: [
        {
          messageId: "hotlink",
          severity: "warning",
          text: "https://img.example/a.png",
          related: ["4:5-4:30", "6:11-6:30"],
        },
        { messageId: "hotlink", text: "http://other.example/e.png", related: [] },
      ],
    },
    {
      name: "the mark of dodging on any of the images",
      text: "<img src=https://img.example/a.png>\n<img src=https://img.example/b.png referrerpolicy=no-referrer>",
      path: "a.html",
      findings: [
        {
          messageId: "dodging",
          severity: "warning",
          text: "https://img.example/a.png",
          related: ["2:10-2:35"],
        },
      ],
    },
    {
      name: "a proxy is the host that is asked",
      text: "![](https://proxy.example/?http://img.example/a.jpg)",
      findings: [{ messageId: "hotlink", text: "https://proxy.example/?http://img.example/a.jpg" }],
    },
    {
      name: "a host that only ends like an allowed one",
      text: "![](https://notexample.org/a.png)",
      settings: { site: { url: "https://example.org" } },
      findings: [{ messageId: "hotlink", text: "https://notexample.org/a.png" }],
    },
  ],
});
