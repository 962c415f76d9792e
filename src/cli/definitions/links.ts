import { type CommandDefinition, withPaths } from "../definition.js";
import { CHANGE_OPTIONS, CHECK_OPTIONS, ONLINE_OPTIONS } from "../options.js";
import { checkArguments } from "../values.js";

export const links: CommandDefinition = {
  usage: "links [paths..]",
  summary: "Check only links to and images on other sites, by requesting them",
  options: { ...CHECK_OPTIONS, ...CHANGE_OPTIONS, ...ONLINE_OPTIONS },
  positionals: ["paths"],
  describe: withPaths,
  async run(values, argv, io) {
    const { runCheck } = await import("../commands/check.js");
    const args = checkArguments(values);
    const { builtInRules } = await import("../../config/built-in-rules.js");
    const network = builtInRules.filter(({ stages }) => stages.online).map(({ id }) => id);
    const only = args.only.length > 0 ? args.only : network;
    return runCheck({ ...args, only, online: true }, argv, io);
  },
};
