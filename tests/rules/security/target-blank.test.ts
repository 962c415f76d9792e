import { describe } from "vitest";
import rule from "../../../rules/security/target-blank.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };
const site = { url: "https://www.own.example/blog/", ownHosts: ["cdn.own.example"] };

describe("security/target-blank", () => {
  testRule(rule, {
    valid: [
      {
        name: "noopener or noreferrer among other tokens",
        text: '<a href="https://a.example" target=_blank rel="nofollow NoOpener">a</a><a href="https://a.example" target=_blank rel=noreferrer>b</a>\n',
        ...html,
      },
      {
        name: "targets inside the window",
        text: '<a href="https://a.example" target="_self">a</a><a href="https://a.example" target="_TOP">b</a>\n',
        ...html,
      },
      {
        name: "relative addresses, mail and fragments",
        text: '<a href="/a" target=_blank>a</a><a href="#b" target=_blank>b</a><a href="mailto:a@b.example" target=_blank>c</a>\n',
        ...html,
      },
      {
        name: "the site's own hosts",
        text: '<a href="https://www.own.example/x" target=_blank>a</a><a href="//cdn.own.example/y" target=_blank>b</a>\n',
        settings: { site },
        ...html,
      },
      {
        name: "template values",
        text: '<a href="{{ site.url }}/a" target="_blank">a</a><a href="https://a.example" target="{{ t }}">b</a>\n',
        ...html,
      },
      {
        name: "a kramdown list with rel",
        text: '[a](https://a.example){:target="_blank" rel="noopener"}\n',
        engine: "jekyll",
      },
      {
        name: "a kramdown list where no engine reads it",
        text: '[a](https://a.example){:target="_blank"}\n',
        engine: "hugo",
      },
    ],
    invalid: [
      {
        name: "opener, which is meant",
        text: '<a href="https://a.example" target="chart" rel="Opener external">a</a>\n',
        ...html,
        findings: [{ messageId: "opener", severity: "info", text: 'rel="Opener external"' }],
      },
      {
        name: "opener in a kramdown list",
        text: '[a](https://a.example){:target="_blank" rel="opener"}\n',
        engine: "jekyll",
        findings: [{ messageId: "opener", text: 'target="_blank"' }],
      },
      {
        name: "a name that only resembles opener",
        text: '<a href="https://a.example" target="_blank" rel="no-opener">a</a>\n',
        ...html,
        findings: [{ messageId: "missing", text: 'target="_blank"' }],
        fixed: '<a href="https://a.example" target="_blank" rel="no-opener noopener">a</a>\n',
      },
      {
        name: "no rel, an empty rel, rel without value, rel without quotation marks",
        text: '<a href="https://a.example" target="_blank">a</a>\n<a href="//a.example" rel="" target=_blank>b</a>\n<a rel href="http://a.example" target=\'_blank\'>c</a>\n<a rel=nofollow href="http://a.example" target=_BLANK>d</a>\n',
        ...html,
        findings: [
          {
            messageId: "missingSeveral",
            at: "1:29-1:44",
            text: 'target="_blank"',
            severity: "info",
            related: ["2:30-2:43", "3:32-3:47", "4:41-4:54"],
          },
        ],
        fixed:
          '<a href="https://a.example" target="_blank" rel="noopener">a</a>\n<a href="//a.example" rel="noopener" target=_blank>b</a>\n<a rel="noopener" href="http://a.example" target=\'_blank\'>c</a>\n<a rel="nofollow noopener" href="http://a.example" target=_BLANK>d</a>\n',
      },
      {
        name: "another subdomain is another site",
        text: '<a href="https://news.own.example/x" target=_blank>a</a>\n',
        settings: { site },
        ...html,
        findings: [{ messageId: "missing", text: "target=_blank" }],
        fixed: '<a href="https://news.own.example/x" target=_blank rel="noopener">a</a>\n',
      },
      {
        name: "a window with a name, for the writer to decide",
        text: '<a href="https://a.example" target="sources">a</a>\n',
        ...html,
        findings: [{ messageId: "named", text: 'target="sources"' }],
        suggested: ['<a href="https://a.example" target="sources" rel="noopener">a</a>\n'],
      },
      {
        name: "a kramdown list",
        text: 'Read [this](https://a.example){:target="_blank"} now.\n',
        engine: "jekyll",
        findings: [{ messageId: "missing", text: 'target="_blank"' }],
        fixed: 'Read [this](https://a.example){:target="_blank" rel="noopener"} now.\n',
      },
      {
        name: "the cue counts in text, title and label",
        text: '<a href="https://a.example" target=_blank rel=noopener>a</a><a href="https://a.example" target=_blank rel=noopener title="Opens in a New Window">b</a><a href="https://a.example" target=_blank rel=noopener>c（新窗口）</a>\n',
        options: { cue: true },
        ...html,
        findings: [{ messageId: "cue", at: "1:29-1:42" }],
      },
    ],
  });
});
