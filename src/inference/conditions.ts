import { nearestOf } from "../knowledge/text/nearest.js";
import { type Condition, isComplete, isMajority, LEAST_UNANIMOUS } from "./condition.js";
import type { KindOfShape, Sample, Shape } from "./shape.js";
import { TEXT_FORMATS } from "./text-formats.js";

/** What nearly all values have in common, at a place and all places below it. */
export function conditionsOf(shape: Shape): readonly Condition[] {
  return [
    ...kindConditions(shape),
    ...shape.kinds.flatMap((kind) => [
      ...(kind.kind === "text" ? textConditions(shape, kind.samples) : []),
      ...(kind.keys === undefined ? [] : keyConditions(shape, kind, kind.keys)),
      ...(kind.items === undefined ? [] : conditionsOf(kind.items)),
      ...[...(kind.keys?.values() ?? [])].flatMap(conditionsOf),
    ]),
  ];
}

function kindConditions(shape: Shape): readonly Condition[] {
  const [usual, ...others] = shape.kinds;
  if (usual === undefined) return [];
  return others.flatMap(({ kind, samples }): readonly Condition[] => {
    const states = { kind: "kind", refused: kind, usual: usual.kind } as const;
    return condition(shape, states, samples, shape.samples.length);
  });
}

function keyConditions(
  shape: Shape,
  { samples }: KindOfShape,
  keys: ReadonlyMap<string, Shape>,
): readonly Condition[] {
  const misspelled = misspellings(shape, samples, keys);
  const present = [...keys].flatMap(([key, { samples: having }]): readonly Condition[] => {
    if (!isMajority(having.length, samples.length)) return [];
    const lacking = samples.filter(({ value }) => !hasKey(value, key));
    return condition(shape, { kind: "present", key }, lacking, samples.length);
  });
  return [...misspelled, ...present];
}

/** How many times as frequent as its misspelling a key is. */
const MORE_FREQUENT = 5;
/** Shorter keys resemble too many others. */
const SHORTEST_KEY = 4;

/** Rare keys that resemble a frequent one which their articles lack. */
function misspellings(
  shape: Shape,
  maps: readonly Sample[],
  keys: ReadonlyMap<string, Shape>,
): readonly Condition[] {
  const counts = [...keys].map(([key, { samples }]) => ({ key, count: samples.length }));
  return counts.flatMap(({ key, count }): readonly Condition[] => {
    if (key.length < SHORTEST_KEY) return [];
    const frequent = counts.filter(
      (other) => other.count >= Math.max(LEAST_UNANIMOUS, count * MORE_FREQUENT),
    );
    const names = frequent.map((other) => other.key);
    const meant = nearestOf(key, names, { limit: Math.ceil(key.length / 6), swaps: true });
    if (meant === undefined) return [];
    const violations = maps.filter(({ value }) => hasKey(value, key));
    if (violations.some(({ value }) => hasKey(value, meant))) return [];
    const states = { kind: "spelling", key, meant } as const;
    return [{ shape, states, holds: maps.length - violations.length, of: maps.length, violations }];
  });
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function textConditions(shape: Shape, samples: readonly Sample[]): readonly Condition[] {
  const filled = samples.filter(({ value }) => value !== "");
  const empty = samples.filter(({ value }) => value === "");
  return [
    ...condition(shape, { kind: "filled" }, empty, samples.length),
    ...valuesCondition(shape, filled),
    ...TEXT_FORMATS.flatMap((format) => {
      const others = filled.filter(({ value }) => !format.holds(String(value)));
      return condition(shape, { kind: "format", format }, others, filled.length);
    }),
  ];
}

/** More values are no enumeration, nor are values that are not used again and again. */
const MOST_VALUES = 12;
const LEAST_USES = 3;
const USES_ON_AVERAGE = 5;

function valuesCondition(shape: Shape, samples: readonly Sample[]): readonly Condition[] {
  const counts = new Map<unknown, number>();
  for (const { value } of samples) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].flatMap(([value, count]) => (count >= LEAST_USES ? [value] : []));
  if (values.length > MOST_VALUES || samples.length < values.length * USES_ON_AVERAGE) return [];
  const names = values.map(String).sort();
  const known = new Set(values);
  const others = samples.filter(({ value }) => !known.has(value));
  // A misspelled value shows no new one.
  const isNew = ({ value }: Sample): boolean => nearestOf(String(value), names) === undefined;
  const isUnseen = (value: unknown): boolean =>
    others.some((one) => one.value === value && isNew(one));
  const seen = [...counts].flatMap(([value, count]) =>
    count > 1 || isUnseen(value) ? [count] : [],
  );
  if (values.length === 0 || !isComplete(seen, samples.length)) return [];
  return condition(shape, { kind: "values", values: names }, others, samples.length);
}

/** The condition, where it holds for so many that the others are exceptions. */
function condition(
  shape: Shape,
  states: Condition["states"],
  violations: readonly Sample[],
  of: number,
): readonly Condition[] {
  const holds = of - violations.length;
  return isMajority(holds, of) ? [{ shape, states, holds, of, violations }] : [];
}
