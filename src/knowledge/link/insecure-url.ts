import type { Edit } from "../../rule/index.js";
import table from "./https-hosts.json" with { type: "json" };
import { isHostIn, isOwnHost, strippedUrl, webHostOf } from "./url-scheme.js";

const EXACT: ReadonlySet<string> = new Set(table.exactHosts);
const SECURE_TOP_LEVELS: ReadonlySet<string> = new Set(table.httpsOnlyTopLevels);
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/;
/** Hosts that stand for the reader's own: `your-server.com`, `my.domain`, `xxx.xxx`. */
const STAND_IN =
  /(?:^|[.-])(?:your|my|some|foo|bar|xxx+)(?:$|[.-])|^(?:your|my)(?:server|site|domain|host|app|blog)/;

/**
 * The host of an address that travels unencrypted and might not have to; undefined for others. Loopback and
 * numeric hosts, reserved names (RFC 2606, RFC 6761), local names, XML namespaces and odd ports count as others.
 */
export function insecureHostOf(url: string): string | undefined {
  const address = strippedUrl(url);
  if (!/^http:\/\//i.test(address)) return undefined;
  const host = webHostOf(address);
  if (host === undefined || !host.includes(".") || ADDRESS.test(host)) return undefined;
  if (isHostIn(host, table.reserved) || isHostIn(host, table.local) || STAND_IN.test(host)) {
    return undefined;
  }
  const rest = address.slice("http://".length);
  if (/^[^/?#]*:(?!80(?:[/?#]|$))\d+/.test(rest)) return undefined;
  return table.namespaces.some((start) => rest.startsWith(start)) ? undefined : host;
}

/**
 * Whether a host is known to answer over https, by the bundled list or because it is the site's own.
 *
 * @param further hosts that are known as well; none when absent
 */
export function answersSecurely(
  host: string,
  site: { readonly url: string | undefined; readonly ownHosts: readonly string[] },
  further: readonly string[] = [],
): boolean {
  const topLevel = host.slice(host.lastIndexOf(".") + 1);
  if (EXACT.has(host) || SECURE_TOP_LEVELS.has(topLevel)) return true;
  if (isHostIn(host, table.hosts) || isHostIn(host, further)) return true;
  return site.url?.startsWith("https:") === true && isOwnHost(host, site);
}

/** The first hosts by name, the others by number: `a.org, b.org, c.org and 4 more`. */
export function hostNames(hosts: readonly string[]): string {
  const shown = hosts.slice(0, 3).join(", ");
  return hosts.length > 3 ? `${shown} and ${hosts.length - 3} more` : shown;
}

/** What changes `http:` to `https:`: safe where the hosts are known to answer, else for the writer to try. */
export function secureChanges(edits: readonly Edit[], known: boolean) {
  if (edits.length === 0) return {};
  if (known) return { fix: edits };
  return { suggestions: [{ message: "Change http:// to https:// (try the URL first)", edits }] };
}

/** The one letter that makes `http:` `https:`; `start` is the offset of the address. */
export function secureEdit(start: number): Edit {
  const at = start + "http".length;
  return { start: at, end: at, text: "s" };
}
