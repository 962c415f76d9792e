import { parsedUrl } from "../../../src/rules.js";
import table from "./profiles.json" with { type: "json" };

const HOSTS: ReadonlySet<string> = new Set(table.hosts);
const PREFIXES: ReadonlySet<string> = new Set(table.prefixes);
const FOLLOW = new RegExp(`(?:^|[^\\p{L}])(?:${table.follow})`, "iu");
/** `@anna` promises a person. */
const NAME = /^@[\w.-]+$/;

/**
 * The service whose profile a link promises and whose home page it leads to; undefined where it leads to a profile, or
 * where the service itself may be meant.
 *
 * @param lead the words before the link
 */
export function emptyProfile(target: string, text: string, lead: string): string | undefined {
  const url = /^https?:/i.test(target) ? parsedUrl(target) : undefined;
  if (url === undefined) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  if (!HOSTS.has(host)) return undefined;
  const path = url.pathname.replace(/^\/|\/$/g, "");
  // A name may follow as a parameter, or behind `#!`.
  if (/[?&][\w-]+=./.test(url.search) || url.hash.length > 1) return undefined;
  if (path !== "") return PREFIXES.has(path) ? host : undefined;
  return NAME.test(text.trim()) || FOLLOW.test(lead) || FOLLOW.test(text) ? host : undefined;
}
