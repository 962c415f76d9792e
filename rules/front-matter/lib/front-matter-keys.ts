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

/** Keys an engine, or a site named among the presets, knows. */
function presetKeys(name: string): readonly string[] {
  const preset = presetSchema.safeParse(FRONT_MATTER_PRESETS.get(name));
  return preset.success ? Object.keys(preset.data.properties) : [];
}

/** A key without what authors of themes vary: letter case, hyphens and underscores. */
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

/** Whether some engine, theme or habit gives a key a meaning. Words of a dictionary count: they are no slips. */
export function isKnownKey(key: string): boolean {
  return KNOWN.has(fold(key));
}

/** Keys a writer may have meant: those of the engine, and those most sites have. */
export function usualKeys(engine: Engine): readonly string[] {
  return [...new Set([...table.common, ...presetKeys(engine.name)])];
}

/** Singular and plural names of one thing, where an engine reads only the plural when both are given. */
export function twinKeys(engine: Engine): readonly (readonly [string, string])[] {
  if (engine.frontMatter.readsSingularAndPlural) return [];
  return table.twins.flatMap(([one, many]) =>
    one !== undefined && many !== undefined ? [[one, many] as const] : [],
  );
}

/** Slips a writer may make in a word of this length; short words are near too many others. */
function tolerated(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * The key that `key` is a slip of, among `candidates`: one or two letters differ, the first one does not.
 * Undefined when none is near, or when singular and plural are the only difference.
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
