import rule from "../../../rules/text/placeholder.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "what the code after it does, and filler text that is spoken of",
      text: '## link_to\n\n插入链接。\n\n```js\nlink_to(path)\n```\n\n## quote\n\nInsert a quote.\n\n    quote(text)\n\nUse the text "lorem ipsum" of a generator.\n',
    },

    {
      name: "placeholders of articles about templates, usage lines, links and code",
      text: "Replace the [COMPANY] of the template by your own. Dear [Name],\n\n> Name: [INSERT NAME]\n",
    },
    {
      name: "what only looks like a placeholder of a template",
      text: "Run boats --at [DATE]. See [DATE][1], [EMAIL](a.md) and `[COMPANY]`. INSERT INTO boats. 192.168.XX.XX and foo(date) on a (date) palm.\n\n[1]: b.md\n",
    },
    {
      name: "a change log and a joke",
      text: "- Add a Code of Conduct for the harbour\n- Add Table of Contents to the map\n- ???\n- Profit\n",
    },
    {
      name: "marks within a sentence",
      text: "My TODO list, the TK gene and XXX files are TBD today.\n",
    },
    { name: "lower case", text: "todo: a word of Spanish means all.\n" },
    {
      name: "code and comments",
      text: "`TODO:` and\n\n```\nTODO: lorem ipsum\n```\n\n<!-- TODO: x -->\n",
    },
    { name: "tables and quotations", text: "| a |\n| --- |\n| TBD |\n\n> Lorem ipsum\n" },
    {
      name: "quotations by template tags",
      engine: "hexo",
      text: "{% blockquote %}\nLorem ipsum\n{% endblockquote %}\n",
    },
    { name: "headings with content", text: "## Coming soon\n\nBoats.\n" },
    {
      name: "links in brackets, and references",
      text: "[insert](a.md) and [name][1]\n\n[1]: b.md\n",
    },
    {
      name: "addresses shown as themselves",
      text: "<https://example.com/a> and [example.com](http://example.com)\n",
    },
    {
      name: "deeper headings as content (cjk puts text after the last)",
      text: "# A\n\n## B\n\nText.\n",
    },
    { name: "a heading that is a link", text: "## [Log](a.md)\n\n## B\n\nText.\n" },
    {
      name: "a section whose content is a picture, a template or a component",
      path: "a.mdx",
      text: "## A\n\n![a](a.png)\n\n## B\n\n<Chart />\n\n## C\n\n{chart}\n",
    },
    { name: "values in a sentence", text: "It returns undefined or null.\n" },
    {
      name: "sentences that say such words",
      text: "Why??? You may insert an image (see below). TODO lists (add an image to a post) help. 画像を挿入するには、（図1）を見る。価格は〇〇円です。补图很容易。Add a link to the page.\n",
    },
    {
      name: "labels before a text, and links",
      text: "【画像】船の写真\n\n[image](a.md)\n\n（図）は船である。\n",
    },
    { name: "a quoted menu item", text: "Choose 「填写」 or [Enter].\n" },
  ],
  invalid: [
    {
      name: "names and dates of a template",
      text: "> Effective date: [INSERT DATE]\n\nBoats of [COMPANY NAME] leave.\n\nDate: INSERT DATE\n\nIt is XX.XX.20XX now.\n\nUpdated on (date).\n\nDear [Name], boats leave.\n\nLast updated: MM/DD/YYYY\n",
      findings: [
        { messageId: "filler", text: "[INSERT DATE]" },
        { messageId: "filler", text: "[COMPANY NAME]" },
        { messageId: "filler", text: "INSERT DATE" },
        { messageId: "filler", text: "XX.XX.20XX" },
        { messageId: "filler", text: "(date)" },
        { messageId: "filler", text: "[Name]" },
        { messageId: "filler", text: "MM/DD/YYYY" },
      ],
    },
    {
      name: "notes that open a paragraph or are all of it",
      text: "TODO: ask Anna\n\nTODO(anna): ask\n\nFIXME：改\n\n**TBD**\n\n- TK\n",
      findings: [
        { messageId: "note", text: "TODO:", severity: "warning" },
        { messageId: "note", text: "TODO(anna):" },
        { messageId: "note", text: "FIXME：" },
        { messageId: "note", text: "TBD" },
        { messageId: "note", text: "TK" },
      ],
    },
    {
      name: "notes without a colon, and after a sentence",
      text: "TODO 补图\n\nTODO add the prices\n\nFIXME - ask Anna\n\nBoats leave at four. TODO: add a link.\n",
      findings: [
        { messageId: "note", text: "TODO" },
        { messageId: "note", text: "TODO" },
        { messageId: "note", text: "FIXME -" },
        { messageId: "note", text: "TODO:" },
      ],
    },
    {
      name: "notes in Japanese and Chinese",
      variants: ["crlf", "bom", "front-matter"],
      text: "（ここにスクリーンショットを入れる）\n\n船は四時に出る（要確認）。\n\n【画像】\n\n価格は（？？？）円。\n\n如图所示（此处插入截图）。\n\n图片待补\n\nＸＸＸ\n",
      findings: [
        { messageId: "filler", text: "（ここにスクリーンショットを入れる）" },
        { messageId: "filler", text: "（要確認）" },
        { messageId: "filler", text: "【画像】" },
        { messageId: "filler", text: "（？？？）" },
        { messageId: "filler", text: "（此处插入截图）" },
        { messageId: "filler", text: "图片待补" },
        { messageId: "filler", text: "ＸＸＸ" },
      ],
    },
    {
      name: "notes in English, German, French and Spanish",
      text: "The boat (insert screenshot here) leaves.\n\n[screenshot of the map]\n\nIt costs a crown [source needed].\n\n???\n\nDas Boot [Bild folgt] ist da.\n\n(à compléter)\n\nEl barco (insertar imagen aquí).\n\nLink here\n",
      findings: [
        { messageId: "filler", text: "(insert screenshot here)" },
        { messageId: "filler", text: "[screenshot of the map]" },
        { messageId: "filler", text: "[source needed]" },
        { messageId: "filler", text: "???" },
        { messageId: "filler", text: "[Bild folgt]" },
        { messageId: "filler", text: "(à compléter)" },
        { messageId: "filler", text: "(insertar imagen aquí)" },
        { messageId: "filler", text: "Link here" },
      ],
    },
    {
      name: "notes in brackets",
      text: "It costs [TK] crowns (TODO check this).\n",
      findings: [{ messageId: "note", text: "[TK]" }],
    },
    {
      name: "filler text",
      text: "And lorem ipsum dolor.\n\n待补充\n\n（此处填写内容）\n\nComing soon…\n\nDear [your name], hello\n\n我是【请输入：姓名】\n",
      findings: [
        { messageId: "filler", text: "lorem ipsum" },
        { messageId: "filler", text: "待补充" },
        { messageId: "filler", text: "（此处填写内容）" },
        { messageId: "filler", text: "Coming soon…" },
        { messageId: "filler", text: "[your name]" },
        { messageId: "filler", text: "【请输入：姓名】" },
      ],
    },
    {
      name: "what a program prints",
      text: "By [object Object]\n\nundefined\n\nNaN\n",
      findings: [
        { messageId: "value", text: "[object Object]" },
        { messageId: "value", text: "undefined" },
        { messageId: "value", text: "NaN" },
      ],
    },
    {
      name: "links to hosts for examples",
      text: 'See [the times](https://example.com/times) and <a href="https://www.yourdomain.com">us</a>.\n',
      findings: [
        { messageId: "link", text: "https://example.com/times" },
        { messageId: "link", text: "https://www.yourdomain.com" },
      ],
    },
    {
      name: "empty sections (cjk puts text into the last one)",
      variants: ["crlf", "bom", "front-matter"],
      path: "a.html",
      text: "<div><h2>A</h2><!-- x --><h2>B</h2><p>Text</p><h2>C</h2></div>\n",
      findings: [
        { messageId: "section", text: "<h2>A</h2>", severity: "info" },
        { messageId: "section", text: "<h2>C</h2>" },
      ],
    },
    {
      name: "the house's own notes",
      options: { words: ["ASK"] },
      text: "ASK: who?\n\nASK\n\nASKING: no.\n",
      findings: [
        { messageId: "note", text: "ASK" },
        { messageId: "note", text: "ASK" },
      ],
    },
  ],
});
