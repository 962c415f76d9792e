import { defineRule } from "../../src/rules.js";

export default defineRule({
  id: "desk/mdx-syntax",
  summary: "MDX articles can be parsed",
  role: "syntax",
  references: ["https://mdxjs.com/docs/troubleshooting-mdx/"],
  messages: {
    invalid: {
      severity: "error",
      what: "This is not valid MDX ({reason}), so the site cannot be built and the body was not checked.",
      why: "",
      help: "Close every tag, write <br /> instead of <br>, and put a literal < or { in backticks or as \\< and \\{.",
    },
  },
  check({ article, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "mdx-syntax") continue;
      // The place is the finding's own; the parser's words repeat it in the body's lines.
      const reason = problem.reason.replace(/(?<!\s)\s*\(\d+:\d+(?:-\d+:\d+)?\)/g, "");
      report({ messageId: "invalid", range: problem.range, data: { reason } });
    }
  },
});
