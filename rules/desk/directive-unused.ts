import { defineRule } from "../../src/rules.js";

/** The linter reports through this rule when a directive silences nothing; the rule itself checks nothing. */
export default defineRule({
  id: "desk/directive-unused",
  summary: "Directives silence at least one finding",
  role: "directive-unused",
  messages: {
    /** `name`: the rule or family as written in the directive, or "any rule" if it names none. */
    unused: {
      severity: "warning",
      what: "This directive has no effect on {name}.",
      why: "A leftover directive can hide the next real mistake of the same kind.",
      help: "Delete the directive, or remove the rule that it no longer needs.",
    },
  },
});
