/** Least number of different targets that must be found as they are written. */
const LEAST_FOUND = 20;

/** Most that may be lost, against one that is found. */
const MOST_LOST = 1 / 20;

/** Most places of a lost target: what is written again and again means something to the code that reads it. */
const MOST_PLACES = 3;

/** A reference that code of the site may rewrite, or whose target may have ids that only code knows. */
export interface UncertainReference {
  readonly of: "links" | "images";
  readonly url: string;
  /** What tells its target from others. */
  readonly target: string;
  /** Whether it leads somewhere by what is known. */
  readonly isFound: boolean;
}

/**
 * Tells which references can be judged although code may know better, by what becomes of all of them: where nearly all
 * targets are found, a lost one is a mistake.
 */
export function areMostlyFound(
  references: Iterable<UncertainReference>,
): (of: "links" | "images", url: string) => boolean {
  const found = { links: new Set<string>(), images: new Set<string>() };
  const lost = { links: new Set<string>(), images: new Set<string>() };
  const places = new Map<string, number>();
  for (const { of, url, target, isFound } of references) {
    (isFound ? found : lost)[of].add(target);
    if (!isFound) places.set(url, (places.get(url) ?? 0) + 1);
  }
  return (of, url) =>
    found[of].size >= LEAST_FOUND &&
    lost[of].size <= found[of].size * MOST_LOST &&
    (places.get(url) ?? 0) <= MOST_PLACES;
}
