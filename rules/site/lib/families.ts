import {
  type ArticleFacts,
  areEditions,
  areOfOneSeries,
  pageIdentity,
} from "../../../src/rules.js";

/** So many names in a folder that begin with one word are a family, such as the commands of a program. */
const LEAST_OF_FAMILY = 6;
/** So much in common even pages of one skeleton do not have. */
const SAME = 0.97;

/** Whether two articles may share most of their wording, by what their places among the others say of them. */
export function kinshipOf(
  articles: readonly ArticleFacts[],
): (copy: ArticleFacts, original: ArticleFacts, share: number) => boolean {
  const counts = new Map<string, number>();
  for (const { path } of articles) {
    const family = familyOf(path);
    if (family !== undefined) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const areOfFamily = (left: ArticleFacts, right: ArticleFacts): boolean => {
    const family = familyOf(left.path);
    return (
      family !== undefined &&
      family === familyOf(right.path) &&
      (counts.get(family) ?? 0) >= LEAST_OF_FAMILY &&
      left.metadata.title !== right.metadata.title
    );
  };
  return (copy, original, share) =>
    areOfEditions(copy.path, original.path) ||
    // What was copied and never changed is a slip, also in a series.
    (share < 1 && areOfOneSeries(copy.path, original.path)) ||
    (share < SAME && areOfFamily(copy, original));
}

/** A page may have moved since the version, or before the translation. */
function areOfEditions(left: string, right: string): boolean {
  return areEditions(left, right) || pageIdentity(left).edition !== pageIdentity(right).edition;
}

/** The folder and the first word of a name of several: `docs/boat_` of `docs/boat_sail_hoist.md`. */
function familyOf(path: string): string | undefined {
  return /^(?:.*\/)?\p{L}[\p{L}\p{N}]*[-_ ](?=[^/]*$)/u.exec(path)?.[0];
}
