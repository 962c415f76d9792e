import { largest } from "../article/largest.js";
import type { Range } from "../article/range.js";
import type { Doubt, ReferenceClass } from "../rule/site-index.js";
import { classKey } from "./reference-classes.js";

/** Least number of different absent targets of a class that make its reading doubtful. */
const LEAST_FAILED = 20;

/** Least share of absent targets among those that were judged. */
const LEAST_SHARE = 1 / 3;

/** How many references of a class are kept as examples. */
const EXAMPLES = 3;

/** A reference that was judged, as far as doubt goes. */
export interface JudgedReference {
  readonly path: string;
  readonly range: Range;
  readonly url: string;
  readonly of: "links" | "images";
  /** From the narrowest to the widest. */
  readonly classes: readonly ReferenceClass[];
  /** What tells its target from others. */
  readonly target: string;
  readonly failed: boolean;
}

/** Classes whose references are doubted, by {@link classKey}. */
export type Doubted = ReadonlyMap<string, Omit<Doubt, "folder" | "isOverruled">>;

/**
 * Finds the classes of which so many references fail that ignorance is the likelier cause. A narrow class is judged
 * before a wider one, which then does without its references. Misspellings should be left out by the caller: they
 * come one at a time.
 */
export function doubtedClasses(references: readonly JudgedReference[]): Doubted {
  const doubted = new Map<string, Omit<Doubt, "folder" | "isOverruled">>();
  const depth = largest(
    references.map(({ classes }) => classes.length),
    0,
  );
  let left = references;
  for (let level = 0; level < depth; level++) {
    const groups = new Map<string, Group>();
    for (const reference of left) {
      // Widest classes stand last, whether or not a reference has a narrow one.
      const one = reference.classes.at(level - depth);
      if (one === undefined) continue;
      const key = classKey(one, reference.of);
      const group = groups.get(key);
      if (group === undefined)
        groups.set(key, { class: one, of: reference.of, references: [reference] });
      else group.references.push(reference);
    }
    const judged = [...groups].map(([key, group]) => ({ key, group, count: countOf(group) }));
    const likely = judged.filter(({ count }) => isDoubtful(count));
    const starts = new Set(likely.flatMap(({ group }) => [...startsOf(group)]));
    const alike = judged.filter((one) => !likely.includes(one) && failsAlike(one, starts));
    for (const { key, group, count } of [...likely, ...alike])
      doubted.set(key, { class: group.class, of: group.of, ...tellingOf(count) });
    left = left.filter(({ classes, of }) => !isDoubted(doubted, classes, of));
  }
  return doubted;
}

/** Whether a reference of these classes is doubted. */
export function isDoubted(
  doubted: Doubted,
  classes: readonly ReferenceClass[],
  of: "links" | "images",
): boolean {
  return classes.some((one) => doubted.has(classKey(one, of)));
}

interface Group {
  readonly class: ReferenceClass;
  readonly of: "links" | "images";
  readonly references: JudgedReference[];
}

/** The different targets of a group, and those that fail with a reference each. */
interface Count {
  readonly targets: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, JudgedReference>;
}

function countOf({ references }: Group): Count {
  const targets = new Set<string>();
  const failed = new Map<string, JudgedReference>();
  for (const reference of references) {
    targets.add(reference.target);
    if (reference.failed && !failed.has(reference.target)) failed.set(reference.target, reference);
  }
  return { targets, failed };
}

function isDoubtful({ targets, failed }: Count): boolean {
  return failed.size >= LEAST_FAILED && failed.size >= targets.size * LEAST_SHARE;
}

function tellingOf({ targets, failed }: Count): Pick<Doubt, "failed" | "total" | "examples"> {
  const examples = [...failed.values()]
    .slice(0, EXAMPLES)
    .map(({ path, range, url }) => ({ path, range, url }));
  return { failed: failed.size, total: targets.size, examples };
}

/** What values of the front matter begin with: the first folder of each. */
function startsOf({ class: { kind }, references }: Group): ReadonlySet<string> {
  if (kind !== "front-matter") return new Set();
  return new Set(references.flatMap(({ url }) => /^[^/]+(?=\/)/.exec(url)?.[0] ?? []));
}

/** Whether all values of a key fail, however few, and begin as those of a doubted key do: what reads the ones reads the others. */
function failsAlike(
  { group, count }: { readonly group: Group; readonly count: Count },
  starts: ReadonlySet<string>,
): boolean {
  if (starts.size === 0 || count.failed.size < count.targets.size) return false;
  const own = startsOf(group);
  return own.size > 0 && [...own].every((start) => starts.has(start));
}
