import { defineRule } from "../../src/rules.js";

/** The engine reports through this rule when a directive names no known rule; it looks at nothing itself. */
export default defineRule({
  id: "desk/directive-unknown",
  summary: "Directives name rules that exist",
  role: "directive-unknown",
  messages: {
    /** `name`: the rule or family as the directive gives it. */
    unknown: {
      severity: "warning",
      what: 'There is no rule "{name}", so this directive silences nothing.',
      why: "",
      help: "Write the id of the rule as the finding shows it, for example image/alt-missing.",
    },
    /** `nearest`: the known rule whose id is spelt most like `name`. */
    unknownNearest: {
      severity: "warning",
      what: 'There is no rule "{name}", so this directive silences nothing.',
      why: "",
      help: "Write {nearest}, if that is the rule you mean.",
    },
  },
});
