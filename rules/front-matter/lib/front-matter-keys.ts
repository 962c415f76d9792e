import * as z from "zod";
import {
  DATE_KEYS,
  DESCRIPTION_KEYS,
  type Engine,
  FRONT_MATTER_PRESETS,
  IMAGE_KEYS,
  nearestOf,
} from "../../../src/rules.js";
import table from "./front-matter-keys.json" with { type: "json" };

const presetSchema = z.object({ properties: z.record(z.string(), z.unknown()) });

/** Keys that a preset knows. */
function presetKeys(name: string): readonly string[] {
  const preset = presetSchema.safeParse(FRONT_MATTER_PRESETS.get(name));
  return preset.success ? Object.keys(preset.data.properties) : [];
}

/** A key without letter case, hyphens and underscores, in which themes differ. */
function fold(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, "");
}

const KNOWN: ReadonlySet<string> = new Set(
  [
    ...[...FRONT_MATTER_PRESETS.keys()].flatMap(presetKeys),
    ...table.known,
    ...table.common,
    ...IMAGE_KEYS,
    ...DESCRIPTION_KEYS,
    ...DATE_KEYS,
  ].map(fold),
);

/** Whether an engine, a theme or convention gives a key a meaning. Ordinary words count too: they are not typos. */
export function isKnownKey(key: string): boolean {
  return KNOWN.has(fold(key));
}

/** Keys that a writer may have meant: those of the engine, and those that most sites have. */
export function usualKeys(engine: Engine): readonly string[] {
  return [...new Set([...table.common, ...presetKeys(engine.name)])];
}

/** Singular and plural keys for one thing, if the engine reads only the plural when both are given. */
export function twinKeys(engine: Engine): readonly (readonly [string, string])[] {
  if (engine.frontMatter.readsSingularAndPlural) return [];
  return table.twins.flatMap(([one, many]) =>
    one !== undefined && many !== undefined ? [[one, many] as const] : [],
  );
}

const OTHER_NUMBER: ReadonlyMap<string, string> = new Map(
  table.numbered.flatMap(([one = "", many = ""]) => [
    [one, many],
    [many, one],
  ]),
);

/** The plural of a key or its singular, where the engine itself does not read the key: a template reads one of the two. */
export function otherNumber(key: string, engine: Engine): string | undefined {
  const other = OTHER_NUMBER.get(key);
  return other === undefined || presetKeys(engine.name).includes(key) ? undefined : other;
}

/** Number of typos allowed in a word of this length; short words are close to too many others. */
function tolerated(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * The candidate that `key` is a typo of: one or two letters differ, but not the first one.
 * Undefined if none is close, or if singular and plural are the only difference.
 */
export function meantKey(key: string, candidates: Iterable<string>): string | undefined {
  const written = key.toLowerCase();
  const others = [...candidates].filter((candidate) => {
    const meant = candidate.toLowerCase();
    return (
      written[0] === meant[0] &&
      written !== meant &&
      `${written}s` !== meant &&
      `${meant}s` !== written
    );
  });
  return nearestOf(key, others, { limit: ({ length }) => tolerated(length), swaps: true });
}
