import { isHostIn, parsedUrl, percentDecoded } from "../../../src/rules.js";
import table from "./redirectors.json" with { type: "json" };

const WEB = /^https?:\/\//i;
/** Redirectors may be nested, up to this depth. */
const MAX_DEPTH = 6;
const PATHS: readonly string[] = table.pathsAnywhere;

/**
 * The URL that a known redirector finally leads to, unwrapped as often as needed; undefined where the URL is not
 * that of a redirector or does not contain its target.
 */
export function redirectTarget(url: string): string | undefined {
  let current: string | undefined;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const inner = unwrapOnce(current ?? url);
    if (inner === undefined) break;
    current = inner;
  }
  return current;
}

function unwrapOnce(address: string): string | undefined {
  const url = WEB.test(address) ? parsedUrl(address) : undefined;
  if (url === undefined) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  const inner = wholeQuery(url, host) ?? parameterOf(url, host);
  if (inner === undefined || !WEB.test(inner)) return undefined;
  return parsedUrl(inner)?.hostname.includes(".") === true ? inner : undefined;
}

function wholeQuery(url: URL, host: string): string | undefined {
  const place = host + url.pathname.replace(/\/$/, "");
  if (!table.wholeQuery.includes(place)) return undefined;
  return percentDecoded(url.search.slice(1));
}

function parameterOf(url: URL, host: string): string | undefined {
  const path = url.pathname.toLowerCase().replace(/\/$/, "");
  for (const { host: known, path: wanted, parameters } of table.redirectors) {
    const isKnown = known.endsWith(".*")
      ? host.startsWith(known.slice(0, -1)) || host.includes(`.${known.slice(0, -1)}`)
      : isHostIn(host, [known]);
    if (!isKnown || path !== wanted.toLowerCase().replace(/\/$/, "")) continue;
    return firstOf(url, parameters);
  }
  const looksLikeOne =
    PATHS.some((end) => path.endsWith(end)) ||
    (path === "" && table.hostsAnywhere.some((start) => host.startsWith(start)));
  return looksLikeOne ? firstOf(url, table.parametersAnywhere) : undefined;
}

function firstOf(url: URL, parameters: readonly string[]): string | undefined {
  for (const name of parameters) {
    const value = url.searchParams.get(name);
    if (value !== null && WEB.test(value)) return value;
  }
  return undefined;
}
