import { defineRule } from "../../src/rules.js";
import words from "./lib/limit-words.json" with { type: "json" };

const UNCHECKED = {
  "front-matter": "the front matter was not checked",
  body: "the body was not checked",
  block: "the block that starts here was not checked",
} as const;

export default defineRule({
  id: "desk/limit",
  summary: "Articles stay within the limits of what can be parsed",
  role: "limits",
  messages: {
    exceeded: {
      severity: "error",
      what: "{what} {maximum} {unit}.",
      why: "Parsing beyond this limit could take minutes or exhaust the memory, so {unchecked}.",
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
