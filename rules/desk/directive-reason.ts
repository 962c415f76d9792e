import { defineRule } from "../../src/rules.js";

/** The engine reports through this rule when a demanded reason is missing; it looks at nothing itself. */
export default defineRule({
  id: "desk/directive-reason",
  summary: "Directives give a reason when the config demands one",
  role: "directive-reason",
  messages: {
    missing: {
      severity: "warning",
      what: "This directive gives no reason, so the next editor cannot tell whether it is still needed.",
      why: "",
      help: "Write two hyphens and the reason after the rule: <!-- copydesk-disable-next-line image/hotlink -- licensed by the agency -->.",
    },
  },
});
