import { distance } from "fastest-levenshtein";

/**
 * The candidate spelt most like `word` (Levenshtein distance at most a third of its length, at least 2; or one
 * begins with the other), or undefined when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const found = spelling(lower, candidate.toLowerCase());
    if (found < bestDistance && found < candidate.length) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

function spelling(word: string, candidate: string): number {
  const shorter = Math.min(word.length, candidate.length);
  if (shorter >= 3 && (word.startsWith(candidate) || candidate.startsWith(word))) return 1;
  return distance(word, candidate);
}
