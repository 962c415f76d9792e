import { defineRule } from "../../src/rules.js";

/** The engine reports through this rule when a directive hides nothing; it looks at nothing itself. */
export default defineRule({
  id: "desk/directive-unused",
  summary: "Directives silence at least one finding",
  role: "directive-unused",
  messages: {
    /** `name`: the rule or family as the directive gives it, "any rule" when it names none. */
    unused: {
      severity: "warning",
      what: "This directive does nothing: it silences no finding of {name} and lets none through again, and a forgotten one hides the next real mistake.",
      why: "",
      help: "Delete the directive, or take {name} out of it.",
    },
  },
});
