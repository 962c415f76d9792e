import { defineRule } from "../../src/rules.js";

/** The linter reports through this rule when a required reason is missing; the rule itself checks nothing. */
export default defineRule({
  id: "desk/directive-reason",
  summary: "Directives give a reason when the config requires one",
  role: "directive-reason",
  messages: {
    missing: {
      severity: "warning",
      what: "This directive gives no reason.",
      why: "Without a reason, the next editor cannot tell whether the directive is still needed.",
      help: "Add two hyphens and a reason after the rule: <!-- copydesk-disable-next-line image/hotlink -- licensed by the agency -->.",
    },
  },
});
