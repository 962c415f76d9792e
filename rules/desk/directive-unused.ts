import { defineRule } from "../../src/rule/index.js";

/** The engine reports through this rule when a directive hides nothing; it looks at nothing itself. */
export default defineRule({
  id: "desk/directive-unused",
  summary: "Directives silence at least one finding",
  fixes: ["suggestion"],
  messages: {
    /** `name`: the rule or family as the directive gives it, "any rule" when it names none. */
    unused: {
      severity: "warning",
      text: "This directive silences nothing: {name} finds nothing in the lines it covers, and the next real mistake there would go unseen.",
      help: "Delete the directive, or take {name} out of it.",
    },
  },
  check: () => undefined,
});
