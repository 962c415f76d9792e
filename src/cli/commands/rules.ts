import stringWidth from "fast-string-width";
import pc from "picocolors";
import { largest } from "../../article/largest.js";
import { builtInRules } from "../../config/built-in-rules.js";
import { rulePageUrl } from "../../report/rule-page.js";
import type { Rule } from "../../rule/index.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import { gravestSeverity } from "../gravest-severity.js";
import { type Io, useColor, widthOf } from "../io.js";
import { knownRules } from "../known-rules.js";
import type { RULES_FORMATS } from "../options.js";
import { optionsOf } from "../rule-options.js";
import { rulesPage } from "../rules-page.js";

export interface RulesArguments {
  readonly format: (typeof RULES_FORMATS)[number];
  readonly noConfigCode: boolean;
  readonly color: boolean | undefined;
}

/** Lists all rules, those of the config's plugins included. */
export async function runRules(args: RulesArguments, io: Io): Promise<ExitCode> {
  const registry = await knownRules(io, args.noConfigCode);
  const rules = [...registry.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  io.stdout.write(textOf(rules, args, io));
  return ExitCode.clean;
}

function textOf(rules: readonly Rule[], { format, color }: RulesArguments, io: Io): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(rules.map(describe), undefined, 2)}\n`;
    case "md":
      return printable(rulesPage(rules, (rule) => builtInRules.includes(rule)));
    case "table":
      return table(rules, useColor(color, io.env, io.stdout), widthOf(io.stdout));
  }
}

function describe(rule: Rule) {
  return {
    id: rule.id,
    summary: rule.summary,
    recommended: rule.recommended,
    fixes: rule.fixes,
    references: rule.references,
    options: optionsOf(rule).map(({ name, default: value, description }) => ({
      name,
      default: value,
      description,
    })),
    messages: Object.fromEntries(
      Object.entries(rule.messages).map(([id, { severity, what, why, help }]) => [
        id,
        { severity, what, why, help },
      ]),
    ),
    ...(builtInRules.includes(rule) ? { url: rulePageUrl(rule.id) } : {}),
  };
}

function table(rules: readonly Rule[], color: boolean, width: number): string {
  const paint = pc.createColors(color);
  const idWidth = largest(rules.map(({ id }) => id.length));
  const lines = rules.map((rule) => {
    const severity = gravestSeverity(rule);
    const word = { error: paint.red, warning: paint.yellow, info: paint.cyan }[severity](
      severity.padEnd(7),
    );
    const marks = `${rule.recommended ? " " : "-"}${rule.fixes.includes("safe") ? "F" : " "}${rule.fixes.includes("suggestion") ? "S" : " "}`;
    const room = width - idWidth - 16;
    const summary =
      stringWidth(rule.summary) > room && room > 20
        ? `${rule.summary.slice(0, room - 1)}…`
        : rule.summary;
    return `${rule.id.padEnd(idWidth)}  ${word}  ${marks}  ${summary}`;
  });
  const legend =
    "- only in the preset strict   F safe fix   S suggestion   copydesk explain <rule> shows its page";
  return `${lines.join("\n")}\n\n${paint.dim(legend)}\n`;
}
