import type { ExternalReason, ExternalVerdict } from "../rule/external.js";

/** A verdict without any answer behind it. */
export function plainVerdict(
  verdict: ExternalVerdict["verdict"],
  reason: ExternalReason,
  detail: string,
  now: number,
): ExternalVerdict {
  const checkedAt = new Date(now).toISOString();
  return { verdict, reason, detail, redirects: [], notes: [], checkedAt };
}
