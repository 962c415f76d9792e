import type { SeenArticle } from "../lint/index.js";
import type { Edit, Finding, Severity } from "../rule/index.js";
import type { Change } from "./change.js";
import { moved, touchedAfter } from "./touched.js";

/**
 * A finding that changes have brought about, in words; undefined where there is none. What was found before is known
 * again by its place. A rule may say something else of what was mended, if that is no graver, and one that tells only the
 * first of its places may tell the next one.
 */
export function newFinding(
  before: SeenArticle,
  after: SeenArticle,
  changes: readonly Change[],
): string | undefined {
  const edits = changes.flatMap((change) => change.edits);
  const mended = new Set(changes.map(({ finding }) => identityOf(finding)));
  const known = new Known(
    before.findings.filter((finding) => !mended.has(identityOf(finding))),
    edits,
  );
  const touched = touchedAfter(edits);
  for (const finding of known.without(after.findings)) {
    const { rule, message, severity, range } = finding;
    const own = changes.filter((change) => change.finding.rule === rule);
    const ofKind = own.filter((change) => kindOf(change.finding) === kindOf(finding));
    if (ofKind.length > 0 && touched.meets(range)) return `still found: ${rule}: ${message}`;
    if (ofKind.length > 0) continue;
    const isNoGraver = own.some((change) => GRAVITY[change.finding.severity] >= GRAVITY[severity]);
    const isMore = countOf(after.findings, rule) > countOf(before.findings, rule);
    if (!isNoGraver || isMore) return `newly found: ${rule}: ${message}`;
  }
  return undefined;
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

function kindOf({ rule, messageId }: Finding): string {
  return `${rule} ${messageId}`;
}

function identityOf(finding: Finding): string {
  const { range, message } = finding;
  return `${kindOf(finding)} ${range.start} ${range.end} ${message}`;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Findings that were there before, where changes have moved them. */
class Known {
  readonly #byKind = new Map<string, Set<Placed>>();

  constructor(findings: readonly Finding[], edits: readonly Edit[]) {
    for (const finding of findings) {
      const kind = kindOf(finding);
      const placed = this.#byKind.get(kind) ?? new Set();
      placed.add({ ...moved(finding.range, edits), message: finding.message });
      this.#byKind.set(kind, placed);
    }
  }

  /** The findings that were not there before; each known one stands for one of them, the nearest likeness first. */
  without(findings: readonly Finding[]): readonly Finding[] {
    const tests: readonly ((old: Placed, finding: Finding) => boolean)[] = [
      (old, { range, message }) =>
        old.start === range.start && old.end === range.end && old.message === message,
      (old, { range }) => old.start <= range.end && range.start <= old.end,
      (old, { message }) => old.message === message,
    ];
    let rest = findings;
    for (const test of tests) rest = rest.filter((finding) => !this.#take(finding, test));
    return rest;
  }

  #take(finding: Finding, test: (old: Placed, finding: Finding) => boolean): boolean {
    const placed = this.#byKind.get(kindOf(finding));
    for (const old of placed ?? []) {
      if (!test(old, finding)) continue;
      placed?.delete(old);
      return true;
    }
    return false;
  }
}
