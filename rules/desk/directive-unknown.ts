import { defineRule } from "../../src/rules.js";

/** The linter reports through this rule when a directive names an unknown rule; the rule itself checks nothing. */
export default defineRule({
  id: "desk/directive-unknown",
  summary: "Directives name rules that exist",
  role: "directive-unknown",
  messages: {
    /** `name`: the rule or family as written in the directive. */
    unknown: {
      severity: "warning",
      what: 'This directive names a rule that does not exist: "{name}".',
      why: "The findings that it was meant to silence are still reported.",
      help: "Write the rule id as reports show it, for example image/alt-missing.",
    },
    /** `written`: the beginning of the comment; `nearest`: the directive that may be meant. */
    misspelt: {
      severity: "warning",
      what: '"{written}" is not a copydesk directive.',
      why: "The findings that it was meant to silence are still reported.",
      help: "Write {nearest} if that is what you mean.",
    },
    /** `nearest`: the known rule whose id is spelled most like `name`. */
    unknownNearest: {
      severity: "warning",
      what: 'This directive names a rule that does not exist: "{name}".',
      why: "The findings that it was meant to silence are still reported.",
      help: "Write {nearest} if that is the rule you mean.",
    },
  },
});
