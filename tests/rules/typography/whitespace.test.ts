import { describe } from "vitest";
import rule from "../../../rules/typography/whitespace.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };
/** Text added before and behind would change what these cases are about. */
const same = ["front-matter", "bom"] as const;

describe("typography/whitespace", () => {
  testRule(rule, {
    valid: [
      { name: "two blanks after a text are a line break of Markdown", text: "First,  \nsecond.\n" },
      {
        name: "fenced, indented and inline code",
        text: "```\na   \n\n\n\n\nb\t c\n```\n\n    d  \t\n    e\n\nText `f  \ng`.\n",
      },
      {
        name: "pre, textarea, script and style",
        text: "<pre>a  \n\n\n\n\nb</pre>\n<textarea>c \nd</textarea>\n<script>\ne() \n</script>\n<style>\nf{} \n</style>\n",
        ...html,
      },
      { name: "comments", text: "<!-- a \n\n\n\n\n b -->\n<p>c</p>\n", ...html },
      {
        name: "values that keep their lines",
        text: "---\na: |\n  x \n  y\nb: >-\n  z \n---\nText.\n",
        variants: ["crlf", "bom", "cjk"],
      },
      {
        name: "strings of several lines in TOML",
        text: '+++\na = """\nx \ny"""\n+++\nText.\n',
        variants: ["crlf", "bom", "cjk"],
      },
      {
        name: "a tab after a front-matter value",
        text: '---\ntitle: "a"\t\nb: "c" \t\n---\nText.\n',
      },
      {
        name: "what stands before the front matter",
        text: " \n\n\n\n---\ntitle: a\n---\nText.\n",
        variants: false,
      },
      {
        name: "a value of an attribute that runs over several lines",
        text: '<img alt="a \nb" title="c"\n  src="d.png">\n',
        ...html,
      },
      { name: "indentation by tabs", text: "<ul>\n\t<li>a</li>\n</ul>\n", ...html },
      {
        name: "no-break spaces that keep a distance",
        text: "- \u00a0\n\n\u00a0\n\n<p>\u00a0\n</p>\n\n| a |\u00a0\n| --- |\n| b |\n",
      },
      {
        name: "a no-break space at the end of a value",
        text: "---\ntitle: a\u00a0\n---\nText.\n",
      },
      { name: "an empty file", text: "", variants: false },
      { name: "two empty lines", text: "a\n\n\nb\n" },
      {
        name: "a template tag of several lines",
        text: "a {% include x.html \n  b=1 %} c\n",
        engine: "jekyll",
      },
      {
        name: "code of an article whose front matter has a syntax error",
        text: '---\ntitle: "a \nb: c\n---\nText.\n',
        variants: false,
      },
    ],
    invalid: [
      {
        name: "blanks behind a closing fence, in quotations too",
        text: "```\na \n``` \n\n> ~~~~\n> ~~~ \n> ~~~~\t\n\nEnd.\n",
        findings: [{ messageId: "needless", text: " ", at: "3:4-3:5", related: ["7:7-7:8"] }],
        fixed: "```\na \n```\n\n> ~~~~\n> ~~~ \n> ~~~~\n\nEnd.\n",
      },
      {
        name: "no-break spaces behind a text, and a line break of Markdown behind one",
        text: "First.\u00a0\n\nSecond\u00a0  \nthird \u00a0\u00a0 \nfourth.\n",
        findings: [{ messageId: "needless", text: "\u00a0", related: ["3:7-3:10", "4:6-4:10"] }],
        fixed: "First.\n\nSecond  \nthird\nfourth.\n",
      },
      {
        name: "front matter and body in one finding, most lines of all in HTML",
        text: "---\ntags: \n - a\n---\n<div>  \n<p>b\t\n</p> \n  \n</div>\n",
        path: "article.html",
        findings: [
          {
            messageId: "needless",
            at: "2:6-2:7",
            severity: "info",
            related: ["5:6-5:8", "6:5-6:6", "7:5-7:6", "8:1-8:3"],
          },
        ],
        fixed: "---\ntags:\n - a\n---\n<div>\n<p>b\n</p>\n\n</div>\n",
      },
      {
        name: "three blanks are a line break too many by one; blanks on an empty line are none",
        text: "First,   \nsecond.\n   \nThird. \n",
        findings: [{ messageId: "needless", at: "1:7-1:10", related: ["3:1-3:4", "4:7-4:8"] }],
        fixed: "First,  \nsecond.\n\nThird.\n",
      },
      {
        name: "no line ending at the end",
        text: "a",
        variants: same,
        findings: [{ messageId: "needless", at: "1:2-1:2" }],
        fixed: "a\n",
      },
      {
        name: "blanks at the end without a line ending",
        text: "a\nb ",
        variants: same,
        findings: [{ messageId: "needless", at: "2:2-2:3", related: ["2:3-2:3"] }],
        fixed: "a\nb\n",
      },
      {
        name: "a last line of blanks only",
        text: "<p>a</p>\n   ",
        variants: same,
        ...html,
        findings: [{ messageId: "needless", at: "2:1-2:4", related: ["2:4-2:4"] }],
        fixed: "<p>a</p>\n",
      },
      {
        name: "empty lines at the end",
        text: "a\n\n \n",
        variants: same,
        findings: [{ messageId: "needless", at: "2:1-4:1" }],
        fixed: "a\n",
      },
      {
        name: "more than two empty lines, with blanks among them",
        text: "a\n\n\n \n\nb\n",
        findings: [{ messageId: "needless", at: "2:1-6:1" }],
        fixed: "a\n\n\nb\n",
      },
      {
        name: "a tab between words",
        text: "The\tsecond \t round.\n",
        findings: [{ messageId: "needless", text: "\t", at: "1:4-1:5", related: ["1:11-1:14"] }],
        fixed: "The second round.\n",
      },
      {
        name: "a few line endings of another kind",
        text: "a\r\nb\nc\r\nd\r\n",
        variants: ["bom"],
        findings: [{ messageId: "needless", at: "2:2-3:1" }],
        fixed: "a\r\nb\r\nc\r\nd\r\n",
      },
    ],
  });
});
