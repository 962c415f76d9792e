import type { Rule, Severity } from "../rule/index.js";

/** The gravest severity of a rule's messages. */
export function gravestSeverity(rule: Rule): Severity {
  const severities = Object.values(rule.messages).map(({ severity }) => severity);
  if (severities.includes("error")) return "error";
  return severities.includes("warning") ? "warning" : "info";
}
