import { defineRule } from "../../src/rules.js";

/** The linter reports through this rule when another rule throws; the rule itself checks nothing. */
export default defineRule({
  id: "desk/rule-crash",
  summary: "Rules check every article without crashing",
  role: "crash",
  messages: {
    crashed: {
      severity: "error",
      what: "The rule {rule} crashed on this article.",
      why: "The rule stopped with an error ({reason}), so nothing is known about what it checks here.",
      help: "Report the crash, with this article, to the authors of {rule}; to publish in the meantime, turn the rule off for this file in the config.",
    },
  },
});
