import { defineRule } from "../../src/rules.js";

/** The engine reports through this rule when another rule throws; it looks at nothing itself. */
export default defineRule({
  id: "desk/rule-crash",
  summary: "Every rule can check every article",
  role: "crash",
  messages: {
    crashed: {
      severity: "error",
      what: "{rule} stopped with an error on this article ({reason}), so nothing is known about what it checks here.",
      why: "",
      help: "Report it with this article to the authors of {rule}. To publish meanwhile, switch the rule off for this file in the config.",
    },
  },
});
