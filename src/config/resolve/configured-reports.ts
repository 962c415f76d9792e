import { dirname, resolve } from "node:path";
import { isInside } from "../../engine/paths.js";
import type { ConfigIssue } from "../config-error.js";
import { formatterModule, namesFormatter } from "../load/formatter-module.js";
import { isRoots, isRunnable, type Provenance, type TrustPolicy } from "../load/read-config.js";
import type { KeyPath } from "../load/source.js";
import { issueAt } from "../schema/issues.js";
import type { Part } from "./extends.js";

/** A report that a config asks for. */
export interface ConfiguredReport {
  /** As the config names it. */
  readonly format: string;
  /** The module of a formatter of one's own, absolute; undefined for formats of copydesk. */
  readonly formatter: string | undefined;
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
  return parts.flatMap((part) => {
    const { source, config } = part;
    const { reports = [] } = config;
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
      const at = ["reports", index, "format"];
      const formatter = namesFormatter(format)
        ? formatterOf(format, part, at, policy, issues)
        : undefined;
      return { format, formatter, to: file };
    });
  });
}

/** The formatter of one's own that a config names, unless code may not be run; then that is added to `issues`. */
function formatterOf(
  name: string,
  { source }: Part,
  at: KeyPath,
  policy: TrustPolicy,
  issues: ConfigIssue[],
): string | undefined {
  const refuse = (message: string, help?: string): undefined => {
    issues.push(issueAt(source, at, "value", message, help));
    return undefined;
  };
  if (policy.noCode)
    return refuse(
      `The formatter ${name} is code, and --no-config-code refuses code.`,
      "Name a format of copydesk, or leave out --no-config-code.",
    );
  const found = formatterModule(name, dirname(source.file), policy.root, policy.root);
  if (found.kind === "wrong") return refuse(found.message, found.help);
  const { stored } = policy;
  const isStored = stored !== undefined && isInside(found.file, policy.root);
  if (isStored && !isRunnable(found.file, stored))
    return refuse(
      `The formatter ${name} is code, and ${stored.name} does not have it as the disk does.`,
      "Name a format of copydesk.",
    );
  return found.file;
}
