import type { Redirect, RedirectStep } from "../../facts/redirects.js";
import { publicAddress } from "./base-path.js";

/** Statuses of redirects that are there to stay (RFC 9110 §15.4). */
const PERMANENT = new Set([301, 308]);

/** Paths that hosts answer themselves. */
const HOST_PATHS = /^\/(?:\.netlify|\.well-known|cdn-cgi|_vercel|api)\//;

/** Whether the host answers at an address, not the site. */
export function isHostPath(address: string): boolean {
  return HOST_PATHS.test(address);
}

/** Whether a redirect leads to the same target from every address that it answers. */
export function hasOneTarget({ isPattern, to }: Redirect): boolean {
  return !isPattern || !/[:$[]/.test(to);
}

/** Whether redirects lead back to where they came by. A rewrite ends the way: it shows its target at once. */
export function isCircle(steps: readonly RedirectStep[]): boolean {
  const last = steps.at(-1);
  if (last === undefined || last.status === 200) return false;
  const end = placeOf(last.to);
  return steps.some(({ from }) => placeOf(from) === end);
}

/** Whether every reader is sent on, for good. */
export function isLasting(steps: readonly RedirectStep[]): boolean {
  return steps.every(({ status, conditional }) => PERMANENT.has(status) && conditional !== true);
}

/** The addresses on the way, for a person: `/a → /b → /c`. */
export function chainText(steps: readonly RedirectStep[], siteUrl: string | undefined): string {
  return [...steps.map(({ from }) => from), steps.at(-1)?.to ?? ""]
    .map((address) => publicAddress(address, siteUrl))
    .join(" → ");
}

/** An address without query, fragment and the slash at its end. */
function placeOf(address: string): string {
  const end = address.search(/[?#]/);
  const path = end === -1 ? address : address.slice(0, end);
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
