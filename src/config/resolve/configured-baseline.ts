import { dirname, resolve } from "node:path";
import { isInside } from "../../engine/paths.js";
import type { ConfigIssue } from "../config-error.js";
import { isRoots, type Provenance, type TrustPolicy } from "../load/read-config.js";
import { issueAt } from "../schema/issues.js";
import type { Part } from "./extends.js";

/**
 * The file of known findings that a config or what it extends names, absolute. Only the config of the root may name one, and
 * only inside the project. What may not is added to `issues`.
 */
export function configuredBaseline(
  parts: readonly Part[],
  policy: TrustPolicy,
  provenance: Provenance,
  issues: ConfigIssue[],
): string | undefined {
  const main = parts.at(-1);
  const named = parts.findLast(({ config }) => config.baseline !== undefined);
  if (main === undefined || named?.config.baseline === undefined) return undefined;
  const complain = (message: string, help: string): undefined => {
    issues.push(issueAt(named.source, ["baseline"], "value", message, help));
  };
  if (!isRoots(main.source.file, policy, provenance)) {
    return complain(
      "Only the config in the project root can name a baseline.",
      "Name it there, or use --baseline FILE.",
    );
  }
  const file = resolve(dirname(named.source.file), named.config.baseline);
  if (isInside(file, policy.root)) return file;
  return complain(
    `The baseline "${named.config.baseline}" is outside the project.`,
    "Name a file inside the project, or use --baseline FILE.",
  );
}
