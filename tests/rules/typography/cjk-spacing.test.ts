import rule from "../../../rules/typography/cjk-spacing.js";
import { testRule } from "../../../src/testing/test-rule.js";

const CAPTION = `<p style="text-align:center;">
<img src="a.jpg" alt="会场">
</p>
<p style="text-align:center;">
<span style="color:#666666;">斯卢茨基 会谈后接受媒体采访的现场 截自俄新社的报道画面。</span>
</p>
`;

testRule(rule, {
  valid: [
    { name: "digits without spaces", text: "当地时间2月28日，双方的会谈持续了大约5个小时。\n" },
    { name: "a fake caption", text: CAPTION, path: "a.html" },
    {
      name: "a figure's caption",
      text: "<figure><img src=a.png alt=a><figcaption>斯卢茨基 会谈后接受媒体采访的现场 截自俄新社的报道画面。</figcaption></figure>",
      path: "a.html",
    },
    { name: "a heading", text: "# 第一章 绪论与本书的结构以及阅读方法和参考文献说明。\n" },
    {
      name: "a name before what its bearer does",
      text: "- 徐迪 腾讯云技术专家，专注于容器和云原生领域的研发工作，热爱开源。\n",
    },
    {
      name: "a title with a space in it",
      text: "他还翻译了《灰帽黑客 第四版：正义黑客的道德规范》一书，在业内颇受好评。\n",
    },
    { name: "verses", text: "> 白日依山尽 黄河入海流。\n> 欲穷千里目 更上一层楼。\n" },
    {
      name: "a full-width space",
      text: "　　双方一致同意近期举行下一轮会谈，　以便这些方案可以最终落实。\n",
    },
    {
      name: "code, addresses and template tags",
      text: "运行 `a， b` 和 {{ 甲， 乙 }}，再打开https://example.com/a即可。\n\n```\n打开 文件， 然后用 Git和Hexo。\n```\n",
    },
    {
      name: "spaces that Markdown needs beside emphasis",
      text: "请看**注意事项：** 不要在生产环境中使用 **“测试”** 模式，以免影响其他用户。\n",
    },
    {
      name: "Japanese words with spaces",
      text: "この ページ では、国境 会談 の結果 について説明しています。これは とても 重要 な話です。\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "Korean",
      text: "양국 대표단은 국경에서 첫 회담을 열고 곧 다시 만나기로 했다. 韓國 代表도 참석했다.\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    { name: "one way only", text: "用 Git 管理源码，用 Hexo 生成页面。\n" },
    { name: "too few places to show a way", text: "用 Git 管理源码，用Hexo。\n" },
    {
      name: "a letter that is part of a word",
      text: "用 Git 管理 B站和 A股的源码，T恤在 Hexo 里。\n",
    },
    { name: "fixed terms", text: "用 Git 管理 IP地址，去卡拉OK唱 Hexo 歌。\n" },
    {
      name: "mixed, but not judged",
      text: "用 Git 管理源码，用 Hexo生成页面，用GitHub托管。\n",
      options: { latin: "ignore" },
    },
    {
      name: "units, whatever is asked for numbers",
      text: "共 5个人，28日，第3届，版本 2 发布。\n",
      options: { latin: "require", numbers: true },
    },
  ],
  invalid: [
    {
      name: "a space before a mark that blanks at the end of the line follow",
      text: "渔船(TLS) ， \n四点出发。\n",
      findings: [{ messageId: "beside-mark", text: " " }],
      fixed: "渔船(TLS)， \n四点出发。\n",
    },
    {
      name: "a word split by a space",
      text: "<p>双方就部分优先问题明确了解 决方案，下一轮会谈将在白俄罗斯举行。</p>\n",
      path: "a.html",
      findings: [{ messageId: "between", at: "1:17-1:18", severity: "warning" }],
      fixed: "<p>双方就部分优先问题明确了解决方案，下一轮会谈将在白俄罗斯举行。</p>\n",
    },
    {
      name: "spaces beside particles, in one finding",
      text: "谷歌的负载均衡、百度 的网关、腾讯 的网关以及内部的 生产环境都采用了同样的方案。\n",
      findings: [{ messageId: "between", at: "1:11-1:12", related: ["1:18-1:19", "1:27-1:28"] }],
      fixed: "谷歌的负载均衡、百度的网关、腾讯的网关以及内部的生产环境都采用了同样的方案。\n",
    },
    {
      name: "a space in the place of a mark is left to the writer",
      text: "如果想了解更多内容 请联系我们的客服人员，他们会在一个工作日内回复。\n",
      findings: [{ messageId: "between", text: " " }],
      suggested: ["如果想了解更多内容请联系我们的客服人员，他们会在一个工作日内回复。\n"],
    },
    {
      name: "spaces beside full-width marks, headings included",
      text: "# 第一章： 绪论\n\n打开文件， 再（ 重要 ）重启。\n",
      findings: [
        {
          messageId: "beside-mark",
          at: "1:7-1:8",
          severity: "info",
          related: ["3:6-3:7", "3:9-3:10", "3:12-3:13"],
        },
      ],
      fixed: "# 第一章：绪论\n\n打开文件，再（重要）重启。\n",
    },
    {
      name: "a Chinese quotation in an English article",
      text: "The delegations met at the border and they agreed to meet again in the week after this one.\n\n> 打开文件， 然后重启服务器。\n",
      findings: [{ messageId: "beside-mark", at: "3:8-3:9" }],
      fixed:
        "The delegations met at the border and they agreed to meet again in the week after this one.\n\n> 打开文件，然后重启服务器。\n",
    },
    {
      name: "a place that differs from most",
      text: "用 Node.js 运行 Hexo，再用 Git 部署到GitHub 上。\n",
      findings: [{ messageId: "mixed", text: "到G", severity: "warning" }],
      fixed: "用 Node.js 运行 Hexo，再用 Git 部署到 GitHub 上。\n",
    },
    {
      name: "a space that differs from most, in Japanese",
      text: "これはGitで管理し、HexoとNode.jsで作る GitHubのページです。\n",
      findings: [{ messageId: "mixed", text: "る G" }],
      fixed: "これはGitで管理し、HexoとNode.jsで作るGitHubのページです。\n",
    },
    {
      name: "no majority leaves the choice",
      text: "用 Git 管理源码，用 Hexo生成页面，用GitHub托管。\n",
      findings: [{ messageId: "mixed", text: "o生" }],
      suggested: ["用 Git 管理源码，用 Hexo 生成页面，用 GitHub 托管。\n"],
    },
    {
      name: "both ways offered when asked",
      text: "用 Node.js 运行 Hexo，再用 Git 部署到GitHub 上。\n",
      options: { latin: "ask" },
      findings: [{ messageId: "mixed", text: "到G" }],
      suggested: ["用 Node.js 运行 Hexo，再用 Git 部署到 GitHub 上。\n"],
    },
    {
      name: "spaces required, numbers included",
      text: "用Git管理源码，版本2发布，共5个人，𠮷Git。\n",
      options: { latin: "require", numbers: true },
      findings: [{ messageId: "space-missing", text: "用G" }],
      fixed: "用 Git 管理源码，版本 2 发布，共 5个人，𠮷 Git。\n",
    },
    {
      name: "spaces forbidden",
      text: "用 Git 管理源码。\n",
      options: { latin: "forbid" },
      findings: [{ messageId: "space-forbidden", text: "用 G" }],
      fixed: "用Git管理源码。\n",
    },
  ],
});
