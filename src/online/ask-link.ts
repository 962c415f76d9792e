import type { OnlineEnvironment, OnlineSettings } from "./contract.js";
import { judge, type Outcome } from "./judge.js";
import type { Link } from "./links.js";
import type { Messenger } from "./messenger.js";
import { travel } from "./trip.js";

/** Upper bound of the first wait before another try; it doubles with every try. */
const BACKOFF_MS = 1_000;

/** Everything that asking takes. */
export interface Asking {
  readonly messenger: Messenger;
  readonly settings: OnlineSettings;
  readonly environment: OnlineEnvironment;
}

/**
 * Asks one address: by HEAD, by GET where HEAD did not say all or the page itself is wanted, and again after
 * failures that may pass, with waits drawn from a doubling range ("full jitter"). Rejects only when the run is ended.
 */
export async function askLink(
  link: Link,
  tries: number,
  first: "HEAD" | "GET",
  asking: Asking,
): Promise<Outcome> {
  const { sleep, random, signal } = asking.environment;
  let method = link.fragments.length > 0 ? "GET" : first;
  for (let attempt = 1; ; attempt++) {
    let outcome = await askOnce(link, method, attempt > 1, asking);
    if (method === "HEAD" && !isSettledByHead(outcome, link)) {
      method = "GET";
      if (isWorthGet(outcome)) outcome = await askOnce(link, method, true, asking);
    }
    if (!outcome.isPassing || attempt >= tries) return outcome;
    if (outcome.verdict.reason !== "rate-limited")
      await sleep(random() * BACKOFF_MS * 2 ** (attempt - 1), signal);
  }
}

async function askOnce(
  link: Link,
  method: "HEAD" | "GET",
  isBegun: boolean,
  { messenger, settings, environment }: Asking,
): Promise<Outcome> {
  const isPart = method === "GET" && link.fragments.length > 0;
  const go = (how: { readonly isPart: boolean; readonly isBegun: boolean }) =>
    travel(link.url, method, how, messenger, settings, environment.env);
  let trip = await go({ isPart, isBegun });
  if (isPart && "answer" in trip.end && trip.end.answer.status === 416)
    trip = await go({ isPart: false, isBegun: true });
  return judge(trip, link.url, environment.now());
}

/** Servers know GET better than HEAD: a HEAD is believed only when all is well. */
function isSettledByHead({ verdict }: Outcome, link: Link): boolean {
  if (verdict.verdict !== "ok") return false;
  return !link.expectsImage || verdict.contentType?.startsWith("image/") === true;
}

/** Whether GET at once may tell more than the HEAD did. */
function isWorthGet({ answer, verdict }: Outcome): boolean {
  if (answer !== undefined) return verdict.reason !== "rate-limited";
  return verdict.reason === "redirect-loop" || verdict.reason === "too-many-redirects";
}
