import { BlockList, isIP } from "node:net";
import ranges from "./private-ranges.json" with { type: "json" };

const refused = new BlockList();
for (const [network, prefix] of ranges.ipv4)
  refused.addSubnet(String(network), Number(prefix), "ipv4");
for (const [network, prefix] of ranges.ipv6)
  refused.addSubnet(String(network), Number(prefix), "ipv6");

/** Prefixes of IPv6 that carry an IPv4 address in their last 32 bits: mapped, compatible, NAT64, 6to4's is apart. */
const CARRIERS = /^(?:::ffff:(?:0:)?|::|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Whether an address may be asked from a machine that does not trust its input: public, and of no special use
 * (IANA special-purpose registries: private, loopback, link-local, shared, multicast, reserved, and IPv6 forms
 * that carry such an IPv4 address).
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 0) return false;
  if (family === 4) return !refused.check(bare, "ipv4");
  if (refused.check(bare, "ipv6")) return false;
  const carried = carriedAddress(bare);
  return carried === undefined || !refused.check(carried, "ipv4");
}

/** The IPv4 address inside an IPv6 one, in whatever way it is written. */
function carriedAddress(address: string): string | undefined {
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const dotted = CARRIERS.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const groups = expand(canonical);
  const head = groups.slice(0, 6).join(":");
  if (/^0:0:0:0:0:(?:0|ffff)$/.test(head) || /^0:0:0:0:ffff:0$/.test(head))
    return last32(groups, 6);
  if (head === "64:ff9b:0:0:0:0") return last32(groups, 6);
  return groups[0] === "2002" ? last32(groups, 1) : undefined;
}

function expand(canonical: string): readonly string[] {
  const [left = "", right] = canonical.split("::");
  const before = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? [] : right.split(":");
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
}

function last32(groups: readonly string[], from: number): string {
  const [high = 0, low = 0] = groups
    .slice(from, from + 2)
    .map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
