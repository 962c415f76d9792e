import rule from "../../../rules/image/external.js";
import { readVerdicts } from "../../../src/testing/page-verdicts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const ok = { verdict: "ok", reason: "answered", detail: "200 OK" };
const gone = { verdict: "broken", reason: "gone", detail: "404 Not Found" };

testRule(rule, {
  valid: [
    { name: "a run without the network", text: "![a](https://x.io/a.png)\n" },
    {
      name: "pictures, and bytes whose server knows no type for them",
      text: "![a](https://x.io/a.png) ![b](https://x.io/b) ![c](https://x.io/c)\n",
      external: readVerdicts({
        "https://x.io/a.png": { ...ok, contentType: "image/png" },
        "https://x.io/b": { ...ok, contentType: "application/octet-stream" },
        "https://x.io/c": ok,
      }),
    },
    {
      name: "a link to a picture, which is link/external's",
      text: "[a](https://x.io/a.png)\n",
      external: readVerdicts({ "https://x.io/a.png": gone }),
    },
    {
      name: "ignored beginnings, reserved names, own hosts and data",
      text: "![a](https://x.io/a.png) ![b](https://example.com/b.png) ![c](https://desk.io/c.png) ![d](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n",
      options: { ignore: ["https://x.io/"] },
      settings: { site: { url: "https://desk.io/" } },
      external: readVerdicts({
        "https://x.io/a.png": gone,
        "https://example.com/b.png": gone,
        "https://desk.io/c.png": gone,
      }),
    },
  ],
  invalid: [
    {
      name: "candidates of a srcset, each at its place",
      path: "a.html",
      text: '<img alt="" src="https://x.io/a.png" srcset="https://x.io/a.png 1x, https://x.io/b.png 2x">',
      external: readVerdicts({ "https://x.io/a.png": gone, "https://x.io/b.png": gone }),
      findings: [
        { messageId: "gone", severity: "error", at: "1:18-1:36", related: ["1:46-1:64"] },
        { messageId: "gone", text: "https://x.io/b.png" },
      ],
    },
    {
      name: "a picture of the front matter",
      engine: "hexo",
      path: "source/_posts/a.md",
      text: "---\ntitle: A\ncover: https://x.io/a.png\n---\nText.\n",
      external: readVerdicts({ "https://x.io/a.png": gone }),
      findings: [{ messageId: "gone", text: "https://x.io/a.png" }],
    },
    {
      name: "an answer that is a page",
      text: "![a](https://x.io/a.png)\n",
      external: readVerdicts({ "https://x.io/a.png": { ...ok, contentType: "text/html" } }),
      findings: [{ messageId: "noImage", severity: "error", text: "https://x.io/a.png" }],
    },
    {
      name: "a picture that has moved for good, at every place",
      text: "![a](https://x.io/a.png) ![b](https://x.io/a.png)\n",
      external: readVerdicts({
        "https://x.io/a.png": {
          ...ok,
          contentType: "image/png",
          redirects: [{ from: "https://x.io/a.png", status: 301, to: "https://y.io/a.png" }],
        },
      }),
      findings: [{ messageId: "moved", severity: "info", at: "1:6-1:24", related: ["1:31-1:49"] }],
      suggested: ["![a](https://y.io/a.png) ![b](https://y.io/a.png)\n"],
    },
    {
      name: "a page at the end of a move, once",
      text: "![a](https://x.io/a.png)\n",
      external: readVerdicts({
        "https://x.io/a.png": {
          ...ok,
          contentType: "text/html",
          redirects: [{ from: "https://x.io/a.png", status: 301, to: "https://x.io/" }],
        },
      }),
      findings: [{ messageId: "noImage", text: "https://x.io/a.png" }],
    },
  ],
});
