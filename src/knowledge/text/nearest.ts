import { distance } from "fastest-levenshtein";

/** Slips (letters added, left out or changed) that lead from one text to another. */
export const editDistance: (from: string, to: string) => number = distance;

/** Longer texts are no names: comparing two takes time by the product of their lengths. */
const LONGEST = 1_000;

/** What counts as near; every choice has a usual answer. */
export interface Nearness {
  /** Most slips that a near name differs by: a third of the letters that were written when absent. */
  readonly limit?: number | ((name: string) => number);
  /** Counts another letter case as a slip; usually it is none. */
  readonly exactCase?: boolean;
  /** Takes two neighbours that changed places for one slip, which is near at any length. */
  readonly swaps?: boolean;
  /** Takes a name for one slip away when it begins with the other, three letters or more. */
  readonly beginnings?: boolean;
  /** Takes the first near name of the list instead of the nearest. */
  readonly first?: boolean;
  /** Takes none where another one, not the same letters, is as near. */
  readonly alone?: boolean;
  /** The part of a candidate that is compared; all of it when absent. */
  readonly nameOf?: (candidate: string) => string;
}

/**
 * The candidate that was probably meant by what was written: the one that the fewest slips (letters added, left out
 * or changed) lead to, the first of several. Undefined when none is near.
 */
export function nearestOf(
  written: string,
  candidates: Iterable<string>,
  nearness: Nearness = {},
): string | undefined {
  if (written.length > LONGEST) return undefined;
  const { limit = Math.ceil(written.length / 3), exactCase = false, swaps = false } = nearness;
  const { beginnings = false, first = false, nameOf = (candidate) => candidate } = nearness;
  const fold = (text: string): string => (exactCase ? text : text.toLowerCase());
  const wanted = fold(written);
  const { alone = false } = nearness;
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  let isTied = false;
  for (const candidate of candidates) {
    const name = nameOf(candidate);
    if (name.length > LONGEST) continue;
    const folded = fold(name);
    const isNeighbour =
      (swaps && isSwapped(wanted, folded)) || (beginnings && isBeginning(wanted, folded));
    const most = typeof limit === "number" ? limit : limit(name);
    if (!isNeighbour && Math.abs(folded.length - wanted.length) > most) continue;
    const slips = isNeighbour ? 1 : distance(wanted, folded);
    if (slips > fewest || (slips > most && !isNeighbour)) continue;
    if (best !== undefined && slips === fewest) {
      isTied ||= lettersOf(nameOf(best)) !== lettersOf(name);
      continue;
    }
    if (first) return candidate;
    best = candidate;
    fewest = slips;
    isTied = false;
  }
  return alone && isTied ? undefined : best;
}

/** A name without case and marks: spellings of one name have the same. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Most comparisons that near names are looked for with, where many may be missing in one text or site. */
const MOST_COMPARISONS = 300_000;

/** Counts comparisons: whoever misses very many names needs no suggestion for each. */
export class Comparisons {
  #left: number;

  constructor(most = MOST_COMPARISONS) {
    this.#left = most;
  }

  /** The candidates, while there are comparisons left. */
  of<Candidate>(candidates: readonly Candidate[]): readonly Candidate[] {
    if (this.#left <= 0) return [];
    this.#left -= candidates.length;
    return candidates;
  }
}

/** The name of a setting, an option or a command that was probably meant; what is half written counts as near. */
export function nearestWord(written: string, names: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(written.length / 3));
  return nearestOf(written, names, {
    limit: (name) => Math.min(most, name.length - 1),
    beginnings: true,
  });
}

function isSwapped(written: string, name: string): boolean {
  if (written.length !== name.length) return false;
  let at = 0;
  while (at < name.length && written[at] === name[at]) at++;
  return (
    at + 1 < name.length &&
    written[at] === name[at + 1] &&
    written[at + 1] === name[at] &&
    written.slice(at + 2) === name.slice(at + 2)
  );
}

function isBeginning(written: string, name: string): boolean {
  const shorter = Math.min(written.length, name.length);
  return shorter >= 3 && (written.startsWith(name) || name.startsWith(written));
}
