import words from "../../src/knowledge/limit-words.json" with { type: "json" };
import { defineRule } from "../../src/rule/index.js";

const UNCHECKED = {
  "front-matter": "the front matter was not checked",
  body: "the body was not checked",
  block: "the block that begins here was not checked",
} as const;

export default defineRule({
  id: "desk/limit",
  summary: "Articles stay within the limits of what can be checked",
  messages: {
    exceeded: {
      severity: "error",
      text: "{what} {maximum} {unit}, so {unchecked}.",
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
    return undefined;
  },
});
