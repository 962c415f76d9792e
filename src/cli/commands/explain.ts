import pc from "picocolors";
import { builtInRules } from "../../config/built-in-rules.js";
import { type Registry, unknownRule } from "../../config/resolve/rule-changes.js";
import { textIn } from "../../files/look.js";
import { rulePageUrl } from "../../report/rule-page.js";
import { guardLines } from "../../report/text/neutralise.js";
import type { Rule } from "../../rule/index.js";
import { UsageError } from "../../run/usage-error.js";
import { ExitCode } from "../exit-code.js";
import { nearRules } from "../explain/near-rules.js";
import { rulePageText } from "../explain/rule-page.js";
import { type Io, useColor, widthOf } from "../io.js";
import { knownRules } from "../known-rules.js";
import { rulePageFile } from "../package-files.js";

export interface ExplainArguments {
  /** Id of a rule, or its name without the family where no other rule has it. */
  readonly rule: string;
  readonly noConfigCode: boolean;
  readonly color: boolean | undefined;
}

/** Largest page that is read, in bytes. */
const MOST_BYTES = 1_000_000;

/** Longer lines are hard to read. */
const WIDEST = 120;

/**
 * Prints a rule's page, laid out for a terminal; for a rule without one (that of a plugin) what its definition says.
 *
 * @throws {UsageError} when there is no such rule
 */
export async function runExplain(args: ExplainArguments, io: Io): Promise<ExitCode> {
  const rule = ruleNamed(args.rule, await knownRules(io, args.noConfigCode));
  const isBuiltIn = builtInRules.includes(rule);
  const page = isBuiltIn ? readPage(rule.id) : undefined;
  const url = isBuiltIn ? rulePageUrl(rule.id) : undefined;
  const colors = pc.createColors(useColor(args.color, io.env, io.stdout));
  const width = Math.min(WIDEST, widthOf(io.stdout));
  io.stdout.write(guardLines(rulePageText(rule, page, url, { colors, width })));
  return ExitCode.clean;
}

function ruleNamed(name: string, registry: Registry): Rule {
  const rule = registry.get(name);
  if (rule !== undefined) return rule;
  const near = nearRules(name, [...registry.keys()]);
  const only = near.length === 1 && near[0]?.endsWith(`/${name}`) ? near[0] : undefined;
  const meant = only === undefined ? undefined : registry.get(only);
  if (meant !== undefined) return meant;
  const help =
    near.length === 0 ? "Run copydesk rules to see them all." : `Did you mean ${listOf(near)}?`;
  throw new UsageError(unknownRule(name), help);
}

/** `a, b or c` */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

function readPage(id: string): string | undefined {
  const file = rulePageFile(id);
  return file === undefined ? undefined : textIn(file, undefined, MOST_BYTES);
}
