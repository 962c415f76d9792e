import rule from "../../../rules/text/han-script.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;
const traditional =
  "這個軟體的設定方法非常簡單，請參考官方說明文件。我們將繼續討論這個問題，並且說明資料庫與伺服器之間的連線設定。\n\n";
const simplified =
  "这个软件的设置方法非常简单，请参考官方说明文件。我们将继续讨论这个问题，并且说明数据库与服务器之间的连接设置。\n\n";

testRule(rule, {
  valid: [
    {
      name: "a few characters of a name, none of which a sentence needs",
      text: `${traditional.repeat(6)}\n請到阅读图书網站看看這篇文章的說明，那裡有說明。\n`,
    },
    {
      name: "the name of Japanese as it is written there",
      text: `${simplified.repeat(6)}\n本站还有日本語的版本，请从这里进入，我们将继续更新这个说明。\n`,
    },
    {
      name: "a Japanese name with kana in it",
      text: `${traditional}${traditional}\n這個設定由日本Rubyの会說明。\n`,
    },

    {
      name: "characters of names and quotations, which are not alone",
      text: `${traditional}${traditional}\n這個設定由张义軍說明，並參考「这」與《对话》（这个）。\n`,
    },
    { name: "one script", text: traditional, variants },
    {
      name: "names and quotations",
      text: `${traditional}他在腾讯会议與网易云音乐工作，說「这个软件的设置方法非常简单」。\n\n> 这个软件的设置方法非常简单，请参考官方说明文件。\n`,
      variants,
    },
    { name: "an article in both scripts", text: `${traditional}${simplified}`, variants },
    { name: "too little text", text: "這個很好。这个软件的设置方法非常简单。\n", variants },
    {
      name: "Japanese",
      text: "国語の学習と会議の設定を変更します。华为のスマートフォンを買った人もいる。\n",
      variants,
    },
    { name: "code", text: `${traditional}\`这个软件的设置方法非常简单，请参考\`\n`, variants },
  ],
  invalid: [
    {
      name: "a few characters of the other script in one sentence",
      text: `${traditional.repeat(6)}\n下列表格会讓你认識各種 \`flex\` 的设定。\n`,
      findings: [{ messageId: "character", text: "会", related: ["14:8-14:9", "14:21-14:22"] }],
    },
    {
      name: "characters of the other script among Latin words",
      text: `${"這個軟體的設定很簡單，請參考說明，並檢查網路連線與伺服器狀態，還有圖檔與檔案。".repeat(4)}\n\n虽然 Android 和 iOS 都有字型，但常有自訂字型的需求，所以這篇會教你怎麼使用。\n`,
      variants: ["bom"],
      findings: [{ messageId: "character", text: "虽" }],
    },
    {
      name: "a simplified character in a traditional article",
      text: `${traditional.repeat(6)}\n這個问題的設定很簡單，請參考官方說明。\n`,
      findings: [{ messageId: "character", text: "问" }],
      suggested: [`${traditional.repeat(6)}\n這個問題的設定很簡單，請參考官方說明。\n`],
    },
    {
      name: "a simplified sentence in a traditional article",
      text: `${traditional}这个软件的设置方法非常简单，请参考官方说明文件。\n`,
      variants,
      findings: [
        {
          messageId: "mixed",
          text: "这个软件的设置方法非常简单，请参考官方说明文件。",
          severity: "warning",
        },
      ],
    },
    {
      name: "a traditional sentence in a simplified article",
      text: `${simplified}好。我們將繼續討論這個問題。完。\n`,
      variants,
      findings: [{ messageId: "mixed", text: "我們將繼續討論這個問題。" }],
    },
    {
      name: "by the folder of a short article",
      path: "docs/zh-tw/a.md",
      text: "這個軟體的設定很簡單，請參考說明。\n\n如果设置不对，请检查网络连接与服务器的状态。\n",
      variants,
      findings: [{ messageId: "mixed", text: "如果设置不对，请检查网络连接与服务器的状态。" }],
    },
    {
      name: "Chinese forms in Japanese",
      text: "この機能は便利です。まず、ファイルを编集します。次に设定の项目を確認して、保存します。\n",
      variants,
      findings: [
        { messageId: "mixed", text: "まず、ファイルを编集します。", related: ["1:25-1:44"] },
      ],
    },
  ],
});
