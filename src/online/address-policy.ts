import { BlockList, isIP } from "node:net";
import ranges from "./private-ranges.json" with { type: "json" };

const refused = new BlockList();
for (const [network, prefix] of ranges.ipv4)
  refused.addSubnet(String(network), Number(prefix), "ipv4");
for (const [network, prefix] of ranges.ipv6)
  refused.addSubnet(String(network), Number(prefix), "ipv6");

/** Addresses that belong to machines on the internet (RFC 4291: global unicast); IPv6 has no others. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/**
 * Whether an address may be asked from a machine that does not trust its input: public, and of no special use
 * (IANA special-purpose registries: private, loopback, link-local, shared, multicast, reserved). An IPv6 address
 * that carries an IPv4 one (mapped, NAT64, 6to4) is judged by the one it carries.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) return !refused.check(bare, "ipv4");
  if (family !== 6) return false;
  const carried = carriedAddress(bare);
  if (carried !== undefined) return !refused.check(carried, "ipv4");
  return global.check(bare, "ipv6") && !refused.check(bare, "ipv6");
}

/** The IPv4 address inside an IPv6 one, in whatever way it is written. */
function carriedAddress(address: string): string | undefined {
  const groups = groupsOf(new URL(`http://[${address}]/`).hostname.slice(1, -1));
  const head = groups.slice(0, 6).join(":");
  if (head === "0:0:0:0:0:ffff" || head === "64:ff9b:0:0:0:0") return dotted(groups, 6);
  return groups[0] === "2002" ? dotted(groups, 1) : undefined;
}

/** The eight groups of an address as `URL` writes it. */
function groupsOf(canonical: string): readonly string[] {
  const [left = "", right] = canonical.split("::");
  const before = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? [] : right.split(":");
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
}

function dotted(groups: readonly string[], from: number): string {
  const [high = 0, low = 0] = groups
    .slice(from, from + 2)
    .map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
