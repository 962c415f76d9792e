/** Least number of different targets that must be found as they are written. */
const LEAST_FOUND = 20;

/** Most that may be lost, against one that is found, where nothing else speaks for a mistake. */
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
 * targets are found, a lost one is a mistake. Addresses from the root and relative ones say nothing of each other: code
 * may join the latter to something.
 *
 * @param mostLost how many may be lost against one that is found
 * @param kindName what tells the references that say something of each other
 */
export function areMostlyFound(
  references: Iterable<UncertainReference>,
  mostLost = MOST_LOST,
  kindName = kindOf,
): (of: "links" | "images", url: string) => boolean {
  const found = new Map<string, Set<string>>();
  const lost = new Map<string, Set<string>>();
  const places = new Map<string, number>();
  for (const { of, url, target, isFound } of references) {
    const targets = isFound ? found : lost;
    const kind = kindName(of, url);
    targets.set(kind, (targets.get(kind) ?? new Set()).add(target));
    if (!isFound) places.set(url, (places.get(url) ?? 0) + 1);
  }
  return (of, url) => {
    const kind = kindName(of, url);
    const isThere = found.get(kind)?.size ?? 0;
    return (
      isThere >= LEAST_FOUND &&
      (lost.get(kind)?.size ?? 0) <= isThere * mostLost &&
      (places.get(url) ?? 0) <= MOST_PLACES
    );
  };
}

/** Names of things that are there say something of each other, whatever refers to them. */
export function anyKind(): string {
  return "any";
}

function kindOf(of: "links" | "images", url: string): string {
  return `${of} ${url.startsWith("/") ? "rooted" : "relative"}`;
}
