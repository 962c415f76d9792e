import rule from "../../../../../rules/text/code-sample.js";
import { testRule } from "../../../../../src/testing/test-rule.js";

const block = (fence: string, ...lines: string[]) =>
  `\`\`\`${fence}\n${lines.join("\n")}\n\`\`\`\n\n`;

testRule(rule, {
  valid: [
    {
      name: "tabs in texts, after values, and in YAML with another mistake",
      text:
        block("yaml", "a: |", "  b", "  \tc") +
        block("yaml", "a: 1\t# b", "c: [", "\t1", "]") +
        block("yaml", "a:", "\tb: 1", "c: [1"),
    },
    {
      name: "a tag of a template with another tag in it",
      text: "{% highlight yaml %}\na:\n\tb: {{ c }}\n{% endhighlight %}\n",
      engine: "jekyll",
    },
  ],
  invalid: [
    {
      name: "a tab below a quoted value, and one before an item",
      text: block("yaml", "a:", '    b: "c"', "\td: 1") + block("yml", "- a", "-", "\tb: 1"),
      findings: [
        { messageId: "yamlTab", text: "\t" },
        { messageId: "yamlTab", text: "\t" },
      ],
    },
    {
      name: "code in tags of templates",
      text: "{% highlight yaml %}\nsails:\n\tmain: 1\n{% endhighlight %}\n\n{% highlight ruby linenos %}\ngem “boats”\n{% endhighlight %}\n",
      engine: "jekyll",
      findings: [
        { messageId: "yamlTab", text: "\t" },
        { messageId: "quotes", text: "“boats”" },
      ],
    },
    {
      name: "quotation marks in a tag of a template",
      text: "{% codeblock lang:js %}\ngo(‘b’);\n{% endcodeblock %}\n",
      engine: "hexo",
      findings: [{ messageId: "quotes", text: "‘b’" }],
      suggested: ["{% codeblock lang:js %}\ngo('b');\n{% endcodeblock %}\n"],
    },
    {
      name: "a highlighted line below a block with objects as values of attributes",
      text: block("jsx {1,7}", "<p style={{ top }}>", "  a", "</p>"),
      findings: [{ messageId: "highlight", text: "```jsx {1,7}" }],
    },
  ],
});
