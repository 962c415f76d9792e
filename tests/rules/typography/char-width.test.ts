import rule from "../../../rules/typography/char-width.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;

testRule(rule, {
  valid: [
    {
      name: "single letters and digits",
      text: "Ａ社はAWSを３つ使う。Docker、Kubernetes、Terraform。\n",
    },
    {
      name: "an article that writes full width",
      text: "ＡＷＳとＤｏｃｋｅｒを１２月まで使う。AWS\n",
    },
    { name: "faces", text: "ｷﾀ━(ﾟ∀ﾟ)━! これはｷﾀ━と(´･ω･`)だ。\n" },
    {
      name: "a text about widths",
      text: "半角カナのｱｲｳと全角のＡＢＣがある。AWS, AWS, AWS, AWS.\n",
    },
    { name: "slang", text: "すごいｗｗｗｗ ｗｋｔｋ。AWS、AWS、AWS、AWS、AWS。\n" },
    { name: "code", text: "`ｻｲﾄﾞ` と `ＡＷＳ`。AWS, AWS, AWS.\n" },
  ],
  invalid: [
    {
      name: "half-width katakana",
      text: "ｻｲﾄﾞﾊﾞｰの項目は自動で並べ替えられます。次のﾍﾟｰｼﾞも。\n",
      findings: [
        { messageId: "katakana", text: "ｻｲﾄﾞﾊﾞｰ", severity: "warning", related: ["1:26-1:31"] },
      ],
      fixed: "サイドバーの項目は自動で並べ替えられます。次のページも。\n",
    },
    {
      name: "half-width marks",
      text: "項目は｢自動｣で､並べ替えられます｡\n",
      variants,
      findings: [
        { messageId: "katakana", text: "｢", related: ["1:7-1:8", "1:9-1:10", "1:18-1:19"] },
      ],
      fixed: "項目は「自動」で、並べ替えられます。\n",
    },
    {
      name: "full-width words among half-width ones",
      text: "AWSとECS、DockerとGKE、KubernetesとTerraformを使う。\n\n最近はＡＷＳとＤｏｃｋｅｒを１２月まで勉強する。\n",
      variants,
      findings: [
        {
          messageId: "latin",
          text: "ＡＷＳ",
          severity: "warning",
          related: ["3:8-3:14", "3:15-3:17"],
        },
      ],
      fixed:
        "AWSとECS、DockerとGKE、KubernetesとTerraformを使う。\n\n最近はAWSとDockerを12月まで勉強する。\n",
    },
    {
      name: "in Chinese",
      text: "我们使用 AWS 和 Docker，还有 GKE 与 ECS 2024。ＡＰＩ 很好。\n",
      variants,
      findings: [{ messageId: "latin", text: "ＡＰＩ" }],
      fixed: "我们使用 AWS 和 Docker，还有 GKE 与 ECS 2024。API 很好。\n",
    },
  ],
});
