import rule from "../../../rules/typography/punct-width.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "the arguments of a call",
      text: "## serve(パス, オプション)\n\n船は、港に、朝、着く。\n",
      options: { lang: ["ja"] },
    },

    { name: "a list of marks", text: "使用全角字符：，。；：！？，也包括、。，三个。\n" },
    {
      name: "one style of Japanese marks, and those of a quotation",
      text: "しかし，このツールは，まだ完成していない．\n\n> 取りあえず、できた。\n",
    },
    {
      name: "half-width marks after quotation marks around Latin words, and curly apostrophes",
      text: "他们读了“Moby Dick”, the boats’ log, 以及（API） v2。\n\n（1）. 渔港\n",
    },
    {
      name: "full-width marks",
      text: "会谈结束了，双方表示满意；下一轮（第二轮）何时举行？很快！\n",
    },
    {
      name: "times, decimals, versions",
      text: "会谈于12:30开始，2.5小时，比分3:1，版本 1,000。\n",
    },
    { name: "marks beside Latin words", text: "使用 Node.js, React. 然后 Vue: 很好(API)用。\n" },
    {
      name: "full-width marks among Latin words of a Chinese text",
      text: "支持 Node.js，React；Vue。\n\nLicense：MIT\n\n前面的话说完了。\n",
    },
    {
      name: "half-width commas next to Latin words, where the text has more of them",
      text: "支持 Vue,也支持 React,还有，这样，那样，不论何时。\n",
    },
    { name: "code", text: "运行`甲,乙`和`丙.`。\n\n```\n甲,乙,,丙!!!\n```\n" },
    { name: "addresses", text: "见https://example.com/a,,b和 http://example.com/c,,d 。\n" },
    { name: "template tags", text: '会谈{{ "甲,乙" }}结束。\n\n{% note 甲,乙 %}\n' },
    {
      name: "front matter and attributes",
      text: '---\ntitle: 甲,乙。。\n---\n<img src="a.png" alt="甲,乙!!!">\n',
    },
    { name: "comments", text: "<!-- 甲,乙 -->\n\n会谈结束。\n" },
    { name: "dots of names and numbering", text: "列夫.托尔斯泰写道：\n\n一. 绪论与方法\n" },
    {
      name: "an ellipsis of three dots or three circles",
      text: "会谈还没有结束。。。等一等...好的。\n",
    },
    {
      name: "half-width marks in Japanese",
      text: "これは本です,そしてそれはペンです. すごい!\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "half-width marks in Korean",
      text: "양국 대표단은 첫 회담을 열었다, 그리고 곧 다시 만난다.\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "Han in a Japanese article",
      text: "---\nlang: ja\n---\n# 東京,大阪\n",
      variants: ["crlf", "bom"],
    },
    {
      name: "a half-width colon before an emoticon or a code",
      text: "会谈结束了 :) 大家高兴 :smile: 吧。\n",
    },
    { name: "brackets around Latin words", text: "会谈(API)和 (draft) 结束。\n" },
    { name: "placeholders of marks alone", text: "| a |\n| - |\n| ??? |\n| !!! |\n" },
    { name: "two exclamation marks", text: "Great!! 太好了！！\n" },
    { name: "folders and ranges", text: "Go to .. and then to ../a, 1..5 as it is in the end.\n" },
    { name: "an escaped mark", text: "会谈结束\\!双方满意。\n" },
  ],
  invalid: [
    {
      name: "one half-width comma between a Latin word and a character",
      text: "不管如何,Vue 也好，这样，那样，不论何时，不论何地，都行。\n",
      findings: [{ messageId: "half-width", text: "," }],
      fixed: "不管如何，Vue 也好，这样，那样，不论何时，不论何地，都行。\n",
    },
    {
      name: "marks behind brackets that become full-width, in one go",
      text: "图中有两类(以颜色区别):配置(蓝色) ,服务(红色)。\n",
      findings: [{ messageId: "half-width", text: "(以颜色区别)" }],
      fixed: "图中有两类（以颜色区别）：配置（蓝色），服务（红色）。\n",
    },
    {
      name: "a mark before blanks at the end of a line",
      text: "渔港的说明: \n\n晚上回来。\n",
      findings: [{ messageId: "half-width", text: ":" }],
      fixed: "渔港的说明： \n\n晚上回来。\n",
    },
    {
      name: "a Japanese sentence with a comma before its full stop",
      text: "船は港を出る、。帰りは夜になる。\n",
      findings: [{ messageId: "clashing", text: "、。" }],
    },
    {
      name: "a Chinese full stop before a comma, twice",
      text: "船明天从港口出发。，晚上才回来（等着看，。\n",
      options: { lang: [] },
      findings: [{ messageId: "clashing", text: "。，", related: ["1:20-1:22"] }],
    },
    {
      name: "half-width marks after and before full-width brackets and quotation marks",
      text: "渔港（东侧）:四点开船。船名【白鲸】, “海燕”也在.\n\n“出发”?他问。\n",
      findings: [
        {
          messageId: "half-width",
          at: "1:7-1:8",
          related: ["1:19-1:20", "1:27-1:28", "3:5-3:6"],
        },
      ],
      fixed: "渔港（东侧）：四点开船。船名【白鲸】，“海燕”也在。\n\n“出发”？他问。\n",
    },
    {
      name: "half-width marks, in one finding",
      text: "<p>代表团回到首都,双方磋商; 何时举行?</p>",
      path: "a.html",
      findings: [
        {
          messageId: "half-width",
          at: "1:11-1:12",
          severity: "warning",
          related: ["1:16-1:17", "1:22-1:23"],
        },
      ],
      fixed: "<p>代表团回到首都，双方磋商；何时举行？</p>",
    },
    {
      name: "a stop before a space, at the end and before a closing quote",
      text: "会谈结束. 他说：“好.”双方满意.\n",
      findings: [{ messageId: "half-width", at: "1:5-1:6" }],
      fixed: "会谈结束。他说：“好。”双方满意。\n",
    },
    {
      name: "brackets around Chinese, with the spaces beside them",
      text: "下一轮会谈 (地点待定) 何时举行。\n",
      findings: [{ messageId: "half-width", text: "(地点待定)" }],
      fixed: "下一轮会谈（地点待定）何时举行。\n",
    },
    {
      name: "a mark between a text and inline markup",
      text: "会谈结束,**双方**满意。\n",
      findings: [{ messageId: "half-width", text: "," }],
      fixed: "会谈结束，**双方**满意。\n",
    },
    {
      name: "Japanese marks when asked for",
      text: "代表団は首都に戻り,双方は協議を続けます.\n",
      options: { lang: ["ja"] },
      findings: [{ messageId: "half-width", text: "," }],
      fixed: "代表団は首都に戻り、双方は協議を続けます。\n",
    },
    {
      name: "full-width marks in English",
      text: "The talks（second round）end today，and so on：this is it for now。\n",
      findings: [{ messageId: "full-width", text: "（" }],
      fixed: "The talks (second round) end today, and so on: this is it for now.\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "a colon that would define a link, and a mark that would make an image, once fixed",
      text: "- [a]：File as it is\n\nAnd so it is！[`b`](b.md)\n\n[a]: a.md\n",
      findings: [
        { messageId: "full-width", text: "：" },
        { messageId: "full-width", text: "！" },
      ],
      fixed: "- [a]：File as it is\n\nAnd so it is! [`b`](b.md)\n\n[a]: a.md\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "doubled marks",
      text: "会谈结束了。。双方，，满意。 It was, as said,, the end of the talks.\n",
      findings: [{ messageId: "doubled", text: "。。", severity: "warning" }],
      fixed: "会谈结束了。双方，满意。 It was, as said, the end of the talks.\n",
    },
    {
      name: "heaps, left to the writer",
      text: "Great!!! We bring gifts etc.. and more.\n",
      findings: [{ messageId: "heaped", text: "!!!", severity: "info", related: ["1:28-1:30"] }],
      suggested: ["Great! We bring gifts etc. and more.\n"],
    },
    {
      name: "brackets of two widths",
      text: "会谈地点（白俄罗斯)和(波兰 ）已经确定，（草案 )也是。\n",
      findings: [{ messageId: "mixed-pair", text: "（白俄罗斯)" }],
      fixed: "会谈地点（白俄罗斯）和（波兰 ）已经确定，（草案）也是。\n",
    },
    {
      name: "commas of two styles in Japanese",
      text: "しかし，このツールは、まだ完成していない。取りあえず、やりたかったことは、できた。１，０００円。\n",
      variants: ["crlf", "bom", "front-matter"],
      findings: [{ messageId: "mixed-style", text: "，", severity: "warning" }],
      fixed:
        "しかし、このツールは、まだ完成していない。取りあえず、やりたかったことは、できた。１，０００円。\n",
    },
    {
      name: "full stops of two styles in Japanese, neither clearly the usual one",
      text: "ツールは完成した．まだ足りない。使ってみる。\n",
      variants: ["crlf", "bom", "front-matter"],
      findings: [{ messageId: "mixed-style", text: "．" }],
      suggested: ["ツールは完成した。まだ足りない。使ってみる。\n"],
    },
  ],
});
