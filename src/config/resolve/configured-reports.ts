import { dirname, resolve } from "node:path";
import { isInside } from "../../engine/paths.js";
import type { ConfigIssue } from "../config-error.js";
import { isRoots, type Provenance, type TrustPolicy } from "../load/read-config.js";
import { issueAt } from "../schema/issues.js";
import type { Part } from "./extends.js";

/** A report that a config asks for. */
export interface ConfiguredReport {
  readonly format: string;
  /** Absolute, inside the project. */
  readonly to: string;
}

/**
 * The reports that a config and what it extends ask for. Only the config of the root may, and only inside the project:
 * a config may come from a stranger. What may not is added to `issues`.
 */
export function configuredReports(
  parts: readonly Part[],
  policy: TrustPolicy,
  provenance: Provenance,
  issues: ConfigIssue[],
): readonly ConfiguredReport[] {
  const main = parts.at(-1);
  const mayAsk = main !== undefined && isRoots(main.source.file, policy, provenance);
  return parts.flatMap(({ source, config: { reports = [] } }) => {
    if (!mayAsk && reports.length > 0) {
      const message = "Only the config in the project root can ask for reports.";
      const help = "Set reports there, or use --format FORMAT=FILE.";
      issues.push(issueAt(source, ["reports"], "key", message, help));
      return [];
    }
    return reports.map(({ format, to }, index) => {
      const file = resolve(dirname(source.file), to);
      if (!isInside(file, policy.root)) {
        const message = `The report "${to}" is outside the project.`;
        const help = "Name a file inside the project, or use --format FORMAT=FILE.";
        issues.push(issueAt(source, ["reports", index, "to"], "value", message, help));
      }
      return { format, to: file };
    });
  });
}
