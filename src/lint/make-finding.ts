import { detached, detachTexts } from "../article/detached.js";
import { remembered } from "../article/remembered.js";
import type { Finding, RelatedPlace, Severity } from "../rule/finding.js";
import type { LooseReport } from "../rule/message.js";
import type { Rule } from "../rule/rule.js";

/**
 * Turns a rule's report into a finding: looks the message up, fills it, checks places and fixes.
 *
 * @param length length of the article's source, where it is at hand, to check the places against
 * @throws {TypeError} for an unknown message, missing data, an undeclared fix or an impossible place;
 *   the engine counts that as a crash of the rule.
 */
export function makeFinding(
  rule: Rule,
  severity: Severity | undefined,
  path: string,
  report: LooseReport,
  length = Number.MAX_SAFE_INTEGER,
): Finding {
  const message = rule.messages[report.messageId];
  if (message === undefined) {
    throw new TypeError(`${rule.id} reported the unknown message "${report.messageId}".`);
  }
  const { start, end } = report.range;
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    start > end ||
    end > length
  ) {
    throw new TypeError(`${rule.id} reported the impossible range ${start}–${end}.`);
  }
  if (report.fix !== undefined && !rule.fixes.includes("safe")) {
    throw new TypeError(`${rule.id} gave a fix that it does not declare.`);
  }
  const suggestions = report.suggestions ?? [];
  if (suggestions.length > 0 && !rule.fixes.includes("suggestion")) {
    throw new TypeError(`${rule.id} gave a suggestion that it does not declare.`);
  }
  // What outlives the article must not keep its text.
  for (const edits of [report.fix ?? [], ...suggestions.map(({ edits }) => edits)])
    detachTexts(edits);
  const fill = (text: string): string => fillIn(text, report.data ?? {}, rule.id);
  return {
    rule: rule.id,
    messageId: report.messageId,
    severity: report.severity ?? severity ?? message.severity,
    certainty: report.certainty ?? "certain",
    message: fill(message.what),
    why: fill(message.why),
    help: fill(message.help),
    path,
    range: { start, end },
    related: (report.related ?? []).map(plainPlace),
    fix: report.fix,
    suggestions,
    ...(report.repeats === undefined ? {} : { repeats: detached(report.repeats) }),
    ...(report.together === undefined ? {} : { together: report.together }),
    ...(report.concerns === undefined ? {} : { concerns: report.concerns }),
  };
}

/** A place without what else a rule knows of it: findings are plain data. */
function plainPlace({ range: { start, end }, ...rest }: RelatedPlace): RelatedPlace {
  const place = { ...rest, range: { start, end } };
  detachTexts(place);
  return place;
}

function fillIn(
  text: string,
  data: Readonly<Record<string, string | number>>,
  ruleId: string,
): string {
  if (!text.includes("{")) return text;
  const parts = partsOf(text);
  let filled = parts[0] ?? "";
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] ?? "";
    const value = data[name];
    if (value === undefined) throw new TypeError(`${ruleId} gave no value for {${name}}.`);
    filled += value + (parts[index + 1] ?? "");
  }
  return detached(filled);
}

/** A message's texts and the names of its placeholders, in turn. */
const partsOf = remembered((text) => text.split(/\{([A-Za-z]\w*)\}/));

/** One finding for one report: the same message at the same place is said once. */
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const firstAt = new Map<number, Finding>();
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const { start } = finding.range;
    const first = firstAt.get(start);
    if (first === undefined) {
      firstAt.set(start, finding);
      return true;
    }
    // Few findings begin where another does: only of those the whole is compared.
    seen.add(identityOf(first));
    const identity = identityOf(finding);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function identityOf({ range, rule, messageId, message, why }: Finding): string {
  return `${range.start} ${range.end} ${rule} ${messageId} ${message} ${why}`;
}

/** Reading order: by place, then rule, then message. */
export function byPlace(left: Finding, right: Finding): number {
  return (
    left.range.start - right.range.start ||
    left.range.end - right.range.end ||
    compare(left.rule, right.rule) ||
    compare(left.messageId, right.messageId) ||
    compare(left.message, right.message) ||
    compare(left.why, right.why)
  );
}

/** Compares by code units, the same on every machine. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
