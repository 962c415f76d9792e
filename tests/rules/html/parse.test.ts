import { describe } from "vitest";
import rule from "../../../rules/html/parse.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("html/parse", () => {
  testRule(rule, {
    valid: [
      {
        name: "an instruction for a program that ends as it began",
        text: 'Text\n\n<?quay-excerpt path="a"?>\n\nMore <?quay b?> text.\n',
      },
      {
        name: "curly quotation marks inside of straight ones, and in code",
        text: 'A <b title="“a”">b</b> and `<b title=“a”>`.\n',
      },
      {
        name: "an end tag lost because a link inside the link ended its element",
        text: "<p><a href=a>x <cite><a href=b>y</a></cite></a></p>\n",
        ...html,
      },
      { name: "end tags that may be left out", text: "<ul><li>a<li>b</ul><p>c<p>d\n", ...html },
      {
        name: "void elements, with and without a slash",
        text: "<p>a<br>b<br/>c<img src=a.png />\n",
        ...html,
      },
      { name: "a fragment needs no doctype and no head", text: "<p>Talks.</p>\n", ...html },
      {
        name: "a whole page with its head",
        text: "<!doctype html>\n<html><head><title>T</title></head><body><p>a</p></body></html>\n",
        ...html,
      },
      {
        name: "elements opened and closed under a condition",
        text: "{% if a %}<div>{% endif %}<p>x</p>{% if a %}</div>{% endif %}\n",
        engine: "jekyll",
        ...html,
      },
      {
        name: "a tag that a template writes in part",
        text: '<div {% if a %}class="b"{% endif %}>x</div>\n',
        engine: "jekyll",
        ...html,
      },
      {
        name: "attributes of one name in branches of a condition, outside of values and across them",
        text: [
          '<img {% if a %}alt="b"{% else %}alt="c"{% endif %} src="d">',
          '<img class="{% if a %}b" alt="c{% else %}d" alt="e{% endif %}" src="f">',
          '<img {% for a in b %}alt="{{ a }}"{% endfor %} alt="c">',
          "",
        ].join("\n"),
        engine: "jekyll",
        ...html,
      },
      {
        name: "what touches a template tag that may print a space",
        text: '<img src="{{ a }}"{{ b }} alt="c"{{ d }}>\n',
        engine: "jekyll",
        ...html,
      },
      {
        name: "ampersands of addresses in attributes",
        text: '<p><a href="/a?b=1&copy=2&lang=de">a</a> AT&T & co</p>\n',
        ...html,
      },
      { name: "a less-than sign in Markdown", text: "If a < b and 5 <6, then `</b>` is code.\n" },
      {
        name: "svg elements that close themselves",
        text: '<svg><path d="M0 0"/><g/></svg>\n',
        ...html,
      },
      {
        name: "code inside HTML that kramdown reads as Markdown",
        text: '<table><tr><td markdown="span">`<c.name>Cue</c>` and `<ruby>`</td></tr></table>\n',
        engine: "jekyll",
      },
      {
        name: "components that close themselves",
        text: 'Text <Badge type="new" /> and <my-box /> and <Tabs.Item />.\n',
        engine: "vitepress",
      },
      {
        name: "components of a preprocessor, whatever elements are called like them",
        text: 'Harbours:\n\n<Frame of="quay" />\n\n<p>\n<Center at="noon">\n\n# Boats\n\n</Center>\n\n<Marquee for="boats">\n',
      },
      {
        name: "an end tag that kramdown prints as the end of a tag which is shown",
        text: "<pre><samp>\n&lt;style media='print'>\nb {}\n</style>\n</samp></pre>\n",
        engine: "jekyll",
      },
      {
        name: "signs in code that kramdown takes for no tag",
        text: "<pre>map<int, bool> and list<object, a b></pre>\n",
        engine: "jekyll",
      },
      {
        name: "end tags after what kramdown cannot read as a tag",
        text: "<div><i>\na <b.\n<u>c</u></i></div>\n",
        engine: "jekyll",
      },
      { name: "an empty comment", text: "<!-- --><!----><p>a</p>\n", ...html },
    ],
    invalid: [
      {
        name: "a component with values, others of which the article closes",
        text: '<Log number="1">\n\nOne\n\n</Log>\n\n<Log number="2">\n\nTwo\n',
        engine: "mdbook",
        path: "src/a.md",
        findings: [{ messageId: "unclosed", text: '<Log number="2">' }],
      },
      {
        name: "elements that are named in sentences, or in backticks within HTML, and a word that lost its end",
        text: "The HTML-<pre>-element logs.\n\n<table><tr><td>Go to (`<nav>`)</td></tr></table>\n\nOne <b>bold word.\n",
        findings: [
          { messageId: "named", text: "<pre>" },
          { messageId: "named", text: "<nav>" },
          { messageId: "unclosed", text: "<b>" },
        ],
      },
      {
        name: "a component that nothing closes, where the build stops at it",
        text: 'An <Anchor> holds.\n\n- See <Quay to="a"> at noon.\n',
        engine: "vitepress",
        findings: [
          { messageId: "unclosedComponent", text: "<Anchor>" },
          { messageId: "unclosedComponent", text: '<Quay to="a">' },
        ],
      },
      {
        name: "a value of several words in curly quotation marks, whose tag is shown as text",
        text: 'A <b id="x" title=”Two boats”>b</b>.\n',
        findings: [{ messageId: "curly", text: "”Two boats”" }],
      },
      {
        name: "an end tag without opening tag",
        text: "<p>missing data</a></p>\n",
        ...html,
        findings: [{ messageId: "stray", at: "1:16-1:20", text: "</a>", severity: "error" }],
        suggested: ["<p>missing data</p>\n"],
      },
      {
        name: "a placeholder with a capital letter, which is handed nothing",
        text: "A Dock<Vessel> holds boats.\n",
        findings: [{ messageId: "unknown", text: "<Vessel>" }],
      },
      {
        name: "an end tag of a component that nothing opens",
        text: "Boats.\n\n</Harbour>\n",
        findings: [{ messageId: "stray", text: "</Harbour>" }],
        suggested: ["Boats.\n\n\n"],
      },
      {
        name: "elements in capital letters",
        text: "Boats <B>sail.\n",
        findings: [{ messageId: "unclosed", text: "<B>" }],
      },
      {
        name: "end tags that kramdown shows to readers, in text and in HTML",
        text: "Boats </u> sail.\n\n<div>\n<p>Quay</q></p>\n</div>\n",
        engine: "jekyll",
        findings: [
          { messageId: "shown", text: "</u>", severity: "error" },
          { messageId: "shown", text: "</q>" },
        ],
        suggested: [
          "Boats  sail.\n\n<div>\n<p>Quay</q></p>\n</div>\n",
          "Boats </u> sail.\n\n<div>\n<p>Quay</p>\n</div>\n",
        ],
      },
      {
        name: "an end tag whose element browsers end early, which kramdown does not",
        text: "<p>Boats <ul><li>sail</li></ul></i></p>\n\n<div></br></div>\n",
        engine: "jekyll",
        findings: [
          { messageId: "shown", text: "</i>" },
          { messageId: "voidEnd", text: "</br>" },
        ],
        fixed: "<p>Boats <ul><li>sail</li></ul></i></p>\n\n<div><br></div>\n",
        suggested: ["<p>Boats <ul><li>sail</li></ul></p>\n\n<div></br></div>\n"],
      },
      {
        name: "a tag that kramdown cannot read",
        text: "<div>\n<img src=/a.png alt=''> <img src='/b.png' alt=''>\n</div>\n",
        engine: "jekyll",
        findings: [{ messageId: "unread", text: "<img src=/a.png alt=''>" }],
      },
      {
        name: "the end tag of a Markdown link written as HTML",
        text: "Apply in [Open Opportunities</a>.\n",
        findings: [{ messageId: "stray", text: "</a>" }],
        suggested: ["Apply in [Open Opportunities.\n"],
      },
      {
        name: "end tags of elements without content; that of a paragraph ended by a list is html/nesting's",
        text: "<p>a\n<ul><li>b</ul></p>\n<p>c</br>d</br>e<img src=f></img></p>\n",
        ...html,
        findings: [
          { messageId: "voidEnd", text: "</br>", related: ["3:11-3:16"] },
          { messageId: "voidEnd", text: "</img>" },
        ],
        fixed: "<p>a\n<ul><li>b</ul></p>\n<p>c<br>d<br>e<img src=f></p>\n",
      },
      {
        name: "a placeholder that readers never see",
        text: "Call values(auto, <ident>) with `<ident>`.\n",
        findings: [{ messageId: "unknown", text: "<ident>" }],
      },
      {
        name: "an element that is never closed",
        text: '<p>See <a href="/cv">the CV</p>\n',
        ...html,
        findings: [{ messageId: "unclosed", text: '<a href="/cv">' }],
      },
      {
        name: "an end tag written with attributes is one defect with its partner",
        text: '<p></a href="/x">text</a></p>\n',
        ...html,
        findings: [{ messageId: "invalid", text: '</a href="/x">' }],
      },
      {
        name: "an end tag written with a template value",
        text: '<p></a href="{{site.baseurl}}/x">text</a></p>\n',
        engine: "jekyll",
        ...html,
        findings: [{ messageId: "invalid", at: "1:4-1:34" }],
      },
      {
        name: "a missing quotation mark explains all that follows",
        text: '<p><a href="/talks>first</a> and <a href="/more">more</a></p>\n',
        ...html,
        findings: [{ messageId: "invalid", at: "1:7-1:43" }],
      },
      {
        name: "no space between attributes",
        text: '<p><img src="a.png"alt="a"></p>\n',
        ...html,
        findings: [{ messageId: "invalid", text: 'alt="a"' }],
        fixed: '<p><img src="a.png" alt="a"></p>\n',
      },
      {
        name: "the same attribute twice with the same value",
        text: '<p class="a" id=b class="a">x</p>\n',
        ...html,
        findings: [{ messageId: "invalid", text: 'class="a"', at: "1:19-1:28" }],
        fixed: '<p class="a" id=b>x</p>\n',
      },
      {
        name: "the same attribute twice with another value is for the writer to settle",
        text: '<p class="a" class="b">x</p>\n',
        ...html,
        findings: [{ messageId: "invalid", text: 'class="b"' }],
      },
      {
        name: "a character code without semicolon",
        text: "<p>a &copy 2022</p>\n",
        ...html,
        findings: [{ messageId: "invalid", text: "&copy" }],
        fixed: "<p>a &copy; 2022</p>\n",
      },
      {
        name: "a character code that does not exist",
        text: "<p>a &nbps; b</p>\n",
        ...html,
        findings: [{ messageId: "invalid", text: "&nbps;" }],
      },
      {
        name: "a raw less-than sign",
        text: "<p>5 < 6 and <3</p>\n",
        ...html,
        findings: [{ messageId: "invalid", at: "1:6-1:7", text: "<", related: ["1:14-1:15"] }],
        fixed: "<p>5 &lt; 6 and &lt;3</p>\n",
      },
      {
        name: "a div that tries to close itself",
        text: "<div/><p>a</p>\n",
        ...html,
        findings: [{ messageId: "invalid", text: "<div/>" }],
      },
      {
        name: "several marks in a row, each of which begins no tag",
        text: "<p>a <<< b</p>\n",
        ...html,
        findings: [{ messageId: "invalid", at: "1:6-1:7", related: ["1:7-1:8", "1:8-1:9"] }],
        fixed: "<p>a &lt;&lt;&lt; b</p>\n",
      },
      {
        name: "a comment inside a comment",
        text: "<p>a</p><!-- a <!-- b --><p>c</p>\n",
        ...html,
        findings: [{ messageId: "invalid", text: "<!-- a <!-- b -->" }],
      },
      {
        name: "a processing instruction",
        text: "<p>a</p><?php echo 1 ?>\n",
        ...html,
        findings: [{ messageId: "invalid", at: "1:9-1:10" }],
      },
      {
        name: "a tag that is cut off; text added behind would become its attributes",
        text: '<p>a</p>\n<a href="/x"',
        ...html,
        variants: ["crlf", "bom", "front-matter"],
        findings: [{ messageId: "invalid", at: "2:1-2:13" }],
      },
      {
        name: "an unclosed element inside a quote of a Markdown article",
        text: "> Read <b>this\n> now.\n\nThen that.\n",
        findings: [{ messageId: "unclosed", text: "<b>" }],
      },
      {
        name: "an opening tag where the closing one is meant, and none between two texts",
        text: '<p class="a">Gulls<p>\n\n<p>One<p>\nTwo</p>\n<ul><li>One<li>Two\n<li>Three</ul>\n',
        ...html,
        findings: [{ messageId: "openedAgain", at: "1:19-1:22", severity: "warning" }],
        suggested: [
          '<p class="a">Gulls</p>\n\n<p>One<p>\nTwo</p>\n<ul><li>One<li>Two\n<li>Three</ul>\n',
        ],
      },
    ],
  });
});
