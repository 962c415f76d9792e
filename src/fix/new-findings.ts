import type { SeenArticle } from "../lint/index.js";
import type { Edit, Finding } from "../rule/index.js";
import type { Change } from "./change.js";
import { moved, touchedAfter } from "./touched.js";

/**
 * A finding that changes have brought about, in words; undefined where there is none. What was found before is known
 * again by its place; a rule that tells only the first of its places may tell the next one now.
 */
export function newFinding(
  before: SeenArticle,
  after: SeenArticle,
  changes: readonly Change[],
): string | undefined {
  const edits = changes.flatMap((change) => change.edits);
  const mended = new Set(changes.map(({ finding }) => identityOf(finding)));
  const mendedKinds = new Set(changes.map(({ finding }) => kindOf(finding)));
  const known = new Known(
    before.findings.filter((finding) => !mended.has(identityOf(finding))),
    edits,
  );
  const unknown = known.without(after.findings);
  if (unknown.length === 0) return undefined;
  const touched = touchedAfter(edits);
  const harm = unknown.find(
    (finding) => !mendedKinds.has(kindOf(finding)) || touched.meets(finding.range),
  );
  if (harm === undefined) return undefined;
  return `${mendedKinds.has(kindOf(harm)) ? "still found" : "newly found"}: ${harm.rule}: ${harm.message}`;
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
