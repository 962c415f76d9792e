import rule from "../../../rules/text/scraper-residue.js";
import { testRule } from "../../../src/testing/test-rule.js";

const closing = (text: string) =>
  ["b", "c", "d", "e"].map((name) => ({ path: `${name}.md`, text: `${name}.\n\n${text}\n` }));

testRule(rule, {
  valid: [
    {
      name: "the same words in a text",
      text: "Certo, ecco la strada. Claro, aquí está el puerto.\n\nNatürlich! Hier ist der Hafen.\n\nBien sûr, voici le port.\n",
    },
    {
      name: "what a mail program writes, in code, in quotations and below its announcement",
      text: '`[cid:a.png@01]`\n\n> Sent from my iPhone\n\nShe wrote this:\n\n-----Original Message-----\n\n"Sent from my iPhone" is a signature. On her blog, Anna wrote:\n\nA dialog [image: a boat] and &gt; db.find() here.\n',
    },
    {
      name: "a link to the newsletter, and what a blog says of its own texts",
      text: "Subscribe to [our newsletter](https://example.org/news)\n\n本博客文章皆为原创，转载请注明出处。\n",
    },
    {
      name: "components that lead on",
      path: "a.mdx",
      text: '<Button link="https://example.org/share">Share on Twitter</Button>\n',
    },
    {
      name: "a sentence about reading on",
      text: "Continue reading if you want all the details…\n\n[Read more](https://example.org/)\n",
    },
    {
      name: "prose about models",
      text: "As a language model, it predicts words.\n\nHere is the revised schedule.\n\nI am an AI researcher.\n",
    },
    {
      name: "what a person says at the end",
      text: "I hope this helps! Let me know if you have questions.\n\nLet me know if you find a bug.\n",
    },
    { name: "another version of something", text: "Here's an updated version of the text.\n" },
    { name: "an answer of a person", text: "Sure! Here are the boats that leave at four.\n" },
    { name: "quotations and code", text: "> As an AI, I cannot fish.\n\n`【1†source】`\n" },
    { name: "a reference sign", text: "Boats† leave at four.\n" },

    { name: "prose", text: "渔船四点出海，来源不明。\n\nPlease read more about boats.\n" },
    {
      name: "long paragraphs that mention such words",
      text: `转载请注明出处，${"渔船四点出海，".repeat(12)}。\n`,
    },
    {
      name: "headings, tables and captions",
      path: "a.html",
      text: "<h2>广告</h2><table><tr><td>广告</td></tr></table><figure><figcaption>来源：海港日报</figcaption></figure>",
    },
    { name: "alternative texts", text: "![点击查看大图](a.png)\n" },
    { name: "a link whose words say nothing", text: "[Read more](a.md)\n" },
    { name: "a label of a list", text: "Read more\n\n- [Log](a.md)\n" },
    {
      name: "names in brackets, links and code that look like shortcodes",
      text: '[video] and [gallery], [code language="php"](a.md), `[caption id="a"]`\n',
    },
    { name: "code", text: "`Advertisement`\n\n```html\n<!--StartFragment-->\n```\n" },
    {
      name: "a source below a picture, where it is a caption",
      path: "a.html",
      text: '<p><img src=a.png alt=A></p><p style="text-align:center">来源：海港日报</p><p>Text</p>',
    },
    {
      name: "comments of writers",
      text: "<!-- more -->\n\n<!-- ask Anna about this -->\n\nText.\n",
    },
    { name: "classes of one's own", path: "a.html", text: '<p class="lead note">Text</p>' },
    {
      name: "containers with content, and empty ones of one's own",
      path: "a.html",
      text: '<div id="share_box">Text</div><div id="app"></div><div class="chart"></div>',
    },
    {
      name: "four articles with the same closing",
      text: "A.\n\nVisit our harbour soon.\n",
      articles: closing("Visit our harbour soon.").slice(0, 3),
    },
    {
      name: "lead-ins and longer words at the end",
      text: "A.\n\nSee these boats, for example:\n",
      articles: closing("See these boats, for example:"),
    },
  ],
  invalid: [
    {
      name: "what assistants say before a translation, in other languages",
      text: "Elbette! İşte metnin Türkçe çevirisi:\n\n¡Claro! Aquí tienes la traducción:\n\nClaro! Aqui está a tradução:\n\nBien sûr ! Voici la traduction :\n\nNatürlich! Hier ist die Übersetzung:\n\nCerto! Ecco la traduzione:\n\nNatuurlijk! Hier is de vertaling:\n\nOczywiście! Oto tłumaczenie:\n\nКонечно! Вот перевод:\n\nЗвичайно! Ось переклад:\n\nもちろんです。以下が翻訳です：\n\n물론입니다. 다음은 번역입니다:\n",
      findings: [
        { messageId: "remark", text: "Elbette! İşte metnin Türkçe çevirisi:" },
        { messageId: "remark", text: "¡Claro! Aquí tienes la traducción:" },
        { messageId: "remark", text: "Claro! Aqui está a tradução:" },
        { messageId: "remark", text: "Bien sûr ! Voici la traduction :" },
        { messageId: "remark", text: "Natürlich! Hier ist die Übersetzung:" },
        { messageId: "remark", text: "Certo! Ecco la traduzione:" },
        { messageId: "remark", text: "Natuurlijk! Hier is de vertaling:" },
        { messageId: "remark", text: "Oczywiście! Oto tłumaczenie:" },
        { messageId: "remark", text: "Конечно! Вот перевод:" },
        { messageId: "remark", text: "Звичайно! Ось переклад:" },
        { messageId: "remark", text: "もちろんです。以下が翻訳です：" },
        { messageId: "remark", text: "물론입니다. 다음은 번역입니다:" },
      ],
      variants: ["crlf"],
    },
    {
      name: "what mail programs write, in several languages",
      text: "See [image: boat.jpg], [Inline image 2] and cid:image002.png@01CF85A2.5A1B7D60 now.\n\nAm 3.3.2014 um 10:12 schrieb Anna:\n\nLe 3 mars 2014 à 10:12, Anna a écrit :\n\nVon meinem iPhone gesendet\n\n发自我的iPhone\n\nGet Outlook for iOS\n\nBoats ![](cid:image001.png@01CF85A2)\n",
      findings: [
        { messageId: "mail", text: "[image: boat.jpg]" },
        { messageId: "mail", text: "[Inline image 2]" },
        { messageId: "mail", text: "cid:image002.png@01CF85A2.5A1B7D60" },
        { messageId: "mail", text: "Am 3.3.2014 um 10:12 schrieb Anna:" },
        { messageId: "mail", text: "Le 3 mars 2014 à 10:12, Anna a écrit :" },
        { messageId: "mail", text: "Von meinem iPhone gesendet" },
        { messageId: "mail", text: "发自我的iPhone" },
        { messageId: "mail", text: "Get Outlook for iOS" },
        { messageId: "mail", text: "cid:image001.png@01CF85A2" },
      ],
    },
    {
      name: "a call to subscribe without a link, and a component without an address",
      path: "a.mdx",
      text: '<Note kind="wide">Share on Twitter</Note>\n\nSubscribe to our newsletter\n',
      findings: [
        { messageId: "furniture", text: "Share on Twitter" },
        { messageId: "furniture", text: "Subscribe to our newsletter" },
      ],
    },
    {
      name: "a refusal",
      text: "One.\n\nI'm sorry, but I cannot assist with that request.\n\nTwo.\n",
      findings: [
        { messageId: "remark", text: "I'm sorry, but I cannot assist with that request." },
      ],
    },
    {
      name: "a model that speaks",
      text: "One.\n\nAs an AI language model, I cannot check the tides.\n\nTwo.\n",
      findings: [
        { messageId: "remark", text: "As an AI language model, I cannot check the tides." },
      ],
    },
    {
      name: "offers at the end",
      text: "One.\n\nI hope this helps! Please let me know if you'd like me to shorten it.\n\nTwo.\n",
      findings: [
        {
          messageId: "remark",
          text: "I hope this helps! Please let me know if you'd like me to shorten it.",
        },
      ],
    },
    {
      name: "other languages",
      text: "One.\n\n作为一个AI语言模型，我无法核实价格。\n\nAls KI-Sprachmodell kann ich das nicht prüfen.\n\nTwo.\n",
      findings: [
        { messageId: "remark", text: "作为一个AI语言模型，我无法核实价格。" },
        { messageId: "remark", text: "Als KI-Sprachmodell kann ich das nicht prüfen." },
      ],
    },
    {
      name: "citations of one article as one finding",
      text: "Boats leave at four【4†source】. They return.【5:1†log.pdf】\n",
      findings: [{ messageId: "citation", text: "【4†source】" }],
      suggested: ["Boats leave at four. They return.\n"],
    },

    {
      name: "shortcodes of WordPress",
      text: '[su_button url="https://example.org/"]Go[/su_button]\n\n[gallery ids="1,2"]\n',
      findings: [
        {
          messageId: "shortcode",
          text: '[su_button url="https://example.org/"]',
          severity: "warning",
        },
      ],
    },
    {
      name: "furniture in Markdown",
      text: "One.\n\n（责任编辑：王五）\n\n**Advertisement**\n\nTwo.\n",
      findings: [
        { messageId: "furniture", text: "（责任编辑：王五）", severity: "warning" },
        { messageId: "furniture", text: "Advertisement" },
      ],
      suggested: ["One.\n\n**Advertisement**\n\nTwo.\n", "One.\n\n（责任编辑：王五）\n\nTwo.\n"],
    },
    {
      name: "furniture between line breaks",
      path: "a.html",
      text: "<div>一。<br>\n<br>未经许可，禁止转载<br>\n<br>二。</div>",
      findings: [{ messageId: "furniture", text: "未经许可，禁止转载" }],
      suggested: ["<div>一。<br>\n<br>二。</div>"],
    },
    {
      name: "instructions, share texts and feed footers",
      path: "a.html",
      text: [
        "点击图片查看大图",
        "分享到：",
        "阅读原文",
        "原标题：渔船",
        "转载请注明出处",
        "长按识别二维码",
        "Share on Facebook",
        "Click to enlarge",
        "The post Boats appeared first on Harbour.",
        "続きを読む",
      ]
        .map((text) => `<p>${text}</p>\n`)
        .join(""),
      findings: Array.from({ length: 10 }, (_, index) => ({
        messageId: "furniture",
        text:
          [
            "点击图片查看大图",
            "分享到：",
            "阅读原文",
            "原标题：渔船",
            "转载请注明出处",
            "长按识别二维码",
            "Share on Facebook",
            "Click to enlarge",
            "The post Boats appeared first on Harbour.",
            "続きを読む",
          ][index] ?? "",
      })),
    },
    {
      name: "lines that name the source",
      path: "a.html",
      text: "<p>来源：海港日报</p>\n<p>题图来自图库</p>\n<p>原文：https://example.com/a</p>\n",
      findings: [
        { messageId: "credit", text: "来源：海港日报", severity: "info" },
        { messageId: "credit", text: "题图来自图库" },
        { messageId: "credit", text: "原文：https://example.com/a" },
      ],
    },
    {
      name: "a tip jar with a drawing",
      path: "a.html",
      text: "<p>Text</p>\n<button><svg></svg>给作者打赏</button>\n",
      findings: [{ messageId: "furniture", text: "<button>" }],
      suggested: ["<p>Text</p>\n"],
    },
    {
      name: "a clipboard's comment",
      path: "a.html",
      text: "<!--StartFragment--><p>Text</p><!--EndFragment-->",
      findings: [
        { messageId: "comment", text: "<!--StartFragment-->" },
        { messageId: "comment", text: "<!--EndFragment-->" },
      ],
      suggested: ["<p>Text</p><!--EndFragment-->", "<!--StartFragment--><p>Text</p>"],
    },
    {
      name: "an editor's markup as one finding",
      path: "a.html",
      text: '<p class="rich_pages x" id=a>A</p><p powered-by="xiumi.us">B</p>',
      findings: [{ messageId: "markup", text: 'class="rich_pages x"', related: ["1:38-1:59"] }],
      suggested: ['<p class="x" id=a>A</p><p>B</p>'],
    },
    {
      name: "a word processor's classes and styles, with what is the writer's kept",
      path: "a.html",
      text: '<p class=MsoNormal style="color:red;mso-list:l0">A</p>',
      findings: [{ messageId: "markup", text: "class=MsoNormal", related: ["1:20-1:49"] }],
      suggested: ['<p style="color:red">A</p>'],
    },
    {
      name: "an editor's own elements, which no edit can take out safely",
      path: "a.html",
      text: "<p>A<o:p></o:p></p>",
      findings: [{ messageId: "markup", text: "o:p" }],
    },
    {
      name: "an empty container",
      path: "a.html",
      text: '<p>A</p>\n<div id="recommend_bottom">\n</div>\n<p>B</p>\n',
      findings: [{ messageId: "container", at: "2:1-3:7" }],
      suggested: ["<p>A</p>\n<p>B</p>\n"],
    },
    {
      name: "five articles with the same closing (front matter and cjk move or end it)",
      variants: ["crlf", "bom"],
      text: "A.\n\nVisit our harbour soon.\n",
      path: "a.md",
      articles: closing("Visit our  harbour soon."),
      findings: [
        {
          messageId: "closing",
          text: "Visit our harbour soon.",
          severity: "info",
          related: ["b.md 3:1-3:25", "c.md 3:1-3:25", "d.md 3:1-3:25", "e.md 3:1-3:25"],
        },
      ],
    },
    {
      name: "words of the site's own",
      options: { patterns: ["^Harbour Daily"] },
      text: "A.\n\nHarbour Daily, all rights reserved\n\nB.\n",
      findings: [{ messageId: "furniture", text: "Harbour Daily, all rights reserved" }],
      suggested: ["A.\n\nB.\n"],
    },
  ],
});
