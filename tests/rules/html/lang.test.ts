import rule from "../../../rules/html/lang.js";
import { testRule } from "../../../src/testing/test-rule.js";

const ENGLISH =
  "The harbour wakes early, and the boats leave at four in the morning, when the lamps on the quay are still burning. They return at noon with whatever the sea has given them, and the people of the town come down to buy the fish before the boats are tied up. ";
const CHINESE = "渔船四点出海，中午回港。渔民们补好渔网，把鱼卖给来码头的人。".repeat(12);
const RUSSIAN = "Лодки уходят в четыре часа утра и возвращаются в полдень с рыбой. ".repeat(5);

const tags = (...all: readonly string[]) => all.map((tag) => `<p lang="${tag}">A</p>\n`).join("");

const SHORT_GERMAN =
  "Der Hafen liegt im Norden der Insel. Er hat zwei Molen. Auf der Mole liegt ein Haus. Dort wohnt der Wärter. Er hat eine Katze. Er hat auch einen Hund. Die Boote kommen am Mittag zurück. Der Fang wird verkauft. Im Winter ist der Hafen zu. Dann werden die Netze geflickt. Die Leute freuen sich. Die Katze freut sich auch.";
const BELARUSIAN =
  "Рыбакі выходзяць у мора раніцай, калі яшчэ цёмна, і вяртаюцца апоўдні з рыбай, якую яны прадаюць каля прыстані. ";

testRule(rule, {
  valid: [
    {
      name: "headings in English of a page whose headings are not translated",
      engine: "vitepress",
      path: "docs/a.md",
      text: "## 港口的船 {#boats}\n\n渔船四点出海。\n\n## Deck-level ropes {#deck-level-ropes}\n\n绳子很长。\n\n## Nets and knots {#nets-and-knots}\n\n渔网。\n\n## 码头 {#quay}\n\n码头很旧。\n",
      variants: ["bom"],
    },
    {
      name: "an item that names another page",
      path: "docs/zh-cn/port.md",
      text: `${"渔船四点出海，中午回港。".repeat(14)}\n\n- 码头很旧，但是很干净。\n- [What is the quay and how do you find it?](b.md)\n- 灯塔很高。\n`,
      variants: ["bom"],
    },
    {
      name: "items of a list that are all in English",
      path: "docs/zh-cn/port.md",
      text: `${"渔船四点出海，中午回港。".repeat(14)}\n\n- The quay is old, but it is clean and it is safe.\n- The nets are mended on the quay in the afternoon.\n- 灯塔很高。\n`,
      variants: ["bom"],
    },
    {
      name: "a quoted title of several sentences",
      path: "docs/de/a.md",
      text: `${SHORT_GERMAN}\n\nDas steht im Artikel "Move now! Or maybe, do not, if the boat is in the water and you are not!" von gestern.\n`,
    },

    {
      name: "English that is quoted, announced, named, in a list or in another place than a translation",
      path: "docs/de/a.md",
      text: `${SHORT_GERMAN}\n\n„The bell is rung before the boats leave the harbour.“\n\nEr sagte:\n\nThe bell is rung before the boats leave the harbour.\n\n- The bell is rung before the boats leave the harbour.\n\nThe Bell Is Rung Before the Boats Leave the Harbour.\n\n> The bell is rung before the boats leave the harbour.\n`,
    },
    {
      name: "an article of a blog that quotes an English line",
      path: "a.md",
      text: `${SHORT_GERMAN}\n\nThe bell is rung before the boats leave the harbour.\n\n${SHORT_GERMAN}\n`,
    },
    {
      name: "right tags of every kind",
      path: "a.html",
      text: tags(
        "en",
        "zh-Hans-CN",
        "de-1996",
        "es-419",
        "x-foo",
        "und",
        "tlh",
        "yue",
        "cmn",
        "i-klingon",
        "",
      ),
    },
    { name: "front matter", text: "---\nlang: zh-CN\n---\n" },
    {
      name: "a locale, and a language that is a word",
      text: "---\nlocale: zh_CN\nlanguage: English\n---\n",
    },
    { name: "templates", path: "a.html", text: '<p lang="{{ a }}">A</p>' },
    { name: "a short passage in another script", text: `${CHINESE}\n\nThe harbour wakes early.\n` },
    { name: "a marked passage", text: `${CHINESE}\n\n<p lang="en">${ENGLISH}</p>\n` },
    {
      name: "a marked passage by its container",
      path: "a.html",
      text: `<p>${CHINESE}</p><div lang=en><p>${ENGLISH}</p></div>`,
    },
    {
      name: "code and lists of names",
      text: `${CHINESE}\n\n\`\`\`\n${ENGLISH}\n\`\`\`\n\n${"Node.js Docker GitHub TypeScript ".repeat(12)}\n`,
    },
    {
      name: "Japanese in Chinese (cjk adds nothing)",
      text: `${CHINESE}\n\n${"漁船は四時に出港します。".repeat(30)}\n`,
    },
  ],
  invalid: [
    {
      name: "a sentence after code that a colon announces, among few others",
      path: "es/puerto.md",
      text: "El puerto es viejo. Los barcos salen a las cuatro con este mandato:\n\n```sh\nsail\n```\n\nThe keeper of the tower must then ring the bell for all of the boats. Después los barcos vuelven al muelle con la pesca.\n\nLos barcos que no vuelven son buscados por los otros.\n",
      findings: [
        {
          messageId: "sentence",
          text: "The keeper of the tower must then ring the bell for all of the boats.",
        },
      ],
      variants: ["bom"],
    },
    {
      name: "a heading of a translation in the language of its original",
      engine: "vitepress",
      path: "docs/a.md",
      text: "## 港口的船 {#boats-in-the-harbour}\n\n渔船四点出海。\n\n## 渔网 {#nets}\n\n补好渔网。\n\n## Deck-level ropes {#deck-level-ropes}\n\n绳子很长。\n\n## 码头 {#quay}\n\n码头很旧。\n\n## 灯塔 {#lighthouse}\n\n灯塔很高。\n\n## Flag Signals {#flag-signals}\n\n旗子。\n\n## 天气 {#weather}\n\n天气好。\n",
      findings: [{ messageId: "heading", text: "## Deck-level ropes {#deck-level-ropes}" }],
      variants: ["bom"],
    },
    {
      name: "an item of a list in English",
      path: "docs/zh-cn/port.md",
      text: `${"渔船四点出海，中午回港。".repeat(14)}\n\n- 码头很旧，但是很干净。\n- The nets are mended on the quay in the afternoon.\n- 灯塔很高。\n`,
      findings: [
        { messageId: "sentence", text: "The nets are mended on the quay in the afternoon." },
      ],
      variants: ["bom"],
    },
    {
      name: "sentences of a translation that are still in English",
      path: "docs/de/a.md",
      text: `${SHORT_GERMAN}\n\nThe bell is rung before the boats leave the harbour. It is not loud enough for all of them.\n\n${SHORT_GERMAN}\n`,
      findings: [
        {
          messageId: "sentence",
          text: "The bell is rung before the boats leave the harbour. It is not loud enough for all of them.",
        },
      ],
      variants: ["bom", "crlf"],
    },
    {
      name: "an English sentence within a line of Chinese, wherever the article is",
      path: "a.md",
      text: `${CHINESE.repeat(3)}\n\n\`bell\` only rings during its **regular** time. 渔船四点出海，中午回港。\n`,
      findings: [{ messageId: "sentence", text: "bell` only rings during its **regular** time." }],
      variants: ["bom"],
    },
    {
      name: "a front matter of another script than that of the path and the text",
      path: "docs/be/a.md",
      text: `---\nlang: en\n---\n\n${BELARUSIAN.repeat(8)}\n`,
      findings: [{ messageId: "contradicted", text: "en" }],
      suggested: [`---\nlang: be\n---\n\n${BELARUSIAN.repeat(8)}\n`],
      variants: [],
    },
    {
      name: "an underscore, which is fixed",
      text: "---\nlang: 'pt_br'\n---\n",
      findings: [{ messageId: "shape", text: "pt_br", severity: "warning" }],
      fixed: "---\nlang: 'pt-BR'\n---\n",
    },
    {
      name: "an underscore and a wrong code",
      path: "a.html",
      text: tags("jp_JP"),
      findings: [{ messageId: "shape", text: "jp_JP" }],
      suggested: [tags("ja-JP")],
    },
    {
      name: "country codes, long codes and words for a language",
      path: "a.html",
      text: tags("cn", "eng", "chinese", "zh-CHS"),
      findings: [
        { messageId: "language", text: "cn" },
        { messageId: "language", text: "eng" },
        { messageId: "language", text: "chinese" },
        { messageId: "language", text: "zh-CHS" },
      ],
      suggested: [
        tags("zh", "eng", "chinese", "zh-CHS"),
        tags("cn", "en", "chinese", "zh-CHS"),
        tags("cn", "eng", "zh", "zh-CHS"),
        tags("cn", "eng", "chinese", "zh-Hans"),
      ],
    },
    {
      name: "no such language, region or script, and no tag at all",
      path: "a.html",
      text: tags("zz", "en-XY", "zh-Abcd", "en us"),
      findings: [
        { messageId: "language", text: "zz" },
        { messageId: "region", text: "en-XY" },
        { messageId: "script", text: "zh-Abcd" },
        { messageId: "shape", text: "en us" },
      ],
    },
    {
      name: "the language of a link's target",
      path: "a.html",
      text: '<a href=b hreflang="en-UK">B</a>',
      findings: [{ messageId: "region", text: "en-UK" }],
      suggested: ['<a href=b hreflang="en-GB">B</a>'],
    },
    {
      name: "passages in other scripts, neighbours as one (the text around them stays the larger part)",
      text: `${CHINESE.repeat(3)}\n\n${ENGLISH.trim()}\n\n${ENGLISH}\n\n${CHINESE}\n\n${RUSSIAN}\n`,
      findings: [
        { messageId: "foreign", text: `${ENGLISH.trim()}\n\n${ENGLISH.trim()}` },
        { messageId: "foreign", text: RUSSIAN.trim() },
      ],
      variants: ["bom", "front-matter", "cjk"],
    },
  ],
});
