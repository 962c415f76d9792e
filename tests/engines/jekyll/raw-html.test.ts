import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRINTED_TAG } from "../../../src/article/markdown/printed-tags.js";
import { withRawHtml } from "../../../src/engines/jekyll/raw-html.js";
import { runs } from "../../runs.js";

/** With `¤` for the sign of a tag that is text. */
function written(body: string): string {
  return withRawHtml(body).replaceAll(PRINTED_TAG, "¤");
}

// What kramdown 2.4 prints with `&lt;`.
describe("a block of HTML in kramdown", () => {
  it.each([
    ["a tag that it cannot read", "<p>\n<q.\nBoats</p>\n", "<p>\n¤q.\nBoats</p>\n"],
    [
      "attributes without quotation marks or space",
      '<div><a href=/x>b</a><img src="a"alt="b"></div>\n',
      '<div>¤a href=/x>b¤/a>¤img src="a"alt="b"></div>\n',
    ],
    ["an end tag without a partner", "<pre>a</em>b</pre>\n", "<pre>a¤/em>b</pre>\n"],
    ["an end tag of an outer element", "<p><b>a</p></b></p>\n", "<p><b>a¤/p></b></p>\n"],
    ["an end tag of a void element", "<p>a</br>b</p>\n", "<p>a¤/br>b</p>\n"],
  ])("prints as text %s", (_, body, expected) => {
    expect(written(body)).toBe(expected);
  });

  it("makes no code of an indent after a blank line", () => {
    expect(written("<table>\n\n    <tr>\r\n \r\n\r\n\t<td>a</td></tr></table>\n")).toBe(
      "<table> \n    <tr>     \r\n\t<td>a</td></tr></table>\n",
    );
  });

  it.each([
    "<div width=50><x.y z='1'>a</x.y><br></div>\n",
    "<div><!-- </p> --><script>'</p>'</script><?x </p> ?></div>\n",
    "<pre>\na\n\n    b</pre>\n",
    "<p>a < b, 5 <6</p>\n",
    "<ns:a>b</ns:a>\n",
  ])("stays as it is: %s", (body) => {
    expect(withRawHtml(body)).toBe(body);
  });

  it.each([
    ["in text", "Boats </b> and <b\n"],
    ["of inline elements", "<b>\na</i></b>\n"],
    ["in code", "```\n<div></p></div>\n```\n\n    <div></p></div>\n"],
    ["in comments", "<!--\n<div></p></div>\n-->\n"],
    ["whose content is Markdown", '<div markdown="1">\n</b>\n</div>\n'],
    ["that hold such an element", '<div></b><p markdown="1">a</p></div>\n'],
    ["that Liquid writes in part", "<div>{% if a %}<p>{% else %}<p>{% endif %}a</p></div>\n"],
    ["that nothing ends", "<div></b>\n\n    a\n"],
    ["with a tag that Liquid writes in part", "<div><a {{ b }}>c</a></div>\n"],
  ])("is not judged %s", (_, body) => {
    expect(withRawHtml(body)).toBe(body);
  });

  it("never changes how long a text is, or its text", () => {
    const piece = fc.constantFrom(
      ..."<div>|</div>|<p>|</p>|<b>|</b>|<a b=c/d>|</a>|<pre>|</pre>|\n|\r\n|\n\n    |a|<!--|-->|<script>|</script>|<|{%|\t".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const body = pieces.join("");
        const now = withRawHtml(body);
        expect(now.length).toBe(body.length);
        expect(now.replaceAll(PRINTED_TAG, "<").replace(/\s/g, " ")).toBe(body.replace(/\s/g, " "));
      }),
      { numRuns: runs(300) },
    );
  });
});
