import { remembered } from "../article/remembered.js";
import { literally } from "../patterns/around.js";
import { usablePattern } from "../patterns/linear.js";
import type { OnlineSettings } from "./contract.js";
import { fitsHost, hostSettings } from "./host-settings.js";

/** Names that stand for no host, in texts about hosts (RFC 2606, RFC 6761). */
const EXAMPLE_HOSTS =
  /^(?:.+\.)?(?:test|example|invalid|localhost|example\.com|example\.net|example\.org)\.?$/i;

/** Why an address is not asked at all, in words; undefined when it may be. */
export function whyNotAsked(url: URL, settings: OnlineSettings): string | undefined {
  if (EXAMPLE_HOSTS.test(url.hostname) && !settings.allowPrivate)
    return `${url.hostname} is reserved for examples`;
  if (hostSettings(settings, url.hostname).skip === true) return `${url.hostname} is skipped`;
  const pattern = settings.skip.find((one) => fitsPattern(one, url));
  return pattern === undefined ? undefined : `it is skipped by \`${pattern}\``;
}

function fitsPattern(pattern: string, url: URL): boolean {
  if (!pattern.includes("/")) return fitsHost(pattern, url.hostname);
  return asked(pattern).test(url.href);
}

const asked = remembered((pattern: string) =>
  usablePattern(`^${pattern.split("*").map(literally).join(".*")}$`, "i"),
);
