import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import type { Answer } from "./exchange.js";
import marks from "./page-marks.json" with { type: "json" };

const CHALLENGES = marks.challenges.map((mark) => mark.toLowerCase());
const PARKED = marks.parked.map((mark) => mark.toLowerCase());

/** Whether an answer is a wall against robots rather than the page. */
export function isChallenge({ status, headers, body }: Answer): boolean {
  if (status === 999 || headers["cf-mitigated"] !== undefined) return true;
  if (status < 400) return false;
  if (/cloudflare|akamai|imperva|datadome|sucuri/i.test(headers.server ?? "")) return true;
  const text = body.toLowerCase();
  return CHALLENGES.some((mark) => text.includes(mark));
}

/** Whether a page says that its domain is for sale. */
export function isParked(body: string): boolean {
  const text = body.toLowerCase();
  return PARKED.some((mark) => text.includes(mark));
}

/** Whether a redirect ends where pages that are gone are sent: the home page, or one that says 404. */
export function isSoftNotFound(asked: URL, answered: URL): boolean {
  if (asked.href === answered.href) return false;
  if (/(?:^|[/_-])(?:404|not-?found|error)(?:[/._-]|$)/i.test(answered.pathname)) return true;
  return asked.pathname.replace(/\/$/, "") !== "" && isHome(answered);
}

/** Whether a redirect ends at a form to log in. */
export function isLogin(asked: URL, answered: URL): boolean {
  const login = /(?:^|[/_.-])(?:log-?in|sign-?in|sso|auth|accounts?)(?:[/_.-]|$)/i;
  return !login.test(asked.pathname) && login.test(answered.pathname);
}

function isHome({ pathname, search }: URL): boolean {
  return /^\/(?:index\.\w+|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(pathname) && search === "";
}

/** Whether a fragment is a target in a page. Of the beginning of a page only what is there is certain. */
export function findFragment(
  { body, isWhole, headers }: Answer,
  fragment: string,
): "found" | "absent" | "unknown" {
  if (fragment === "" || /^top$/i.test(fragment) || fragment.includes(":~:")) return "found";
  if (/^(?:L\d+|[!/])/.test(fragment)) return "unknown";
  if (!/html/i.test(headers["content-type"] ?? "")) return "unknown";
  const ids = idsOf(body);
  const spellings = [fragment, decode(fragment)];
  if (spellings.some((name) => ids.has(name) || ids.has(`user-content-${name}`))) return "found";
  return isWhole && ids.size > 0 ? "absent" : "unknown";
}

function idsOf(body: string): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(fromHtml(body), "element", ({ tagName, properties }) => {
    if (typeof properties.id === "string") ids.add(properties.id);
    if (tagName === "a" && typeof properties.name === "string") ids.add(properties.name);
  });
  return ids;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
