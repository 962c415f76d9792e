import * as z from "zod";
import { type ExternalVerdict, externalVerdictSchema } from "../rule/external.js";
import type { Link } from "./links.js";

const HOUR_MS = 3_600_000;

/** How long a verdict counts. */
const LIFETIME_MS = { ok: 168 * HOUR_MS, broken: 24 * HOUR_MS, unknown: HOUR_MS } as const;

/** What was decided without the network is decided anew. */
const NEVER_KEPT = new Set(["skipped", "not-asked", "private-address", "unsupported"]);

const keptSchema = z.strictObject({
  verdict: externalVerdictSchema,
  /** Whether the answer was looked at as that of a picture. */
  expectsImage: z.boolean(),
  /** By fragment, as written. */
  fragments: z.record(z.string(), z.enum(["found", "absent", "unknown"])),
});

const cacheSchema = z.strictObject({
  version: z.literal(1),
  /** By address, without fragment. */
  addresses: z.record(z.string(), keptSchema),
});

/** A verdict on an address, kept from an earlier run. */
export type Kept = z.infer<typeof keptSchema>;

/** Verdicts by address, without fragment. */
export type Cache = ReadonlyMap<string, Kept>;

/** The verdicts in a text; none when it cannot be read, is damaged, or of another version. */
export function readCache(text: string | undefined): Cache {
  try {
    const { addresses } = cacheSchema.parse(JSON.parse(text ?? ""));
    return new Map(Object.entries(addresses));
  } catch {
    return new Map();
  }
}

/** The text of a cache: sorted, so that equal caches are equal texts. */
export function cacheText(cache: Cache): string {
  const addresses = Object.fromEntries(
    [...cache].toSorted(([first], [second]) => (first < second ? -1 : 1)),
  );
  return `${JSON.stringify({ version: 1, addresses }, undefined, 1)}\n`;
}

/** Both caches in one, the newer verdict of each address; what counts no more at `now` is dropped. */
export function mergeCaches(first: Cache, second: Cache, now: number): Cache {
  const merged = new Map<string, Kept>();
  for (const [address, kept] of [...first, ...second]) {
    const other = merged.get(address);
    if (!isFresh(kept, now)) continue;
    if (other === undefined || other.verdict.checkedAt <= kept.verdict.checkedAt)
      merged.set(address, kept);
  }
  return merged;
}

/** The kept verdict on a link, when it still counts and answers all that the link asks. */
export function keptFor(link: Link, cache: Cache, now: number): Kept | undefined {
  const kept = cache.get(link.url.href);
  if (kept === undefined || !isFresh(kept, now)) return undefined;
  if (link.expectsImage && !kept.expectsImage) return undefined;
  const isKnown = link.fragments.every((fragment) => Object.hasOwn(kept.fragments, fragment));
  return isKnown || kept.verdict.verdict !== "ok" ? kept : undefined;
}

/** Whether a verdict is worth keeping. */
export function isKept({ reason }: ExternalVerdict): boolean {
  return !NEVER_KEPT.has(reason);
}

function isFresh({ verdict }: Kept, now: number): boolean {
  const age = now - Date.parse(verdict.checkedAt);
  return age >= 0 && age < LIFETIME_MS[verdict.verdict];
}
