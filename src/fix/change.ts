import type { Edit, Finding } from "../rule/index.js";

/** What is done about a finding: edits that belong together. */
export interface Change {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** A change that was made and taken back, since it did harm. */
export interface TakenBack {
  readonly finding: Finding;
  readonly reason: string;
}

/** The changes in order of place, without those that overlap one before them; these wait. */
export function inOrder(changes: readonly Change[]): {
  readonly taken: readonly Change[];
  readonly waiting: readonly Change[];
} {
  const sorted = changes
    .map((change) => ({ change, start: startOf(change) }))
    .sort((left, right) => left.start - right.start);
  const taken: Change[] = [];
  const waiting: Change[] = [];
  const edits = new Edits();
  for (const { change } of sorted) {
    if (change.edits.some((edit) => edits.overlap(edit))) waiting.push(change);
    else {
      taken.push(change);
      edits.add(change.edits);
    }
  }
  return { taken, waiting };
}

function startOf({ edits }: Change): number {
  return edits.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
}

/** Edits that do not overlap. Most of them come in order of place, so an overlap is near the end. */
class Edits {
  readonly #sorted: Edit[] = [];

  overlap({ start, end }: Edit): boolean {
    for (let at = this.#sorted.length - 1; at >= 0; at--) {
      const other = this.#sorted[at];
      if (other === undefined) return false;
      if (other.start < end && start < other.end) return true;
      if (other.end < start) return false;
    }
    return false;
  }

  add(edits: readonly Edit[]): void {
    for (const edit of edits) {
      let at = this.#sorted.length;
      while (at > 0 && (this.#sorted[at - 1]?.start ?? 0) > edit.start) at--;
      this.#sorted.splice(at, 0, edit);
    }
  }
}
