import rule from "../../../rules/typography/quotes.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "an address in brackets before a colon, and a bracket that is shown",
      text: '- Directives (<https://quay.example/#tides>):\n- The key (")") closes, the key "(" opens.\n',
    },
    {
      name: "letters of a list in a sentence of Japanese",
      text: "a) 情報がある、またはb) 情報がない。\n",
    },

    {
      name: "a number before the bracket that closes a bracket, however far away",
      text: "A lock takes as long as one boat\n(T(2)). Others wait, unless the keeper knows them\n(which means that they came on one of the days of the week on which he works alone,\nand that they paid what the board beside the gate asks of boats of their size, as in Table\n12.) And on they go.\n",
    },
    {
      name: "list numbers after brackets that are closed",
      text: "Boats (large ones) wait for 1) the tide, 2) the keeper (or his son), c) the bell.\n",
    },
    {
      name: "pairs across inline markup",
      text: "He said: “We **will** [meet](a.md)” (and *so on*).\n",
    },
    {
      name: "pairs across line breaks",
      text: "<p>“We will<br>meet again” (or<br>so)</p>",
      path: "a.html",
    },
    {
      name: "a quotation over several paragraphs",
      text: "“It is long.\n\n“It goes on.\n\n“It ends here.”\n",
    },
    { name: "a bracket over two paragraphs", text: "(It is long.\n\nIt ends here.)\n" },
    { name: "straight quotes over two paragraphs", text: '"It is long.\n\nIt ends here."\n' },
    {
      name: "guillemets in pairs, over two paragraphs and on labels",
      path: "fr/a.md",
      text: "Il dit « oui » et « c’est “bon” ». Puis : « Le port est à nous.\n\nIl est pour tous. »\n\n« Retour\n",
      variants: false,
    },
    {
      name: "guillemets of German",
      path: "de/a.md",
      text: "Sie sagte »Das ist es« und dann nur noch ›nein‹, wie es in »Der Hafen stand.\n",
      variants: false,
    },
    { name: "apostrophes", text: "It’s the ’90s, don't 'n' roll, the writers’ room.\n" },
    { name: "inches", text: 'A 15" screen and a 3.5" disk, "5" and "10".\n' },
    {
      name: "items and faces",
      text: "a) one, 1) two, iv) three :) and ;-) and :( and so it goes.\n",
    },
    { name: "the beginning of a call", text: "It reads f( and stops, then print(\n" },
    { name: "the beginning of calls at ends of clauses", text: "Type foo(, then bar(.\n" },
    { name: "half-open intervals", text: "The ranges [a, b) and (c, d] are used.\n" },
    {
      name: "an address in brackets",
      text: "See it (https://example.com/a) or (http://example.com/a_(b)) there.\n",
    },
    { name: "widths do not matter here", text: "会谈（第二轮)结束(第一轮）。\n" },
    { name: "code and templates", text: 'Use `"(` and {{ "“(" }} here.\n\n```\n“(\n```\n' },
    {
      name: "front matter and attributes",
      text: '---\ntitle: "“("\n---\n<img src="a.png" alt="“(《">\n',
    },
    {
      name: "German and Swedish quotes",
      text: "Er sagte: „Wir sind nicht zufrieden und auch nicht müde.“ Das ist der Stand mit dem.\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "Japanese quotes",
      text: "彼は「これは『本』です」と言った。「はい」\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    { name: "Chinese quotes, single inside double", text: "他说：“所谓‘停火’还没有《开始》。”\n" },
    { name: "one straight style", text: 'They "sat" and "listened".\n' },
    {
      name: "a mixture that the engine evens out",
      text: 'They “sat” and "listened".\n',
      engine: "jekyll",
    },
    {
      name: "a mixture, not judged",
      text: 'They “sat” and "listened".\n',
      options: { style: "ignore" },
    },
    { name: "an escaped attribute", text: 'Write class="a" and app={b="c"} there.\n' },
  ],
  invalid: [
    {
      name: "a bracket that is open though numbers stand before it",
      text: "There are 1) the tide, 2) the keeper and the (bell.\n",
      findings: [{ messageId: "unclosed", text: "(" }],
      suggested: ["There are 1) the tide, 2) the keeper and the bell.\n"],
    },
    {
      name: "a French quotation without its end",
      path: "fr/a.md",
      text: "On peut commencer par « Le port est fermé pour nous, puis dire ce qui est fait.\n",
      findings: [{ messageId: "unclosed", text: "«" }],
      suggested: [
        "On peut commencer par  Le port est fermé pour nous, puis dire ce qui est fait.\n",
      ],
    },
    {
      name: "a Spanish quotation without its beginning",
      path: "es/a.md",
      text: "El barco que está en el puerto se llama la Sirena», y es de los que más se ven.\n",
      findings: [{ messageId: "unopened", text: "»" }],
    },
    {
      name: "a bracket too many, without which there would be a link: no deletion is offered",
      text: "From 6.2 to 9.1 [#36]((https://example.org/36) for everyone who asked.\n",
      findings: [{ messageId: "unclosed", text: "(" }],
      suggested: [],
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "a quote that never closes",
      text: "<p>He said: “We will meet again.</p>",
      path: "a.html",
      findings: [{ messageId: "unclosed", at: "1:13-1:14", severity: "warning" }],
      suggested: ["<p>He said: We will meet again.</p>"],
    },
    {
      name: "a bracket that never closes, in a paragraph of its own",
      text: "The talks (the second round end today.\n",
      findings: [{ messageId: "unclosed", text: "(" }],
      suggested: ["The talks the second round end today.\n"],
    },
    {
      name: "a book title that never closes",
      text: "他读了《战争与和平。\n",
      findings: [{ messageId: "unclosed", text: "《" }],
      suggested: ["他读了战争与和平。\n"],
    },
    {
      name: "a closing mark alone",
      text: "The talks are over.” He said so).\n",
      findings: [
        { messageId: "unopened", text: "”" },
        { messageId: "unopened", text: ")" },
      ],
      suggested: ["The talks are over. He said so).\n", "The talks are over.” He said so.\n"],
    },
    {
      name: "an odd straight quote written as a reference",
      text: "<p>They &quot;sat there.</p>",
      path: "a.html",
      findings: [{ messageId: "unclosed", text: "&quot;" }],
      suggested: ["<p>They sat there.</p>"],
    },
    {
      name: "two styles in one quotation",
      text: 'He said: “We will meet again."\n',
      findings: [{ messageId: "mismatched", text: "“", related: ["1:30-1:31"] }],
      suggested: ["He said: “We will meet again.”\n"],
    },
    {
      name: "quotes that face the wrong way",
      text: "从“单体“到”微服务“的转型。\n",
      findings: [{ messageId: "wrong-way", at: "1:2-1:3" }],
      suggested: ["从“单体”到“微服务”的转型。\n"],
    },
    {
      name: "double quotes inside single ones",
      text: "他说：‘所谓“停火”还没有开始。’\n",
      findings: [{ messageId: "nested", text: "‘", related: ["1:7-1:8"] }],
    },
    {
      name: "many lone marks in one finding",
      text: "One “here, two (there, three 【here, four 《there.\n",
      findings: [
        { messageId: "several", text: "“", related: ["1:16-1:17", "1:30-1:31", "1:42-1:43"] },
      ],
    },
    {
      name: "a mixture of styles",
      text: 'They “sat” and “stood” and "listened".\n',
      findings: [{ messageId: "mixed", text: '"listened"', severity: "info" }],
      suggested: ["They “sat” and “stood” and “listened”.\n"],
    },
    {
      name: "straight quotes asked for",
      text: "They “sat” there.\n",
      options: { style: "straight" },
      engine: "hexo",
      findings: [{ messageId: "style", text: "“sat”", severity: "warning" }],
      suggested: ['They "sat" there.\n'],
    },
  ],
});
