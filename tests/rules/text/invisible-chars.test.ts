import { describe, expect, it } from "vitest";
import rule from "../../../rules/text/invisible-chars.js";
import { checkTexts } from "../../../src/testing/check-texts.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "the replacement character where the text names it",
      text: "The decoder writes `U+FFFD` (\ufffd) for invalid bytes.\n",
    },

    {
      name: "plain text",
      text: "Plain text, déjà vu, 中文。😀\n\ttabs too\r\n",
      variants: ["bom", "cjk"],
    },
    {
      name: "emoji sequences and flags",
      text: "👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️ 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 👍🏽\n",
    },
    { name: "joiners of Persian and Hindi", text: "می\u200cخواهم क्\u200dष\n" },
    { name: "line-break marks of Thai and Khmer", text: "ภาษา\u200bไทย ភាសា\u200bខ្មែរ\n" },
    {
      name: "direction marks and isolates around Hebrew",
      text: "The word \u2067שלום\u2069 and \u200fשלום\u200f.\n",
    },
    {
      name: "no-break spaces that bind",
      text: "10\u00a0km, M.\u00a0Dupont, «\u00a0Oui\u00a0!\u00a0», à\u00a0Paris, Media\u00a0Queries\n",
    },
    {
      name: "a no-break space that fills an empty cell",
      text: "<td>\u00a0</td>\n",
      path: "a.html",
    },
    { name: "entities", text: "a&nbsp;&shy;b&#8203;\n" },
    {
      name: "code",
      text: "`a\u200bb` and\n\n```\n\u00ad\u200b\n```\n\n<pre>\u200b</pre>\n",
    },
    {
      name: "code of an article about directions",
      text: "This is Trojan Source:\n\n```js\nif (a) // \u202e } \u2066\n```\n",
    },
    {
      name: "code of a right-to-left article",
      path: "fa/a.md",
      text: "متن `\u202aab\u202c` است.\n",
      variants: false,
    },
    { name: "comments", text: "<!-- \u200b\u202e -->\n" },
    { name: "template tags", text: '{{ "\u200b" }}\n' },
    { name: "a sign of a radical alone", text: "The radical ⽂ is U+2F42.\n" },
    { name: "a ligature alone, and in code", text: "The ligature ﬁ is U+FB01: `ﬁx`.\n" },
    { name: "full-width letters in Japanese", text: "Ａ社は１０月に、ＡＢＣを発売する。\n" },
    {
      name: "mixed scripts that look different",
      text: "5\u00b5m and \u03bcm, HTML\u0430, \u03c0r, Ωmega\n",
    },
    { name: "Cyrillic and Latin words", text: "Привет Microsoft, привет сор.\n" },
    { name: "accents that have no composed letter", text: "x\u0304 and n\u0308\n" },
    { name: "allowed characters", text: "Zeit\u00adung\n", options: { allow: ["U+00AD"] } },
    {
      name: "what other rules report before the front matter",
      text: "\u200b---\ntitle: A\n---\nText.\n",
      variants: false,
    },
    { name: "portuguese capitals", text: "NÃO, PÃES, Â!\n" },
  ],
  invalid: [
    {
      name: "a zero-width space in text, deleted",
      text: "Zero\u200bwidth.\n",
      findings: [{ messageId: "zero-width", at: "1:5-1:6", severity: "warning" }],
      fixed: "Zerowidth.\n",
    },
    {
      name: "a BOM in the text, which hides a heading: a person must look at what appears",
      text: "Text.\n\n\ufeff## Heading\n",
      findings: [{ messageId: "zero-width", at: "3:1-3:2" }],
      suggested: ["Text.\n\n## Heading\n"],
    },
    {
      name: "a joiner between plain letters",
      text: "ab\u200dcd and 1\u20602\n",
      findings: [
        { messageId: "zero-width", at: "1:3-1:4" },
        { messageId: "zero-width", at: "1:12-1:13" },
      ],
      fixed: "abcd and 12\n",
    },
    {
      name: "in an attribute, where deleting needs a person",
      path: "a.html",
      text: '<a href="https://example.org/\u200b">x</a>',
      findings: [{ messageId: "zero-width", text: "\u200b" }],
      suggested: ['<a href="https://example.org/">x</a>'],
    },
    {
      name: "in front matter",
      text: "---\ntitle: A\u200bB\n---\nText.\n",
      findings: [{ messageId: "zero-width", at: "2:9-2:10" }],
      suggested: ["---\ntitle: AB\n---\nText.\n"],
    },
    {
      name: "tag characters that spell hidden words",
      text: "Hello\u{e0041}\u{e0042}.\n",
      findings: [{ messageId: "zero-width", at: "1:6-1:10" }],
      fixed: "Hello.\n",
    },
    {
      name: "a direction override and its end as one error",
      text: "Send \u202egro\u202c today.\n",
      findings: [{ messageId: "bidi", severity: "error", at: "1:6-1:7", related: ["1:10-1:11"] }],
      suggested: ["Send gro today.\n"],
    },
    {
      name: "a path in code, copied from a dialog",
      text: "Open `\u202aC:\\boats`.\n",
      findings: [{ messageId: "bidi", text: "\u202a" }],
      suggested: ["Open `C:\\boats`.\n"],
    },
    {
      name: "a condition in a block that is shown in another order",
      text: "```js\nif (role === '\u202e\u2066user\u2069') sail();\n```\n",
      findings: [{ messageId: "bidi", at: "2:15-2:17", related: ["2:21-2:22"] }],
    },
    {
      name: "isolates without right-to-left text",
      text: "Send \u2067gro\u2069 today.\n",
      findings: [{ messageId: "bidi", at: "1:6-1:7", related: ["1:10-1:11"] }],
    },
    {
      name: "an isolate that is never closed",
      text: "The word \u2067שלום.\n",
      findings: [{ messageId: "bidi", at: "1:10-1:11" }],
    },
    {
      name: "more than three of a kind as one finding",
      text: "a\u00adb c\u00add e\u00adf g\u00adh\n",
      findings: [
        { messageId: "soft-hyphen", at: "1:2-1:3", related: ["1:6-1:7", "1:10-1:11", "1:14-1:15"] },
      ],
      fixed: "ab cd ef gh\n",
    },
    {
      name: "a run of one kind",
      text: "a\u200b\u200b\u200bb\n",
      findings: [{ messageId: "zero-width", at: "1:2-1:5" }],
      fixed: "ab\n",
    },
    {
      name: "a control character",
      text: "a\u0008b\n",
      findings: [{ messageId: "control", text: "\u0008" }],
      fixed: "ab\n",
    },
    {
      name: "a no-break space after a heading mark, between words, beside CJK text",
      text: "#\u00a0Heading\n\nplain\u00a0words\n\n中文\u00a0字\n",
      findings: [
        { messageId: "no-break-space", at: "1:2-1:3" },
        { messageId: "no-break-space", at: "3:6-3:7" },
        { messageId: "no-break-space", at: "5:3-5:4" },
      ],
      suggested: [
        "# Heading\n\nplain\u00a0words\n\n中文\u00a0字\n",
        "#\u00a0Heading\n\nplain words\n\n中文\u00a0字\n",
        "#\u00a0Heading\n\nplain\u00a0words\n\n中文 字\n",
      ],
    },
    {
      name: "mojibake of both kinds",
      text: "It isnâ€™t, Ã¼ber, 锟斤拷锟斤拷, 烫烫烫\n",
      findings: [
        { messageId: "mojibake", at: "1:7-1:10", related: ["1:13-1:15"] },
        { messageId: "mojibake", at: "1:20-1:26", related: ["1:28-1:31"] },
      ],
      suggested: ["It isn’t, über, 锟斤拷锟斤拷, 烫烫烫\n"],
    },
    {
      name: "homoglyphs at the start and inside",
      text: "\u0421isco and \u0440\u0430ypal\n",
      findings: [
        { messageId: "homoglyph", text: "\u0421isco" },
        { messageId: "homoglyph", text: "\u0440\u0430ypal" },
      ],
      suggested: ["Cisco and \u0440\u0430ypal\n", "\u0421isco and paypal\n"],
    },
    {
      name: "a Latin letter in a Cyrillic word",
      text: "\u041f\u0440\u0438\u0432eт\n",
      findings: [{ messageId: "homoglyph", at: "1:1-1:7" }],
      suggested: ["\u041f\u0440\u0438\u0432\u0435т\n"],
    },
    {
      name: "signs of radicals in words",
      text: "操作本地⽂件，⼈々が\n",
      findings: [
        { messageId: "radical", text: "⽂" },
        { messageId: "radical", text: "⼈" },
      ],
      suggested: ["操作本地文件，⼈々が\n", "操作本地⽂件，人々が\n"],
    },
    {
      name: "ligatures in words",
      text: "A ﬁle that oﬀers ﬂow.\n",
      findings: [
        { messageId: "ligature", text: "ﬁ" },
        { messageId: "ligature", text: "ﬀ" },
        { messageId: "ligature", text: "ﬂ" },
      ],
      suggested: [
        "A file that oﬀers ﬂow.\n",
        "A ﬁle that offers ﬂow.\n",
        "A ﬁle that oﬀers flow.\n",
      ],
    },
    {
      name: "full-width letters",
      text: "使用ＡＢＣ。\n",
      findings: [{ messageId: "full-width", text: "ＡＢＣ" }],
      suggested: ["使用ABC。\n"],
    },
    {
      name: "a separate accent",
      text: "Caf\u0065\u0301.\n",
      findings: [{ messageId: "decomposed", text: "e\u0301" }],
      fixed: "Caf\u00e9.\n",
    },
    {
      name: "lost and private characters",
      text: "na\ufffdve \ue123\n",
      findings: [
        { messageId: "replacement", text: "\ufffd" },
        { messageId: "private-use", text: "\ue123" },
      ],
    },
  ],
});

describe("text/invisible-chars", () => {
  it("takes time in proportion to the text", () => {
    const text = `${"a\u00a0 b\u200e\u2067c\u2069 e\u0301 \u043c\u0438r Ã© ".repeat(40_000)}\n`;
    const started = performance.now();
    const { crashes } = checkTexts([{ path: "a.html", text }], { rules: [{ rule }] });
    expect(crashes).toEqual([]);
    // Squared time would be minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});
