import { readFile } from "node:fs/promises";
import { builtInRules } from "../../config/built-in-rules.js";
import { ruleHelp, unknownRule } from "../../config/resolve/rule-changes.js";
import { rulePageUrl } from "../../report/rule-page.js";
import type { Rule } from "../../rule/index.js";
import { UsageError } from "../../run/usage-error.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import type { Io } from "../io.js";
import { knownRules } from "../known-rules.js";
import { rulePageFile } from "../package-files.js";
import { optionsOf } from "../rule-options.js";

export interface ExplainArguments {
  readonly rule: string;
  readonly noConfigCode: boolean;
}

/**
 * Prints a rule's page, or for rules without one (those of plugins) their messages; then options, where the page
 * has none, and references.
 *
 * @throws {UsageError} when there is no such rule
 */
export async function runExplain(args: ExplainArguments, io: Io): Promise<ExitCode> {
  const registry = await knownRules(io, args.noConfigCode);
  const rule = registry.get(args.rule);
  if (rule === undefined)
    throw new UsageError(unknownRule(args.rule), ruleHelp(args.rule, registry));
  const page = builtInRules.includes(rule) ? await readPage(rule.id) : undefined;
  const text = page ?? definitionText(rule);
  const options = /^## Options$/m.test(text) ? "" : optionsText(rule);
  const reference = referenceText(rule, page !== undefined);
  io.stdout.write(printable(`${text.trimEnd()}\n${options}${reference}`));
  return ExitCode.clean;
}

async function readPage(id: string): Promise<string | undefined> {
  const file = rulePageFile(id);
  return file === undefined ? undefined : readFile(file, "utf8");
}

function definitionText(rule: Rule): string {
  const messages = Object.entries(rule.messages).map(
    ([id, { severity, what, why, help }]) =>
      `- ${id} (${severity}): ${why === "" ? what : `${what} ${why}`}\n  ${help}`,
  );
  return `# ${rule.id}\n\n${rule.summary}.\n\n## Messages\n\n${messages.join("\n")}\n`;
}

function optionsText(rule: Rule): string {
  const lines = optionsOf(rule).map(
    ({ name, default: value, description }) =>
      `- ${name} (default ${JSON.stringify(value) ?? "none"}): ${description}`,
  );
  return lines.length === 0 ? "" : `\n## Options\n\n${lines.join("\n")}\n`;
}

const FIXES = { safe: "safe fix", suggestion: "suggestion" } as const;

/** The facts of the definition that a page need not repeat: severities, preset, fixes, standards. */
function referenceText(rule: Rule, hasPage: boolean): string {
  const severities = Object.entries(rule.messages).map(
    ([id, { severity }]) => `${id} (${severity})`,
  );
  const facts = [
    `messages: ${severities.join(", ")}`,
    `preset: ${rule.recommended ? "recommended" : "only strict"}`,
    `fixes: ${rule.fixes.map((kind) => FIXES[kind]).join(", ") || "none"}`,
    ...(rule.references.length === 0 ? [] : [`standards: ${rule.references.join("; ")}`]),
    ...(hasPage ? [`page: ${rulePageUrl(rule.id)}`] : []),
  ];
  return `\n## Reference\n\n${facts.map((fact) => `- ${fact}\n`).join("")}`;
}
