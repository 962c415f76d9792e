import { builtInRules } from "../config/built-in-rules.js";
import { ConfigError } from "../config/config-error.js";
import { Project } from "../config/project.js";
import type { Registry } from "../config/resolve/rule-changes.js";
import type { Io } from "./io.js";

/**
 * The rules that hold in the working directory, those of its config's plugins included. A config that cannot
 * be used must not prevent looking up a rule in order to correct it.
 */
export async function knownRules(io: Io, noConfigCode: boolean): Promise<Registry> {
  try {
    const project = new Project({ cwd: io.cwd, noConfigCode, builtInRules });
    return (await project.configFor(project.cwd)).registry;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    io.stderr.write("copydesk: The config cannot be used, so only the built-in rules are shown.\n");
    return new Map(builtInRules.map((rule) => [rule.id, rule]));
  }
}
