import { expect, it } from "vitest";
import rule from "../../../rules/link/external.js";
import { checkTexts } from "../../../src/testing/check-texts.js";
import { readVerdicts } from "../../../src/testing/page-verdicts.js";
import { testRule } from "../../../src/testing/test-rule.js";

const ok = { verdict: "ok", reason: "answered", detail: "200 OK" };
const gone = { verdict: "broken", reason: "gone", detail: "404 Not Found" };
const blocked = { verdict: "unknown", reason: "blocked", detail: "403 Forbidden" };
const sent = (status: number, from: string, to: string) => ({
  ...ok,
  redirects: [{ from, status, to }],
});

testRule(rule, {
  valid: [
    { name: "a run without the network", text: "[a](https://x.io/a) <https://y.io>\n" },
    {
      name: "reserved, local and numberless names, whatever anybody says of them",
      text: "[a](https://example.org/a) [b](http://localhost/b) [c](http://nas.local/c) [d](https://a.test/d)\n",
      external: readVerdicts({
        "https://example.org/a": gone,
        "http://localhost/b": gone,
        "http://nas.local/c": gone,
        "https://a.test/d": gone,
      }),
    },
    {
      name: "own hosts, which are resolved without the network",
      text: "[a](https://desk.io/a) [b](https://old.desk.io/b)\n",
      settings: { site: { url: "https://desk.io/", ownHosts: ["old.desk.io"] } },
      external: readVerdicts({ "https://desk.io/a": gone, "https://old.desk.io/b": gone }),
    },
    {
      name: "ignored beginnings",
      text: "[a](https://x.io/private/a)\n",
      options: { ignore: ["https://x.io/private/"] },
      external: readVerdicts({ "https://x.io/private/a": gone }),
    },
    {
      name: "a template address and addresses in code",
      text: "[a](https://x.io/{{ page }}) `https://x.io/a`\n\n    https://x.io/a\n",
      external: readVerdicts({ "https://x.io/a": gone }),
    },
    {
      name: "hosts to get ready for, whose own address is no page",
      path: "a.html",
      text: '<link rel="preconnect" href="https://fonts.x.io"><link href="//cdn.x.io" rel="DNS-Prefetch preconnect">',
      external: readVerdicts({ "https://fonts.x.io/": gone, "https://cdn.x.io/": gone }),
    },
    {
      name: "redirects for a time, to https alone, and to http",
      text: "[a](https://x.io/a) [b](http://x.io/b) [c](https://x.io/c)\n",
      external: readVerdicts({
        "https://x.io/a": sent(302, "https://x.io/a", "https://x.io/z"),
        "http://x.io/b": sent(301, "http://x.io/b", "https://x.io/b"),
        "https://x.io/c": sent(301, "https://x.io/c", "http://x.io/c"),
      }),
    },
    {
      name: "a move of which only the first half is for good",
      text: "[a](https://x.io/a)\n",
      external: readVerdicts({
        "https://x.io/a": {
          ...ok,
          redirects: [
            { from: "https://x.io/a", status: 301, to: "https://x.io/b" },
            { from: "https://x.io/b", status: 302, to: "https://x.io/c" },
          ],
        },
      }),
    },
    {
      name: "fragments that were found or could not be looked for",
      text: "[a](https://x.io/a#b) [b](https://x.io/a#c)\n",
      external: readVerdicts({
        "https://x.io/a#b": { ...ok, fragment: "found" },
        "https://x.io/a#c": { ...ok, fragment: "unknown" },
      }),
    },
  ],
  invalid: [
    {
      name: "every place of an address in one finding, however it is written",
      text: "[a](https://x.io/a) <https://x.io/a> [b](HTTPS://X.io/a) [c][c]\n\n[c]: https://x.io/a\n",
      external: readVerdicts({ "https://x.io/a": gone }),
      findings: [
        {
          messageId: "gone",
          severity: "error",
          at: "1:5-1:19",
          related: ["1:22-1:36", "1:42-1:56", "3:6-3:20"],
        },
      ],
    },
    {
      name: "a host without a path, an address without a scheme and one with entities",
      path: "a.html",
      text: '<a href="https://x.io">a</a> <a href="//y.io/b">b</a> <a href="https://x.io/?a=1&amp;b=2">c</a>',
      external: readVerdicts({
        "https://x.io/": gone,
        "https://y.io/b": gone,
        "https://x.io/?a=1&b=2": gone,
      }),
      findings: [
        { messageId: "gone", text: "https://x.io" },
        { messageId: "gone", text: "//y.io/b" },
        { messageId: "gone", text: "https://x.io/?a=1&amp;b=2" },
      ],
    },
    {
      name: "an archived copy whose address Markdown would cut short",
      text: "[a](https://x.io/a)\n",
      external: readVerdicts({
        "https://x.io/a": { ...gone, archive: "https://web.archive.org/web/1/https://x.io/a_(b)" },
      }),
      findings: [{ messageId: "gone", text: "https://x.io/a" }],
      suggested: ["[a](https://web.archive.org/web/1/https://x.io/a_%28b%29)\n"],
    },
    {
      name: "a move for good, which keeps the fragment",
      text: "[a](https://x.io/a#b)\n",
      external: readVerdicts({
        "https://x.io/a#b": {
          ...sent(308, "https://x.io/a", "https://x.io/z"),
          fragment: "found",
        },
      }),
      findings: [{ messageId: "moved", severity: "info", text: "https://x.io/a#b" }],
      suggested: ["[a](https://x.io/z#b)\n"],
    },
    {
      name: "refusals, as an info that is no error",
      text: "[a](https://x.io/a)\n",
      external: readVerdicts({ "https://x.io/a": blocked }),
      findings: [{ messageId: "unverified", severity: "info", text: "https://x.io/a" }],
    },
    {
      name: "a form to log in, which is no move",
      text: "[a](https://x.io/a)\n",
      external: readVerdicts({
        "https://x.io/a": {
          ...sent(301, "https://x.io/a", "https://x.io/login"),
          notes: ["login"],
        },
      }),
      findings: [{ messageId: "suspect", severity: "info", text: "https://x.io/a" }],
    },
  ],
});

it("is unsure of what nobody could verify, and counts it with what nobody asked", () => {
  const text = "[a](https://x.io/a) [b](https://x.io/b) [c](https://x.io/c)\n";
  const { results } = checkTexts([{ path: "a.md", text }], {
    rules: [{ rule }],
    external: readVerdicts({
      "https://x.io/a": blocked,
      "https://x.io/b": { verdict: "unknown", reason: "skipped", detail: "the config skips it" },
      "https://x.io/c": { verdict: "unknown", reason: "not-asked", detail: "ended before" },
    }),
  });
  expect(results.map(({ findings, unknown }) => [findings.length, unknown.length])).toEqual([
    [1, 3],
  ]);
  expect(results[0]?.findings[0]?.certainty).toBe("unknown");
});
