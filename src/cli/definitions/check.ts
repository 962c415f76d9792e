import { type CommandDefinition, withPaths } from "../definition.js";
import {
  CHANGE_OPTIONS,
  CHECK_OPTIONS,
  FIX_OPTIONS,
  ONLINE_OPTIONS,
  SHARD_OPTIONS,
} from "../options.js";
import { checkArguments } from "../values.js";

export const check: CommandDefinition = {
  usage: "$0 [paths..]",
  summary:
    "Check articles: files, folders or globs; without paths, the content folders of the site",
  options: {
    ...CHECK_OPTIONS,
    ...CHANGE_OPTIONS,
    ...FIX_OPTIONS,
    ...ONLINE_OPTIONS,
    ...SHARD_OPTIONS,
  },
  positionals: ["paths"],
  describe: withPaths,
  async run(values, argv, io) {
    const args = checkArguments(values);
    if (args.shard !== undefined || args.shardFile !== undefined) {
      const { runShard } = await import("../commands/shard.js");
      return runShard(args, values, io);
    }
    const { runCheck } = await import("../commands/check.js");
    return runCheck(args, argv, io);
  },
};
