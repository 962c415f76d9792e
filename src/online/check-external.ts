import { setMaxListeners } from "node:events";
import type { ExternalRequest, ExternalVerdict } from "../rule/external.js";
import { askAll } from "./ask-all.js";
import {
  type Cache,
  cacheText,
  isKept,
  type Kept,
  keptFor,
  mergeCaches,
  readCache,
} from "./cache.js";
import type { OnlineEnvironment, OnlineResult, OnlineSettings } from "./contract.js";
import { fragmentOf, type Link, linksOf } from "./links.js";
import { whyNotAsked } from "./never-asked.js";
import { plainVerdict } from "./plain-verdict.js";

/**
 * Asks every external address once and judges it: ok, broken, or unknown, which never fails a run.
 * Never rejects for what the network does; resolves early when `environment.signal` is aborted.
 */
export async function checkExternal(
  requests: readonly ExternalRequest[],
  settings: OnlineSettings,
  environment: OnlineEnvironment,
): Promise<OnlineResult> {
  const { now, signal, cache: store, progress } = environment;
  const links = linksOf(requests, settings.fragments);
  const cache = readCache(store?.read());
  const judged = new Map<Link, Kept>();
  const toAsk: Link[] = [];
  let fromCache = 0;
  for (const link of links) {
    const known = keptFor(link, cache, now());
    const skipped = whyNotAsked(link.url, settings);
    if (skipped !== undefined) judged.set(link, plain(link, "skipped", skipped, now()));
    else if (known !== undefined) {
      judged.set(link, known);
      fromCache++;
    } else if (settings.offline !== true) toAsk.push(link);
  }
  progress?.(judged.size, links.length);
  const known = judged.size;
  const end = endOf(settings, signal);
  const asked = await askAll(toAsk, settings, { ...environment, signal: end }, (done) => {
    progress?.(known + done, links.length);
  });
  for (const [link, kept] of asked) judged.set(link, kept);
  if (store !== undefined && asked.size > 0) {
    const news: Cache = new Map(
      [...asked]
        .filter(([, { verdict }]) => isKept(verdict))
        .map(([link, kept]) => [link.url.href, kept]),
    );
    store.write(cacheText(mergeCaches(readCache(store.read()), news, now())));
  }
  return {
    verdicts: verdictsOf(requests, links, judged, { settings, now: now(), isLate: end.aborted }),
    interrupted: signal?.aborted === true,
    asked: asked.size,
    fromCache,
  };
}

/** Aborted when the user ends the run, or its time is over. */
function endOf({ deadlineMs }: OnlineSettings, signal: AbortSignal | undefined): AbortSignal {
  const deadline = AbortSignal.timeout(deadlineMs);
  const end = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  // Every request under way listens.
  setMaxListeners(0, end);
  return end;
}

function verdictsOf(
  requests: readonly ExternalRequest[],
  links: readonly Link[],
  judged: ReadonlyMap<Link, Kept>,
  scene: { readonly settings: OnlineSettings; readonly now: number; readonly isLate: boolean },
): ReadonlyMap<string, ExternalVerdict> {
  const { settings, now, isLate } = scene;
  const notAsked = isLate ? "there was no time left to request it" : "it was not requested";
  const unknown = (reason: "not-asked" | "unsupported", detail: string): ExternalVerdict =>
    plainVerdict("unknown", reason, detail, now);
  const verdicts = new Map(
    requests.map(({ url }) => [url, unknown("unsupported", "it is not an http or https URL")]),
  );
  for (const link of links) {
    const kept = judged.get(link);
    for (const { url } of link.requests) {
      const fragment = settings.fragments ? fragmentOf(url) : "";
      const found = kept?.fragments[fragment];
      verdicts.set(
        url,
        kept === undefined
          ? unknown("not-asked", notAsked)
          : { ...kept.verdict, ...(found === undefined ? {} : { fragment: found }) },
      );
    }
  }
  return verdicts;
}

function plain(link: Link, reason: "skipped", detail: string, now: number): Kept {
  const verdict = plainVerdict("unknown", reason, detail, now);
  return { verdict, expectsImage: link.expectsImage, fragments: {} };
}
