import type { CommandDefinition } from "../definition.js";
import { RULES_FORMATS } from "../options.js";
import { common, single } from "../values.js";

export const rules: CommandDefinition = {
  usage: "rules",
  summary: "List all rules",
  options: {
    format: {
      type: "string",
      choices: RULES_FORMATS,
      requiresArg: true,
      describe: "Output format: table (default), md for a Markdown page, or json",
    },
  },
  positionals: [],
  describe: (command) => command,
  async run(values, _argv, io) {
    const { runRules } = await import("../commands/rules.js");
    const format = RULES_FORMATS.find((name) => name === single(values, "format"));
    return runRules({ format: format ?? "table", ...common(values) }, io);
  },
};
