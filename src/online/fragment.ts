import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { percentDecoded } from "../article/percent-decoded.js";
import type { Answer } from "./exchange.js";
import marks from "./page-marks.json" with { type: "json" };

/**
 * Whether a fragment is a target in a page (HTML §7.4.6.4). Absent is said only of a whole page that does not make
 * its targets by script.
 */
export function findFragment(
  { body, isWhole, headers }: Answer,
  hostname: string,
  fragment: string,
): "found" | "absent" | "unknown" {
  const [name = ""] = fragment.split(":~:", 1);
  if (name === "" || /^top$/i.test(name)) return "found";
  if (!/html/i.test(headers["content-type"] ?? "")) return "unknown";
  const targets = targetsOf(body);
  if (targets === undefined) return "unknown";
  for (const spelling of [name, percentDecoded(name)]) {
    if (targets.names.has(spelling) || targets.names.has(`user-content-${spelling}`))
      return "found";
  }
  const isScripted =
    targets.isMounted || marks.scriptedHosts.includes(hostname) || /^(?:L\d|[!/])/.test(name);
  return isWhole && !isScripted ? "absent" : "unknown";
}

interface Targets {
  readonly names: ReadonlySet<string>;
  /** Whether a script fills an empty element with the page. */
  readonly isMounted: boolean;
}

/** Undefined for pages that are nested too deep to be read. */
function targetsOf(body: string): Targets | undefined {
  const names = new Set<string>();
  let isMounted = false;
  const waiting: Nodes[] = [];
  try {
    waiting.push(fromHtml(body));
  } catch {
    return undefined;
  }
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "element") {
      const { id, name } = node.properties;
      if (typeof id === "string") {
        names.add(id);
        isMounted ||= isMount(id) && node.children.length === 0;
      }
      if (node.tagName === "a" && typeof name === "string") names.add(name);
    }
    if ("children" in node) waiting.push(...node.children);
  }
  return { names, isMounted };
}

/** Whether an id is one that scripts fill with a page: a usual name, or one that begins with underscores. */
function isMount(id: string): boolean {
  return marks.mountIds.includes(id) || /^__/.test(id);
}
