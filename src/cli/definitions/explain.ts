import type { CommandDefinition } from "../definition.js";
import { common, single } from "../values.js";

export const explain: CommandDefinition = {
  usage: "explain <rule>",
  summary: "Show the page of a rule and its options",
  options: {},
  positionals: ["rule"],
  describe: (command) =>
    command.positional("rule", {
      type: "string",
      describe: "Id of the rule",
      demandOption: true,
    }),
  async run(values, _argv, io) {
    const { runExplain } = await import("../commands/explain.js");
    return runExplain({ rule: single(values, "rule") ?? "", ...common(values) }, io);
  },
};
