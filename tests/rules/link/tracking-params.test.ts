import { describe, expect, it } from "vitest";
import { redirectTarget } from "../../../rules/link/lib/redirectors.js";
import { isFromAssistant, withoutTracking } from "../../../rules/link/lib/tracking.js";
import trackingParams from "../../../rules/link/tracking-params.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(trackingParams, {
  valid: [
    {
      name: "parameters that choose the page",
      text: "[a](https://x.org/?id=1&from=list&feature=x&s=2)\n",
    },
    {
      name: "the site's own pages",
      text: "[a](/b?utm_source=c) [d](https://x.io/?utm_source=c)\n",
      settings: { site: { url: "https://x.io/" } },
    },
    { name: "template values", text: "[a](https://x.org/?utm_source={{ site }})\n" },
    { name: "pictures", text: "![a](https://x.org/a.png?utm_source=c)\n" },
    { name: "code", text: "`https://x.org/?utm_source=c`\n" },
    { name: "a short address", text: "<https://t.co/a>\n" },
    {
      name: "parameters that are to stay",
      text: "[a](https://x.org/?spm=1)\n",
      options: { ignore: ["spm"] },
    },
  ],
  invalid: [
    {
      name: "several links, one finding; separators as written",
      text: '<a href="https://x.org/?utm_source=a&amp;id=1&amp;utm_medium=b#c">a</a> <a href="https://y.org/?fbclid=1">b</a>',
      path: "a.html",
      findings: [
        {
          messageId: "params",
          severity: "info",
          text: "https://x.org/?utm_source=a&amp;id=1&amp;utm_medium=b#c",
          related: ["1:82-1:105"],
        },
      ],
      fixed: '<a href="https://x.org/?id=1#c">a</a> <a href="https://y.org/">b</a>',
    },
    {
      name: "escaped parameters in Markdown and an autolink",
      text: "[a](https://x.org/?utm\\_source=a&b=1) <https://y.org/?spm=1.2.3>\n",
      findings: [
        { messageId: "params", text: "https://x.org/?utm\\_source=a&b=1", related: ["1:40-1:64"] },
      ],
      fixed: "[a](https://x.org/?b=1) <https://y.org/>\n",
    },
    {
      name: "a redirector, with tracking in the target",
      text: '<a href="https://link.juejin.cn/?target=https%3A%2F%2Fx.org%2F%3Fa%3D1%26b%3D2%26utm_source%3Dc">a</a>',
      path: "a.html",
      findings: [{ messageId: "redirector", severity: "info", at: "1:10-1:96" }],
      suggested: ['<a href="https://x.org/?a=1&amp;b=2">a</a>'],
    },
    {
      name: "parentheses of the target in Markdown",
      text: "[a](https://www.google.com/url?q=https%3A%2F%2Fx.org%2Fa_(b)&sa=D)\n",
      findings: [{ messageId: "redirector", at: "1:5-1:66" }],
      suggested: ["[a](https://x.org/a_%28b%29)\n"],
    },
    {
      name: "further parameters",
      text: "[a](https://x.org/?my_x=1&my_y=2&z=3&a=4)\n",
      options: { params: ["my_*", "z"] },
      findings: [{ messageId: "params", at: "1:5-1:41" }],
      fixed: "[a](https://x.org/?a=4)\n",
    },
  ],
});

describe("redirectTarget", () => {
  it.each([
    ["https://www.google.com/url?q=https://x.org/&sa=D", "https://x.org/"],
    ["https://www.google.co.uk/url?url=https://x.org/", "https://x.org/"],
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Fx.org%2F", "https://x.org/"],
    ["https://link.example.net/?url=https%3A%2F%2Fx.org%2F", "https://x.org/"],
    [
      "https://a.example.net/GoToLink?url=https%3A%2F%2Flink.b.net%3Furl%3Dhttps%253A%252F%252Fx.org",
      "https://x.org",
    ],
    ["https://blog.51cto.com/transfer?https://x.org/a", "https://x.org/a"],
    ["https://web.archive.org/web/2012/http://x.org/", undefined],
    ["https://validator.w3.org/check?uri=https://x.org/", undefined],
    ["https://www.facebook.com/sharer/sharer.php?u=https://x.org/", undefined],
    ["https://link.example.net/?url=relative", undefined],
    ["https://link.example.net/paper?url=https://x.org", undefined],
    ["/l.php?u=https://x.org", undefined],
  ])("leads from %j to %j", (url, target) => {
    expect(redirectTarget(url)).toBe(target);
  });
});

describe("withoutTracking", () => {
  it.each([
    ["https://x.org/?a=1", undefined],
    ["https://x.org/#?utm_source=a", undefined],
    ["https://x.org/?utm_source=a", "https://x.org/"],
    ["https://x.org/?utm_source=a#b", "https://x.org/#b"],
    ["https://x.org/?a=1&utm_source=a&b=2", "https://x.org/?a=1&b=2"],
    ["https://x.org/?from=timeline&isappinstalled=0", "https://x.org/"],
    ["https://x.org/?si=1", undefined],
  ])("makes of %j %j", (url, text) => {
    expect(withoutTracking(url, "x.org")?.text).toBe(text);
  });

  it("knows the names that chatbots give themselves", () => {
    expect(isFromAssistant("/a?x=1&amp;utm_source=ChatGPT.com#b")).toBe(true);
    expect(isFromAssistant("/a?utm_source=newsletter")).toBe(false);
  });

  it("knows parameters of one host", () => {
    expect(withoutTracking("https://youtu.be/a?si=1", "youtu.be")?.names).toEqual(["si"]);
  });
});
