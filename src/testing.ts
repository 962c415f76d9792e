/**
 * Tests of rules. Plugins import it from `copydesk/testing`; nothing that runs in the command imports it.
 */

export {
  type ExpectedFinding,
  type InvalidCase,
  type RuleCases,
  type TestCase,
  testRule,
} from "./testing/test-rule.js";
