import { defineRule } from "../../src/rules.js";
import words from "./lib/limit-words.json" with { type: "json" };

const UNCHECKED = {
  "front-matter": "the front matter was not checked",
  body: "the body was not checked",
  block: "the block that begins here was not checked",
} as const;

export default defineRule({
  id: "desk/limit",
  summary: "Articles stay within the limits of what can be checked",
  role: "limits",
  messages: {
    exceeded: {
      severity: "error",
      what: "{what} {maximum} {unit}, so {unchecked}.",
      why: "",
      help: "{advice}",
    },
  },
  check({ article, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "limit") continue;
      report({
        messageId: "exceeded",
        range: problem.range,
        data: {
          ...words[problem.limit],
          maximum: problem.maximum,
          unchecked: UNCHECKED[problem.unchecked],
        },
      });
    }
  },
});
