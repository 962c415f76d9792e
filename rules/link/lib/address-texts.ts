import { isHostIn, parsedUrl, percentDecoded } from "../../../src/rules.js";
import table from "./address-texts.json" with { type: "json" };

/** A whole address, without signs that stand for a part of it. */
const ADDRESS = /^(?:https?:\/\/|www\.)[^\s<>{}[\]$*…|]+$/i;
/** A host and a path without a scheme. */
const WITHOUT_SCHEME =
  /^(?:[a-z\d-]+\.)+(?:com|org|net|io|dev|app|edu|gov|co|cn|jp|de|fr|uk|eu|me|info)\/[^\s<>{}[\]$*…|]+$/i;
/** Names of hosts that are made up or local, and parts that readers replace. */
const MADE_UP = /(?:^|\.)(?:example(?:\.\w+)?|localhost|local|test|invalid)$|^[\d.]+$|\byour/i;
/** A language in a path or a host: `en`, `zh-cn`, `pt_BR`. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/**
 * Whether the text of a link is the address of one page, and its target that of another. Addresses of one page differ in
 * scheme, letter case, language, query and the like; shorteners and archives have addresses for pages of others.
 */
export function namesOtherAddress(text: string, target: string): boolean {
  if (!ADDRESS.test(text) && !WITHOUT_SCHEME.test(text)) return false;
  // An address that is cut off says so.
  if (/\.{2,}$/.test(text) || !/^(?:https?:)?\/\//i.test(target)) return false;
  const shown = parsedUrl(/^https?:/i.test(text) ? text : `https://${text}`);
  const meant = parsedUrl(target.startsWith("//") ? `https:${target}` : target);
  if (shown === undefined || meant === undefined) return false;
  if ([shown, meant].some(({ hostname }) => isStandIn(hostname))) return false;
  // Redirectors, proxies and archives have the address within theirs.
  if (decoded(target).slice(8).includes(bareHost(shown)))
    return isSameHost(shown, meant) && areOther(shown, meant);
  return !isSameHost(shown, meant) || areOther(shown, meant);
}

function isStandIn(host: string): boolean {
  return (
    MADE_UP.test(host) || !host.includes(".") || isHostIn(host.replace(/^www\./, ""), table.hosts)
  );
}

/** A host without the parts that say how or in which language a page is shown. */
function bareHost({ hostname }: URL): string {
  const parts = hostname.toLowerCase().split(".");
  while (
    parts.length > 2 &&
    (/^(?:www\d?|m|mobile)$/.test(parts[0] ?? "") || LANGUAGE.test(parts[0] ?? ""))
  )
    parts.shift();
  return parts.join(".");
}

function isSameHost(one: URL, other: URL): boolean {
  return bareHost(one) === bareHost(other);
}

/** Whether two paths of a host are those of two pages, none of which is below the other. */
function areOther(one: URL, other: URL): boolean {
  const [shown, meant] = [partsOf(one), partsOf(other)];
  const shorter = Math.min(shown.length, meant.length);
  return shown.slice(0, shorter).some((part, index) => part !== meant[index]);
}

function partsOf({ pathname }: URL): readonly string[] {
  return decoded(pathname)
    .toLowerCase()
    .replace(/\/(?:index|default)\.\w+$|\.(?:html?|php|aspx?|md)$/, "")
    .split("/")
    .filter((part) => part !== "" && !LANGUAGE.test(part));
}

function decoded(text: string): string {
  return percentDecoded(text) ?? text;
}
