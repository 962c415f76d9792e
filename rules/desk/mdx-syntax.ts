import { defineRule, excerpt } from "../../src/rules.js";
import { undeclaredNames } from "./lib/undeclared-names.js";

export default defineRule({
  id: "desk/mdx-syntax",
  summary: "MDX articles can be parsed and rendered",
  role: "syntax",
  references: ["https://mdxjs.com/docs/troubleshooting-mdx/"],
  messages: {
    invalid: {
      severity: "error",
      what: "This is not valid MDX, so the site cannot be built.",
      why: "The MDX parser stops here ({reason}), so the body was not checked.",
      help: "Close every tag, write <br /> instead of <br>, and put a literal < or { in backticks or write it as \\< or \\{.",
    },
    undeclared: {
      severity: "error",
      what: "Nothing declares the name in {expression}.",
      why: "MDX reads braces as JavaScript, and {engine} stops with an error when it renders the page.",
      help: "Write \\{ or backticks if the braces are meant, or declare the name with export or import.",
    },
  },
  check({ article, engine, settings, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "mdx-syntax") continue;
      // The finding has its own position; the parser repeats it, counted in lines of the body.
      const reason = problem.reason.replace(/(?<!\s)\s*\(\d+:\d+(?:-\d+:\d+)?\)/g, "");
      report({ messageId: "invalid", range: problem.range, data: { reason } });
    }
    if (article.format !== "mdx" || article.problems.length > 0) return;
    const provided = engine.markdown.namesInMdx(settings.site);
    if (provided === undefined) return;
    for (const { range } of undeclaredNames(article, provided)) {
      const expression = excerpt(article.source.slice(range.start, range.end));
      report({ messageId: "undeclared", range, data: { expression, engine: engine.label } });
    }
  },
});
