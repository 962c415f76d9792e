import {
  editDistance,
  isHostIn,
  parsedUrl,
  percentDecoded,
  type Range,
} from "../../../src/rules.js";
import table from "./address-texts.json" with { type: "json" };

/** A whole address, without signs that stand for a part of it. */
const ADDRESS = /^(?:https?:\/\/|www\.)[^\s<>{}[\]$*…|]+$/i;
/** A host and a path without a scheme. */
const WITHOUT_SCHEME =
  /^(?:[a-z\d-]+\.)+(?:com|org|net|io|dev|app|edu|gov|co|cn|jp|de|fr|uk|eu|me|info)\/[^\s<>{}[\]$*…|]+$/i;
/** Names of hosts that are made up or local, and parts that readers replace. */
const MADE_UP = /(?:^|\.)(?:example(?:\.\w+)?|localhost|local|test|invalid)$|^[\d.]+$|\byour/i;
const LOCAL = /^(?:localhost|127\.0\.0\.1)$/;
/** Shorter names are a letter off others. */
const LEAST_SLIP = 6;
const VERSION = /^v?\d+(?:\.[\dx]+)+$|^(?:latest|stable|current|master|main|next|dev|head)$/i;
/** A language in a path or a host: `en`, `zh-cn`, `pt_BR`. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/**
 * Whether the text of a link is the address of one page, and its target that of another. Addresses of one page differ in
 * scheme, letter case, language, query and the like; shorteners and archives have addresses for pages of others.
 */
export function namesOtherAddress(text: string, target: string): boolean {
  if (MAIL.test(text) && /^mailto:/i.test(target)) return isOtherMailbox(text, target);
  if (!ADDRESS.test(text) && !WITHOUT_SCHEME.test(text)) return false;
  // An address that is cut off says so.
  if (text.endsWith("..") || !/^(?:https?:)?\/\//i.test(target)) return false;
  const shown = parsedUrl(/^https?:/i.test(text) ? text : `https://${text}`);
  const meant = parsedUrl(target.startsWith("//") ? `https:${target}` : target);
  if (shown === undefined || meant === undefined) return false;
  if (LOCAL.test(meant.hostname)) return !isStandIn(shown.hostname);
  if ([shown, meant].some(({ hostname }) => isStandIn(hostname))) return false;
  const [one, other] = [bareHost(shown), bareHost(meant)];
  // Another host may be a former, a short or a new one, but not where it is a letter off.
  if (one !== other)
    return areSlips(one, other) && partsOf(shown).join("/") === partsOf(meant).join("/");
  return differAtEnd(partsOf(shown), partsOf(meant), /^https?:/i.test(text) ? 1 : 2);
}

/** A link whose text is an address of its own, as links of an article are compared. */
interface AddressLink {
  readonly range: Range;
  readonly text: string;
  readonly target: string;
}

/** Links with an address on one host as text and the target of another link, whose text is that target. */
export function copiedTargets<Link extends AddressLink>(links: readonly Link[]): readonly Link[] {
  const named = new Set<string>();
  const others: Link[] = [];
  for (const link of links) {
    if (!/^https?:\/\//i.test(link.text) || !ADDRESS.test(link.text)) continue;
    const [shown, meant] = [parsedUrl(link.text), parsedUrl(link.target)];
    if (shown === undefined || meant === undefined) continue;
    if (shown.href === meant.href) named.add(meant.href);
    else if (bareHost(shown) !== bareHost(meant) && !isStandIn(meant.hostname)) others.push(link);
  }
  return others.filter(({ target }) => named.has(parsedUrl(target)?.href ?? ""));
}

const MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** Whether a mail address that is a link's text is not the one that it writes to. */
function isOtherMailbox(text: string, target: string): boolean {
  const [mailbox = ""] = target.slice("mailto:".length).split("?");
  const meant = decoded(mailbox).trim();
  return MAIL.test(meant) && meant.toLowerCase() !== text.toLowerCase();
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

/**
 * Whether two paths of one host differ in their last part only, or by a letter in one part. Sites move pages to other folders, and lead
 * on from the former address.
 */
function differAtEnd(shown: readonly string[], meant: readonly string[], least: number): boolean {
  if (shown.length !== meant.length || shown.length < least) return false;
  const [at, ...more] = shown.flatMap((part, index) => (part === meant[index] ? [] : [index]));
  if (at === undefined || more.length > 0) return false;
  const [one = "", other = ""] = [shown[at], meant[at]];
  if (VERSION.test(one) || VERSION.test(other)) return false;
  if (at < shown.length - 1) return areSlips(one, other);
  // `a-b` for `a_b`, and a short name for a long one.
  const [plain, otherPlain] = [one, other].map((part) => part.replace(/[^\p{L}\p{N}]/gu, ""));
  return plain !== otherPlain && !one.includes(other) && !other.includes(one);
}

function areSlips(one: string, other: string): boolean {
  return (
    Math.min(one.length, other.length) >= LEAST_SLIP &&
    !/\d/.test(one + other) &&
    editDistance(one, other) === 1
  );
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
