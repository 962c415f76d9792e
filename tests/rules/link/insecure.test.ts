import { describe, expect, it } from "vitest";
import insecure from "../../../rules/link/insecure.js";
import { answersSecurely, insecureHostOf } from "../../../src/knowledge/link/insecure-url.js";
import { readVerdicts } from "../../../src/testing/page-verdicts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const ok = { verdict: "ok", reason: "answered", detail: "200 OK" };

testRule(insecure, {
  valid: [
    {
      name: "an address with escapes, which is text about addresses",
      text: "Not 'http\\://www\\.github.com' and not 'www\\.github.com'.\n",
    },

    {
      name: "https and relative links",
      text: "[a](https://x.org) [b](/b) [c](//x.org) [d](mailto:a@x.org)\n",
    },
    { name: "code", text: "`http://github.com`\n\n    http://github.com\n" },
    { name: "bare www", text: "see www.github.com now\n" },
    { name: "a template address", text: "[a](http://{{ host }}/)\n" },
    {
      name: "pictures and frames",
      text: "<img src='http://x.org/a.png'><iframe src='http://x.org'></iframe>",
      path: "a.html",
    },
    { name: "the inner address of a proxied link", text: "[a](https://x.org/?http://y.org/)\n" },
    {
      name: "a link that leads nowhere, of which link/external speaks",
      text: "[a](http://x.io) [b](http://x.io/b)\n",
      external: readVerdicts({
        "http://x.io/": { verdict: "broken", reason: "no-such-host", detail: "no such host" },
        "http://x.io/b": { verdict: "broken", reason: "gone", detail: "404 Not Found" },
      }),
    },
    { name: "allowed hosts", text: "[a](http://a.x.org)\n", options: { allowHosts: ["x.org"] } },
  ],
  invalid: [
    {
      name: "what answered over https to the end, apart from what was sent back or is for sale",
      text: "[a](http://a.io/x) [b](http://b.io/x) [c](http://c.io/x)\n",
      external: readVerdicts({
        "https://a.io/x": {
          ...ok,
          redirects: [{ from: "https://a.io/x", status: 302, to: "https://a.io/y" }],
        },
        "https://b.io/x": {
          ...ok,
          redirects: [{ from: "https://b.io/x", status: 301, to: "http://b.io/x" }],
        },
        "https://c.io/x": { ...ok, notes: ["parked"] },
      }),
      findings: [
        { messageId: "upgrade", severity: "warning", text: "http://a.io/x" },
        { messageId: "unchecked", severity: "info", text: "http://b.io/x", related: ["1:43-1:56"] },
      ],
      fixed: "[a](https://a.io/x) [b](http://b.io/x) [c](http://c.io/x)\n",
      suggested: ["[a](http://a.io/x) [b](https://b.io/x) [c](https://c.io/x)\n"],
    },
    {
      name: "a known and an unknown host, one finding each, with every place",
      text: "[a](http://github.com/a) [b](http://x.org/b?a=1&amp;b=2) [c](http://github.com/c) <http://y.org>\n",
      findings: [
        {
          messageId: "upgrade",
          severity: "warning",
          text: "http://github.com/a",
          related: ["1:62-1:81"],
        },
        {
          messageId: "unchecked",
          severity: "info",
          text: "http://x.org/b?a=1&amp;b=2",
          related: ["1:84-1:96"],
        },
      ],
      fixed:
        "[a](https://github.com/a) [b](http://x.org/b?a=1&amp;b=2) [c](https://github.com/c) <http://y.org>\n",
      suggested: [
        "[a](http://github.com/a) [b](https://x.org/b?a=1&amp;b=2) [c](http://github.com/c) <https://y.org>\n",
      ],
    },
    {
      name: "two links of one definition are one place",
      text: "[a][x] [b][x]\n\n[x]: http://github.com/a\n",
      findings: [{ messageId: "upgrade", text: "http://github.com/a" }],
      fixed: "[a][x] [b][x]\n\n[x]: https://github.com/a\n",
    },
    {
      name: "the site's own host",
      text: '<a href="http://blog.x.dev.example.co/a">a</a><a href="http://blog.x.io/b">b</a>',
      path: "a.html",
      settings: { site: { url: "https://blog.x.io/" } },
      findings: [
        { messageId: "unchecked", text: "http://blog.x.dev.example.co/a" },
        { messageId: "upgrade", text: "http://blog.x.io/b" },
      ],
      fixed: '<a href="http://blog.x.dev.example.co/a">a</a><a href="https://blog.x.io/b">b</a>',
      suggested: [
        '<a href="https://blog.x.dev.example.co/a">a</a><a href="http://blog.x.io/b">b</a>',
      ],
    },
    {
      name: "a host learned from another link",
      text: "[a](https://x.org) [b](http://x.org/b)\n",
      findings: [{ messageId: "upgrade", text: "http://x.org/b" }],
      fixed: "[a](https://x.org) [b](https://x.org/b)\n",
    },
    {
      name: "an address with its first letter written as a reference is left to the writer",
      text: '<a href="&#104;ttp://github.com">a</a>',
      path: "a.html",
      findings: [{ messageId: "upgrade", text: "&#104;ttp://github.com" }],
    },
  ],
});

describe("insecureHostOf", () => {
  it.each([
    ["http://x.org/a", "x.org"],
    ["HTTP://X.org:80/a", "x.org"],
    ["  http://x.org", "x.org"],
    ["https://x.org", undefined],
    ["//x.org", undefined],
    ["http://x.org:8080/", undefined],
    ["http://localhost:4000/", undefined],
    ["http://intranet/", undefined],
    ["http://127.0.0.1/", undefined],
    ["http://[::1]/", undefined],
    ["http://a.example.com/", undefined],
    ["http://printer.local/", undefined],
    ["http://your-site.com/", undefined],
    ["http://your.server.com/", undefined],
    ["http://xxx.xxx.xxx.xxx/", undefined],
    ["http://www.w3.org/1999/xhtml", undefined],
    ["http://www.w3.org/TR/", "www.w3.org"],
    ["http://https://x.org", undefined],
  ])("reads %j as %j", (url, host) => {
    expect(insecureHostOf(url)).toBe(host);
  });
});

describe("answersSecurely", () => {
  const site = { url: "https://x.io/blog/", ownHosts: ["cdn.y.io"] };

  it.each(["en.wikipedia.org", "github.com", "a.dev", "x.io", "img.cdn.y.io"])(
    "knows %j",
    (host) => {
      expect(answersSecurely(host, site)).toBe(true);
    },
  );

  it.each(["y.io", "someone.github.com", "org"])("does not know %j", (host) => {
    expect(answersSecurely(host, site)).toBe(false);
  });

  it("knows nothing of a site served over http", () => {
    expect(answersSecurely("x.io", { url: "http://x.io", ownHosts: [] })).toBe(false);
  });
});
