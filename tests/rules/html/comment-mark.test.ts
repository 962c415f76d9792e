import rule from "../../../rules/html/comment-mark.js";
import { testRule } from "../../../src/testing/test-rule.js";

const marks = (name: string, count: number): string => `<!-- ${name} -->\n\n`.repeat(count);
const pairs = (count: number): string => "<!-- box -->\n\nA\n\n<!-- /box -->\n\n".repeat(count);

testRule(rule, {
  valid: [
    { name: "a name that is not often used", text: marks("md:flag 1", 19) + marks("md:flga 2", 1) },
    { name: "two uses", text: marks("md:flag 1", 20) + marks("md:flga 2", 2) },
    { name: "words of notes", text: marks("see the note", 20) + marks("seen by me", 1) },
    { name: "the plural", text: marks("more", 20) + marks("mores", 1) },
    { name: "a capital", text: marks("more", 20) + marks("Moer", 1) },
    { name: "pairs that often lack a half", text: pairs(12) + marks("box", 3) },
    { name: "too few pairs", text: pairs(9) + marks("box", 1) },
    { name: "one in the other", text: `<!-- box -->\n\n${pairs(12)}<!-- /box -->\n` },
    { name: "code", text: `${pairs(12)}\`<!-- box -->\`\n\n\`\`\`\n<!-- box -->\n\`\`\`\n` },
  ],
  invalid: [
    {
      name: "a name with arguments",
      text: marks("md:flag 1", 20) + marks("md:flga 2", 1),
      findings: [{ messageId: "misspelt", text: "md:flga", severity: "warning" }],
      suggested: [marks("md:flag 1", 20) + marks("md:flag 2", 1)],
    },
    {
      name: "a bare name, in another article than the others",
      text: marks("moer", 1),
      articles: [{ path: "b.md", text: marks("more", 20) }],
      findings: [{ messageId: "misspelt", text: "moer" }],
    },
    {
      name: "halves of pairs",
      text: `<!-- /box -->\n\n${pairs(5)}<!-- box a -->\n`,
      articles: [{ path: "b.md", text: pairs(6) }],
      findings: [
        { messageId: "stray", at: "1:6-1:10" },
        { messageId: "unclosed", at: "33:6-33:9" },
      ],
    },
  ],
});
