import { distance } from "fastest-levenshtein";

/** The text of `allowed` nearest to `written`, letter case aside, if no more than a third of it differs. */
export function nearestOf(written: string, allowed: readonly string[]): string | undefined {
  const limit = Math.ceil(written.length / 3);
  return allowed
    .map((text) => ({ text, steps: distance(written.toLowerCase(), text.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .sort((a, b) => a.steps - b.steps)[0]?.text;
}
