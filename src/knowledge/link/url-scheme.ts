import { parsedUrl } from "../../article/parsed-url.js";
import { remembered } from "../../article/remembered.js";

/** C0 controls and spaces at either end, tabs and line endings anywhere: dropped before a URL is parsed. */
const DROPPED = /^[\0- ]+|(?<![\0- ])[\0- ]+$|[\t\n\r]+/g;
/** A quick look. */
const HOLDS_SPACE = /[\0- ]/;
const WEB_ADDRESS = /^(?:https?:)?[\\/]{2}/i;
/** An address whose host is plain: small ASCII labels, the last no number, none in Punycode, no port. */
const PLAIN_HOST = /^(?:https?:)?\/\/((?:(?!xn--)[a-z0-9][a-z0-9-]*\.)+[a-z]+)(?=[/?#]|$)/;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** A URL as a browser reads it before parsing (WHATWG URL, basic URL parser, steps 1 to 3). */
export function strippedUrl(value: string): string {
  return HOLDS_SPACE.test(value) ? value.replace(DROPPED, "") : value;
}

/** The scheme of a URL in lower case, without the colon; undefined for a relative one. Entities are already decoded. */
export function schemeOf(value: string): string | undefined {
  return SCHEME.exec(strippedUrl(value))?.[1]?.toLowerCase();
}

/** The host of an absolute or protocol-relative web address in lower case; undefined for anything else. */
export function webHostOf(value: string): string | undefined {
  const url = strippedUrl(value);
  const plain = PLAIN_HOST.exec(url)?.[1];
  if (plain !== undefined) return plain;
  return WEB_ADDRESS.test(url) ? hostOf(url) : undefined;
}

/** Whether an address is one of the web with a plain host, which parses as it is written. */
export function hasPlainHost(url: string): boolean {
  return PLAIN_HOST.test(url);
}

const hostOf = remembered((url) => {
  const hostname = parsedUrl(url, "https://relative.invalid/")?.hostname;
  return hostname === "" ? undefined : hostname;
});

/** Whether a `javascript:` URL does nothing, as in `javascript:void(0)` and `javascript:;`. */
export function isIdleScriptUrl(value: string): boolean {
  return /^javascript:\s*(?:void\s*(?:\(\s*(?:0|'')?\s*\)|0)|undefined|null|return false|false|\/\/)?\s*;*\s*$/i.test(
    strippedUrl(value),
  );
}

/** Whether a host is in a list; an entry also stands for its subdomains. */
export function isHostIn(host: string, list: readonly string[]): boolean {
  if (list.length === 0) return false;
  const wanted = namesIn(list);
  for (let at = 0; ; ) {
    if (wanted.has(host.slice(at))) return true;
    at = host.indexOf(".", at) + 1;
    if (at === 0) return false;
  }
}

/** Lists of the built-in tables and of configs stay; each is folded once. */
const knownNames = new WeakMap<readonly string[], ReadonlySet<string>>();

function namesIn(list: readonly string[]): ReadonlySet<string> {
  const known = knownNames.get(list);
  if (known !== undefined) return known;
  const names = new Set(list.map((entry) => entry.toLowerCase()));
  knownNames.set(list, names);
  return names;
}

/** Whether a host belongs to the site: its own address or one of its further hosts. */
export function isOwnHost(
  host: string,
  site: { readonly url: string | undefined; readonly ownHosts: readonly string[] },
): boolean {
  const own = site.url === undefined ? undefined : webHostOf(site.url);
  return host === own || isHostIn(host, site.ownHosts);
}
