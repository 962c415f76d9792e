import type { Answer } from "./exchange.js";
import marks from "./page-marks.json" with { type: "json" };

/** A page that is itself a wall is short; an article about walls may be long. */
const INTERSTITIAL_LENGTH = 20_000;

/**
 * Whether an answer is a wall against robots rather than the page. Pages that are gone (404, 410) are taken at
 * their word unless the wall says so itself, as many sites have the wall's script on every page.
 */
export function isChallenge({ status, headers, body }: Answer): boolean {
  if (status === 999 || marks.challengeHeaders.some((name) => headers[name] !== undefined))
    return true;
  if (status === 404 || status === 410) return false;
  const text = body.toLowerCase();
  if (status < 400)
    return (
      text.length < INTERSTITIAL_LENGTH && marks.interstitials.some((mark) => text.includes(mark))
    );
  const isWalled = [403, 405, 429, 503].includes(status);
  if (isWalled && /cloudflare|akamai|imperva|datadome|sucuri/i.test(headers.server ?? ""))
    return true;
  return marks.challenges.some((mark) => text.includes(mark));
}

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Whether a domain is for sale: its page says so, or it sends to those who sell it. */
export function isParked(asked: URL, answered: URL, body: string): boolean {
  const sells = ({ hostname }: URL): boolean =>
    marks.parkingHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  if (sells(answered)) return !sells(asked);
  const text = body.toLowerCase();
  return text.length < INTERSTITIAL_LENGTH && marks.parked.some((mark) => text.includes(mark));
}

/** Whether a redirect ends where pages that are gone are sent: the home page, or one that says 404. */
export function isSoftNotFound(asked: URL, answered: URL): boolean {
  if (asked.href === answered.href || isNotFound(asked) || isHome(asked)) return false;
  return isNotFound(answered) || isHome(answered);
}

/** Whether a redirect ends at a form to log in. */
export function isLogin(asked: URL, answered: URL): boolean {
  return !asksToLogIn(asked) && asksToLogIn(answered);
}

function asksToLogIn(url: URL): boolean {
  return (
    /^(?:login|signin|sso|auth|accounts?)\./i.test(url.hostname) ||
    /^(?:(?:user|account)s?[-_])?(?:log[-_]?[io]n|sign[-_]?in|sso|auth|authenticate|authwall)(?:\.\w+)?$/i.test(
      lastSegment(url),
    )
  );
}

function isNotFound(url: URL): boolean {
  return /^(?:error[-_]?)?(?:404|(?:page[-_]?)?not[-_]?found|error)(?:\.\w+)?$/i.test(
    lastSegment(url),
  );
}

function isHome({ pathname, search }: URL): boolean {
  if (search !== "") return false;
  if (/^\/(?:(?:index|default)\.\w+)?$/i.test(pathname)) return true;
  const [, language] = /^\/([a-z]{2}(?:-[a-z]{2})?)\/?$/i.exec(pathname) ?? [];
  return language !== undefined && isLanguage(language);
}

/** `/go` and `/tv` are pages like others, `/de` and `/pt-br` home pages in a language. */
function isLanguage(code: string): boolean {
  return LANGUAGES.of(code) !== undefined;
}

function lastSegment({ pathname }: URL): string {
  return pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
}
