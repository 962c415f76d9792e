import { distance } from "fastest-levenshtein";

/** Below this length, a typo makes another word as easily as a misspelled one. */
const SHORTEST = 4;
/** From this length on, two typos are still more likely than another word. */
const LONG = 8;

/**
 * The name in a list that a typo may have turned into `written`: one letter is wrong, missing or extra (two in long
 * names), or two neighboring letters are swapped.
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length < SHORTEST) return undefined;
  const limit = written.length >= LONG ? 2 : 1;
  return names.find(
    (name) =>
      name.length >= SHORTEST &&
      Math.abs(name.length - written.length) <= limit &&
      (distance(written, name) <= limit || isSwapped(written, name)),
  );
}

function isSwapped(written: string, name: string): boolean {
  if (written.length !== name.length) return false;
  const first = [...written].findIndex((letter, index) => letter !== name[index]);
  const swapped = `${written.slice(0, first)}${written[first + 1]}${written[first]}${written.slice(first + 2)}`;
  return swapped === name;
}
