import { describe } from "vitest";
import rule from "../../../rules/embed/allowlist.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };
const below = "<p>a</p>\n";

describe("embed/allowlist", () => {
  testRule(rule, {
    valid: [
      {
        name: "a host and its subdomains in the list, without a sandbox",
        text: `${below}<iframe loading=lazy src="//maps.a.example/x"></iframe>\n`,
        options: { hosts: ["a.example"] },
        ...html,
      },
      {
        name: "the site's own hosts beside a list",
        text: `${below}<iframe loading=lazy src="https://b.example/x"></iframe><iframe loading=lazy src="https://cdn.example/x"></iframe>\n`,
        options: { hosts: ["a.example"] },
        settings: { site: { url: "https://b.example/", ownHosts: ["cdn.example"] } },
        ...html,
      },
      {
        name: "a list that allows youtube.com only",
        text: `${below}<iframe loading=lazy src="https://www.youtube.com/embed/x"></iframe>\n`,
        options: { hosts: ["youtube.com"] },
        ...html,
      },
      {
        name: "eager on purpose, lazy by a script, and a pixel",
        text: `${below}<iframe loading=eager src="/a"></iframe><iframe data-src="/b"></iframe><iframe src="/c" width=1 height=1></iframe>\n`,
        ...html,
      },
      {
        name: "the first thing in the article, whatever the front matter says (no text around it)",
        text: '<iframe src="https://player.vimeo.com/video/1"></iframe>\n\nText\n',
        variants: ["crlf", "bom", "front-matter"],
      },
      {
        name: "addresses nobody can know",
        text: `${below}<iframe src="{{ a }}"></iframe><iframe></iframe>\n`,
        ...html,
      },
      {
        name: "attributes from a spread",
        text: "Text\n\n<iframe src='https://a.example/x' {...props} />\n",
        path: "article.mdx",
      },
      {
        name: "a page of YouTube that is no player",
        text: `${below}<iframe loading=lazy src="https://www.youtube.com/live_chat?v=x"></iframe>\n`,
        ...html,
      },
    ],
    invalid: [
      {
        name: "every host once, and nothing else about it",
        text: '<p>a</p>\n<iframe src="https://b.example/1"></iframe>\n<iframe src="https://c.example/1"></iframe>\n<iframe src="https://b.example/2"></iframe>\n',
        options: { hosts: ["a.example"] },
        ...html,
        findings: [
          {
            messageId: "host",
            text: "https://b.example/1",
            severity: "warning",
            related: ["4:14-4:33"],
          },
          { messageId: "host", text: "https://c.example/1" },
        ],
      },
      {
        name: "cookies and weight of several players are two findings",
        text: '<p>a</p>\n<iframe src="//youtube.com/embed/a"></iframe>\n<iframe src=" https://m.youtube.com/embed/b?a=1&amp;b=2"></iframe>\n',
        ...html,
        findings: [
          {
            messageId: "lazy",
            severity: "warning",
            text: '<iframe src="//youtube.com/embed/a">',
            related: ["3:1-3:58"],
          },
          {
            messageId: "cookies",
            severity: "warning",
            text: "youtube.com",
            related: ["3:23-3:36"],
          },
        ],
        fixed:
          '<p>a</p>\n<iframe loading="lazy" src="//www.youtube-nocookie.com/embed/a"></iframe>\n<iframe loading="lazy" src=" https://www.youtube-nocookie.com/embed/b?a=1&amp;b=2"></iframe>\n',
      },
      {
        name: "an unknown page in MDX gets a sandbox",
        text: '# A\n\n<iframe loading="lazy" src="https://b.example/1" />\n',
        path: "article.mdx",
        findings: [
          { messageId: "sandbox", text: '<iframe loading="lazy" src="https://b.example/1" />' },
        ],
        suggested: [
          '# A\n\n<iframe sandbox="allow-scripts allow-same-origin allow-forms allow-popups" loading="lazy" src="https://b.example/1" />\n',
        ],
      },
    ],
  });
});
