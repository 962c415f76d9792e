/**
 * Tests of rules. Plugins import it from `copydesk/testing`; nothing that runs in the command imports it.
 */

export type { ExpectedFinding, InvalidCase, RuleCases, TestCase } from "./testing/test-case.js";
export { testRule } from "./testing/test-rule.js";
