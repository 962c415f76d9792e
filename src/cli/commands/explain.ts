import { readFile } from "node:fs/promises";
import { z } from "zod";
import { builtInRules } from "../../config/built-in-rules.js";
import { ruleHelp, unknownRule } from "../../config/rule-changes.js";
import type { Rule } from "../../rule/index.js";
import { UsageError } from "../../run/usage-error.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import type { Io } from "../io.js";
import { knownRules } from "../known-rules.js";
import { rulePageFile } from "../package-files.js";

export interface ExplainArguments {
  readonly rule: string;
  readonly noConfigCode: boolean;
}

/**
 * Prints a rule's page; for rules without one (those of plugins) what their definition tells.
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
  io.stdout.write(printable(`${text.trimEnd()}\n${options}`));
  return ExitCode.clean;
}

async function readPage(id: string): Promise<string | undefined> {
  const file = rulePageFile(id);
  return file === undefined ? undefined : readFile(file, "utf8");
}

function definitionText(rule: Rule): string {
  const messages = Object.entries(rule.messages).map(
    ([id, { severity, text, help }]) => `- ${id} (${severity}): ${text}\n  ${help}`,
  );
  return `# ${rule.id}\n\n${rule.summary}.\n\n## Messages\n\n${messages.join("\n")}\n`;
}

function optionsText(rule: Rule): string {
  if (!(rule.options instanceof z.ZodObject)) return "";
  const defaults: unknown = rule.options.safeParse({}).data;
  const lines = Object.entries(rule.options.shape).map(([name, schema]) => {
    const value: unknown =
      typeof defaults === "object" && defaults !== null ? Reflect.get(defaults, name) : undefined;
    const description = schema instanceof z.ZodType ? (schema.description ?? "") : "";
    return `- ${name} (default ${JSON.stringify(value) ?? "none"}): ${description}`;
  });
  return lines.length === 0 ? "" : `\n## Options\n\n${lines.join("\n")}\n`;
}
