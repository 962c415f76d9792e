import { describe } from "vitest";
import rule from "../../../rules/security/script.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("security/script", () => {
  testRule(rule, {
    valid: [
      {
        name: "data blocks",
        text: '<script type="application/ld+json">{}</script><script type="text/template"><p></script>\n',
        ...html,
      },
      {
        name: "an allowed host and its subdomains",
        text: '<script src="//cdn.embeds.example/a.js"></script><embed src="https://embeds.example/b">\n',
        options: { allowHosts: ["Embeds.example"] },
        ...html,
      },
      {
        name: "the head of a whole page",
        text: '<!doctype html>\n<html><head><base href="/"><script src="a.js"></script></head><body><p>a</p></body></html>\n',
        ...html,
      },
      {
        name: "the body of a whole page, also behind a comment",
        text: '<!-- written by hand -->\n<!DOCTYPE html>\n<html><body><script>a()</script><form action="/x/"><input name="q"></form></body></html>\n',
        variants: ["crlf", "bom"],
        ...html,
      },
      {
        name: "the page for addresses without one",
        text: "Nothing is moored here.\n\n<script>location = '/'</script>\n",
        path: "zh/404.md",
      },
      { name: "code", text: "`<script>`\n\n```html\n<script>x()</script>\n```\n" },
      {
        name: "a form whose controls have no names, of which browsers send nothing",
        text: '<form action="/moored/"><p><label>Boat <input required></label> <select><option>Sloop</option></select></p><button>Moor</button></form>\n',
        ...html,
      },
      { name: "a form that sends nothing away", text: "<form><input></form>\n", ...html },
      { name: "other meta elements", text: '<meta charset="utf-8">\n', ...html },
    ],
    invalid: [
      {
        name: "embed scripts of known hosts",
        text: '<script async src="//Platform.Twitter.com/widgets.js"></script><script src="https://gist.github.com/q/1.js"></script><script src="https://gist.github.com.evil.example/q.js"></script>\n',
        ...html,
        findings: [
          {
            messageId: "embed",
            text: '<script async src="//Platform.Twitter.com/widgets.js">',
            severity: "info",
          },
          { messageId: "embed", text: '<script src="https://gist.github.com/q/1.js">' },
          {
            messageId: "remote",
            text: '<script src="https://gist.github.com.evil.example/q.js">',
            severity: "error",
          },
        ],
      },
      {
        name: "a script that keeps two lists apart",
        text: "1. One\n\n<script>a()</script>\n\n3. Three\n",
        findings: [{ messageId: "script", text: "<script>" }],
        suggested: ["1. One\n\n<!-- -->\n\n3. Three\n"],
      },
      {
        name: "a script type in any spelling",
        text: "<script type=' Text/JavaScript '>a()</script><script type=module>b()</script>\n",
        ...html,
        findings: [
          { messageId: "script", text: "<script type=' Text/JavaScript '>", severity: "error" },
          { messageId: "script", text: "<script type=module>" },
        ],
        suggested: [
          "<script type=module>b()</script>\n",
          "<script type=' Text/JavaScript '>a()</script>\n",
        ],
      },
      {
        name: "scripts of services that embed things have no integrity to check",
        text: '<script src="//asciinema.org/a/1.js" id="a"></script>\n\n<script async src="//cdn.iframe.ly/embed.js"></script>\n',
        findings: [
          { messageId: "embed", severity: "info", at: "1:1-1:45" },
          { messageId: "embed", severity: "info", at: "3:1-3:46" },
        ],
      },
      {
        name: "a host whose name only begins like such a service's",
        text: '<script src="https://gist.github.com.boats.example/1.js"></script>\n',
        ...html,
        findings: [{ messageId: "remote", severity: "error", at: "1:1-1:58" }],
        suggested: ["\n"],
      },
      {
        name: "a host that only ends in the same letters as an allowed one",
        text: '<script src="https://evilembeds.example/a.js"></script>\n',
        options: { allowHosts: ["embeds.example"] },
        ...html,
        findings: [{ messageId: "remote", at: "1:1-1:47" }],
        suggested: ["\n"],
      },
      {
        name: "a remote script with an integrity check is still a script",
        text: '<script src="https://a.example/a.js" integrity="sha384-x"></script>\n',
        ...html,
        findings: [{ messageId: "script", at: "1:1-1:59" }],
        suggested: ["\n"],
      },
      {
        name: "an object with the embed inside it is one player",
        text: '<object data="a.swf"><embed src="a.swf"></object>\n',
        ...html,
        findings: [{ messageId: "plugin", text: '<object data="a.swf">' }],
        suggested: ["\n"],
      },
      {
        name: "HTML inside Markdown",
        text: "Text.\n\n<script>\n\na()\n\n</script>\n",
        findings: [{ messageId: "script", at: "3:1-3:9" }],
        suggested: ["Text.\n\n\n"],
      },
      {
        name: "forms with one control that has a name, beside it, or that a component or template may bring",
        text: '<form action="/moored/"><input><textarea name=boat></textarea></form>\n<form action="/left/" id="left"><button>Leave</button></form><input form="left" name="at">\n<form action="/fed/"><input><boat-picker></boat-picker></form>\n<form action="/seen/"><input>{{ more }}</form>\n',
        ...html,
        findings: [
          { messageId: "form", text: '<form action="/moored/">' },
          { messageId: "form", text: '<form action="/left/" id="left">' },
          { messageId: "form", text: '<form action="/fed/">' },
          { messageId: "form", text: '<form action="/seen/">' },
        ],
      },
      {
        name: "base, refresh and form",
        text: '<base href="/x/"><meta http-equiv=Refresh content=0><form action="send.php"></form>\n',
        ...html,
        findings: [
          { messageId: "base", text: '<base href="/x/">' },
          { messageId: "refresh", text: "<meta http-equiv=Refresh content=0>" },
          { messageId: "form", text: '<form action="send.php">' },
        ],
      },
    ],
  });
});
