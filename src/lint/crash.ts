import type { Finding } from "../rule/finding.js";
import type { Crash, RuleSetting } from "./contract.js";
import { makeFinding } from "./make-finding.js";

/** Describes what a rule threw, in one line. */
export function crashOf(rule: string, path: string, error: unknown): Crash {
  return { rule, path, reason: wordsOf(error).split("\n", 1)[0] ?? "" };
}

/** Anything can be thrown, also what throws when it is to become text. */
function wordsOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return "something that cannot be shown";
  }
}

/** The finding for a crash, at the top of its article; none where the rule with that role is off. */
export function crashFinding(crash: Crash, rules: readonly RuleSetting[]): Finding | undefined {
  const setting = rules.find(({ rule }) => rule.role === "crash");
  if (setting === undefined) return undefined;
  return makeFinding(setting.rule, setting.severity, crash.path, {
    messageId: "crashed",
    range: { start: 0, end: 0 },
    data: { rule: crash.rule, reason: crash.reason },
  });
}
