import type { CommandDefinition } from "../definition.js";
import { MERGE_OPTIONS } from "../options.js";
import { checkArguments, list } from "../values.js";

export const merge: CommandDefinition = {
  usage: "merge [files..]",
  summary: "Report what all shards of a check have found, as one run does",
  options: MERGE_OPTIONS,
  positionals: ["files"],
  describe: (command) =>
    command.positional("files", {
      type: "string",
      array: true,
      describe: "What copydesk --shard wrote, the files of all shards",
    }),
  async run(values, argv, io) {
    const { runMerge } = await import("../commands/merge.js");
    const files = [...list(values, "files"), ...list(values, "--")];
    return runMerge(files, checkArguments({ ...values, "--": [] }), argv, io);
  },
};
