import type { ExternalReason, ExternalVerdict } from "../rule/external.js";
import type { OnlineEnvironment, OnlineSettings } from "./contract.js";
import type { Answer } from "./exchange.js";
import { requestHeaders } from "./host-settings.js";
import type { Messenger } from "./messenger.js";
import { whyNotAsked } from "./never-asked.js";

/** What came of asking an address and following where it sends. */
export interface Trip {
  readonly redirects: ExternalVerdict["redirects"];
  /** Where it ended. */
  readonly at: URL;
  readonly end:
    | { readonly answer: Answer }
    | {
        readonly reason: ExternalReason;
        readonly detail: string;
        /** Whether asking again may help. */
        readonly isPassing: boolean;
      };
  /** Whether a redirect named a fragment of its own. */
  readonly hasOwnFragment: boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks an address and follows its redirects, every hop through the messenger, so that every hop is judged and
 * waits its turn. Cookies live for one trip and go back to the host that set them only.
 */
export async function travel(
  link: URL,
  method: "HEAD" | "GET",
  { isPart, isBegun }: { readonly isPart: boolean; readonly isBegun: boolean },
  messenger: Messenger,
  settings: OnlineSettings,
  env: OnlineEnvironment["env"],
): Promise<Trip> {
  const redirects: ExternalVerdict["redirects"] = [];
  const cookies = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  let at = link;
  let hasOwnFragment = false;
  const ended = (end: Trip["end"]): Trip => ({ redirects, at, end, hasOwnFragment });
  for (;;) {
    const cookie = (cookies.get(at.origin) ?? []).join("; ");
    const place = `${at.href.split("#", 1)[0]} ${cookie}`;
    if (seen.has(place)) return ended(failed("redirect-loop", "it redirects in a loop"));
    if (redirects.length > settings.maxRedirects)
      return ended(
        failed("too-many-redirects", `it redirects more than ${settings.maxRedirects} times`),
      );
    seen.add(place);
    const headers = {
      ...requestHeaders(at, link, settings, env),
      ...(cookie === "" ? {} : { cookie }),
      ...(isPart ? { range: "bytes=0-65535" } : {}),
    };
    const reply = await messenger.send(at, method, headers, isBegun || redirects.length > 0);
    if (!("answer" in reply)) return ended(reply);
    const { status, headers: received, cookies: set } = reply.answer;
    if (set.length > 0) cookies.set(at.origin, set);
    const location = REDIRECTS.has(status) ? received.location : undefined;
    if (location === undefined) return ended(reply);
    const next = targetOf(location, at);
    if (next === undefined)
      return ended(
        failed("unsupported", "it redirects to something that is not an http or https URL"),
      );
    redirects.push({ from: at.href, status, to: next.href });
    if (next.hash !== "") hasOwnFragment = true;
    at = next;
    const skipped = whyNotAsked(at, settings);
    if (skipped !== undefined) return ended(failed("skipped", `it redirects, and ${skipped}`));
  }
}

function failed(reason: ExternalReason, detail: string): Trip["end"] {
  return { reason, detail, isPassing: false };
}

/** Where a `Location` leads. Headers come as Latin-1, but some servers write UTF-8 into them. */
function targetOf(location: string, base: URL): URL | undefined {
  try {
    const url = new URL(Buffer.from(location, "latin1").toString("utf8"), base);
    url.username = "";
    url.password = "";
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
