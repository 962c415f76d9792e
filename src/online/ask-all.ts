import { archiveOf } from "./archive.js";
import { type Asking, askLink } from "./ask-link.js";
import type { Kept } from "./cache.js";
import type { OnlineEnvironment, OnlineSettings } from "./contract.js";
import { createExchange } from "./exchange.js";
import { findFragment } from "./fragment.js";
import type { Outcome } from "./judge.js";
import type { Link } from "./links.js";
import { Messenger } from "./messenger.js";

/** The second pass comes so long after the last failure at least: what failed for a moment may have passed. */
const SECOND_PASS_AFTER_MS = 2_000;

/** A name that IANA keeps for good: where it is unknown, it is our own network that knows no names. */
const NAME_THAT_EXISTS = "example.com";

/**
 * Asks all links, hosts side by side, and once more, slowly, what failed in a way that may pass.
 * Ends early when the run is aborted: links without an outcome are left out then.
 */
export async function askAll(
  links: readonly Link[],
  settings: OnlineSettings,
  environment: OnlineEnvironment,
  progress: (done: number) => void,
): Promise<ReadonlyMap<Link, Kept>> {
  if (links.length === 0) return new Map();
  const exchange = createExchange(settings, environment);
  const messenger = new Messenger(exchange, settings, environment);
  const asking: Asking = { messenger, settings, environment };
  const known = new Map<Link, Kept>();
  const passing = new Set<Link>();
  let failedAt = 0;
  const ask = async (link: Link, tries: number, first: "HEAD" | "GET"): Promise<void> => {
    const outcome = await askLink(link, tries, first, asking);
    known.set(link, keptOf(link, outcome));
    if (outcome.isPassing) {
      passing.add(link);
      failedAt = environment.now();
    }
    progress(known.size);
  };
  try {
    await all(links, (link) => ask(link, settings.retries + 1, "HEAD"));
    if (passing.size > 0) {
      const rest = failedAt + SECOND_PASS_AFTER_MS - environment.now();
      if (rest > 0) await environment.sleep(rest, environment.signal);
      messenger.beginSecondPass();
      await all([...passing], (link) => ask(link, 1, "GET"));
    }
    await forgetUnknownHosts(known, environment);
    if (settings.suggestArchive) await addArchives(known, asking);
  } catch (error) {
    if (environment.signal?.aborted !== true) throw error;
  } finally {
    await exchange.close();
  }
  return known;
}

/** Does work for all, also when it fails for one; fails in the end when it failed for any. */
async function all<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const results = await Promise.allSettled(items.map(work));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

function keptOf(link: Link, { verdict, answer, trip }: Outcome): Kept {
  const find = (fragment: string) =>
    answer === undefined || verdict.verdict !== "ok" || trip.hasOwnFragment
      ? "unknown"
      : findFragment(answer, trip.at.hostname, fragment);
  const fragments = Object.fromEntries(link.fragments.map((name) => [name, find(name)]));
  return { verdict, expectsImage: link.expectsImage, fragments };
}

/** Where not even a name that surely exists is known, nothing is known of the others. */
async function forgetUnknownHosts(
  known: Map<Link, Kept>,
  { resolver }: OnlineEnvironment,
): Promise<void> {
  const lost = [...known].filter(([, { verdict }]) => verdict.reason === "no-such-host");
  if (lost.length === 0 || (await isKnown(NAME_THAT_EXISTS, resolver))) return;
  const detail = "no host name can be resolved, so there seems to be no network";
  for (const [link, kept] of lost) {
    const verdict = { ...kept.verdict, verdict: "unknown", reason: "not-asked", detail } as const;
    known.set(link, { ...kept, verdict });
  }
}

async function isKnown(name: string, resolver: OnlineEnvironment["resolver"]): Promise<boolean> {
  try {
    return (await resolver(name)).length > 0;
  } catch {
    return false;
  }
}

async function addArchives(known: Map<Link, Kept>, asking: Asking): Promise<void> {
  const broken = [...known].filter(([, { verdict }]) => verdict.verdict === "broken");
  await all(broken, async ([link, kept]) => {
    const archive = await archiveOf(link.url.href, asking);
    if (archive !== undefined) known.set(link, { ...kept, verdict: { ...kept.verdict, archive } });
  });
}
