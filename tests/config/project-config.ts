import { dirname, join } from "node:path";
import { z } from "zod";
import { ConfigError } from "../../src/config/config-error.js";
import { renderConfigError } from "../../src/config/print/render-error.js";
import { Project, type ProjectOptions } from "../../src/config/project.js";
import { type ConfigFlags, NO_FLAGS } from "../../src/config/resolve/flags.js";
import type { ResolvedConfig } from "../../src/config/resolve/resolve.js";
import type { Rule, Severity } from "../../src/rule/index.js";
import { defineRule } from "../../src/rule/index.js";

function exampleRule(id: string, options?: z.ZodType, recommended = true): Rule {
  return defineRule({
    id,
    summary: `Example of ${id}`,
    recommended,
    messages: {
      found: { severity: "warning", what: "Something is wrong.", why: "", help: "Mend it." },
    },
    ...(options === undefined ? {} : { options }),
    check: () => undefined,
  });
}

/** A small set of rules, so that these tests do not change with the catalogue. */
export const exampleRules: readonly Rule[] = [
  exampleRule("image/alt-missing"),
  exampleRule(
    "image/hotlink",
    z.strictObject({ hosts: z.array(z.string()).default([]).describe("Hosts.") }),
  ),
  exampleRule(
    "text/duplicate-paragraph",
    z.strictObject({ minWeight: z.int().min(0).default(60).describe("Least weight.") }),
  ),
  exampleRule("typography/dashes", undefined, false),
  exampleRule("typography/whitespace"),
];

/** The settings of one file of a project. */
export async function settingsOf(
  cwd: string,
  file: string,
  { flags = NO_FLAGS, ...options }: Partial<ProjectOptions> & { readonly flags?: ConfigFlags } = {},
): Promise<ResolvedConfig> {
  const project = new Project({ cwd, builtInRules: exampleRules, ...options });
  const path = join(project.cwd, file);
  return project
    .settingsFrom(project.root, flags)
    .resolveFor(path, await project.configFor(dirname(path)));
}

/** Severity by rule id, `own` for a message's own; rules that are off are left out. */
export function severities(config: ResolvedConfig): Readonly<Record<string, Severity | "own">> {
  return Object.fromEntries(config.rules.map(({ rule, severity }) => [rule.id, severity ?? "own"]));
}

/** The config error of an attempt, as a person sees it. */
export async function configErrorOf(cwd: string, attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof ConfigError) return renderConfigError(error, cwd, false);
    throw error;
  }
  return "no error";
}
