import { distance } from "fastest-levenshtein";
import * as z from "zod";
import { FRONT_MATTER_PRESETS } from "../../../src/config/front-matter/presets.js";
import dates from "../../../src/knowledge/date/date-words.json" with { type: "json" };
import descriptions from "../../../src/knowledge/page/description-fields.json" with {
  type: "json",
};
import images from "../../../src/knowledge/picture/image-field-names.json" with { type: "json" };
import type { EngineName } from "../../../src/rule/settings.js";
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
    ...images.names,
    ...descriptions.meta,
    ...descriptions.groups,
    ...descriptions.teasers,
    ...dates.keys,
  ].map(fold),
);

/** Whether an engine, a theme or convention gives a key a meaning. Ordinary words count too: they are not typos. */
export function isKnownKey(key: string): boolean {
  return KNOWN.has(fold(key));
}

/** Keys that a writer may have meant: those of the engine, and those that most sites have. */
export function usualKeys(engine: EngineName): readonly string[] {
  return [...new Set([...table.common, ...presetKeys(engine)])];
}

/** Singular and plural keys for one thing, if the engine reads only the plural when both are given. */
export function twinKeys(engine: EngineName): readonly (readonly [string, string])[] {
  if (table.readsBoth.includes(engine)) return [];
  return table.twins.flatMap(([one, many]) =>
    one !== undefined && many !== undefined ? [[one, many] as const] : [],
  );
}

function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2);
  return at >= 0 && swapped === b;
}

/** Number of typos that turn `meant` into `key`: letters left out, added or changed; swapped neighbors count as one. */
function slips(key: string, meant: string): number {
  return isSwap(key, meant) ? 1 : distance(key, meant);
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
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const meant = candidate.toLowerCase();
    if (written[0] !== meant[0] || written === meant) continue;
    if (`${written}s` === meant || `${meant}s` === written) continue;
    const count = slips(written, meant);
    const allowed = isSwap(written, meant) ? 1 : tolerated(meant.length);
    if (count <= allowed && count < fewest) {
      best = candidate;
      fewest = count;
    }
  }
  return best;
}
