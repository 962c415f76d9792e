import { defineRule } from "../../src/rules.js";

export default defineRule({
  id: "desk/mdx-syntax",
  summary: "MDX articles can be parsed",
  role: "syntax",
  references: ["https://mdxjs.com/docs/troubleshooting-mdx/"],
  messages: {
    invalid: {
      severity: "error",
      what: "This is not valid MDX, so the site cannot be built.",
      why: "The MDX parser stops here ({reason}), so the body was not checked.",
      help: "Close every tag, write <br /> instead of <br>, and put a literal < or { in backticks or write it as \\< or \\{.",
    },
  },
  check({ article, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "mdx-syntax") continue;
      // The finding has its own position; the parser repeats it, counted in lines of the body.
      const reason = problem.reason.replace(/(?<!\s)\s*\(\d+:\d+(?:-\d+:\d+)?\)/g, "");
      report({ messageId: "invalid", range: problem.range, data: { reason } });
    }
  },
});
