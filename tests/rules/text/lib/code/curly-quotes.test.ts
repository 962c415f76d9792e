import rule from "../../../../../rules/text/code-sample.js";
import { testRule } from "../../../../../src/testing/test-rule.js";

const block = (fence: string, ...lines: string[]) =>
  `\`\`\`${fence}\n${lines.join("\n")}\n\`\`\`\n\n`;

testRule(rule, {
  valid: [
    {
      name: "texts and comments of languages that call without brackets",
      text:
        block("ruby", 'puts "the “tide”"', "# gem “boats”", "He said “aye”, and left") +
        block("toml", 'a = "“b”"', "# c = “d”") +
        block("powershell", "Write-Host “ahoy”"),
    },
  ],
  invalid: [
    {
      name: "a directive",
      text: block("js", "‘use strict’;"),
      findings: [{ messageId: "quotes", text: "‘use strict’" }],
      suggested: [block("js", "'use strict';")],
    },
    {
      name: "what calls without brackets are given",
      text:
        block("ruby", "gem ‘boats’, ‘~> 2.1’") +
        block("c", "#include “hull.h”") +
        block("go", "import “fmt”") +
        block("php", "echo ‘ahoy’;"),
      findings: [
        { messageId: "quotes", text: "‘boats’" },
        { messageId: "quotes", text: "“hull.h”" },
        { messageId: "quotes", text: "“fmt”" },
        { messageId: "quotes", text: "‘ahoy’" },
      ],
    },
    {
      name: "values of other languages, and strings that are a line of their own",
      text:
        block("toml", "name = “boats”") +
        block("cpp", "go(", "  “keel”,", "  1);") +
        block("yaml", "env:", "  - “MAST=2”"),
      findings: [
        { messageId: "quotes", text: "“boats”" },
        { messageId: "quotes", text: "“keel”" },
        { messageId: "quotes", text: "“MAST=2”" },
      ],
    },
  ],
});
