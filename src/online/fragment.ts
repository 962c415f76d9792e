import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { checkLimits } from "../article/limits.js";
import { percentDecoded } from "../article/percent-decoded.js";
import type { Answer } from "./exchange.js";
import marks from "./page-marks.json" with { type: "json" };

/**
 * Whether a fragment is a target in a page (HTML §7.4.6.4). Absent is said only of a whole page that does not make
 * its targets by script.
 */
export function findFragment(
  answer: Answer,
  hostname: string,
  fragment: string,
): "found" | "absent" | "unknown" {
  const { isWhole, headers } = answer;
  const [name = ""] = fragment.split(":~:", 1);
  if (name === "" || /^top$/i.test(name)) return "found";
  if (!/html/i.test(headers["content-type"] ?? "")) return "unknown";
  const targets = targetsIn(answer);
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

const known = new WeakMap<Answer, Targets | "unread">();

function targetsIn(answer: Answer): Targets | undefined {
  const targets = known.get(answer) ?? targetsOf(answer.body) ?? "unread";
  known.set(answer, targets);
  return targets === "unread" ? undefined : targets;
}

/** Undefined for pages that are beyond the limits of articles. */
function targetsOf(body: string): Targets | undefined {
  if (checkLimits(body, "html").length > 0) return undefined;
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
    if ("children" in node) for (const child of node.children) waiting.push(child);
  }
  return { names, isMounted };
}

/** Whether an id is one that scripts fill with a page: a usual name, or one that begins with underscores. */
function isMount(id: string): boolean {
  return marks.mountIds.includes(id) || /^__/.test(id);
}
