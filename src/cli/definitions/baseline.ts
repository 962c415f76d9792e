import { type CommandDefinition, withPaths } from "../definition.js";
import { BASELINE_ACTIONS, BASELINE_OPTIONS, CHECK_OPTIONS } from "../options.js";
import { checkArguments, pathsOf, single } from "../values.js";

export const baseline: CommandDefinition = {
  usage: "baseline [action] [paths..]",
  summary: "Write a file of known findings, which fail no run; or update, prune or explain it",
  options: { ...CHECK_OPTIONS, ...BASELINE_OPTIONS },
  positionals: ["action", "paths"],
  describe: (command) =>
    withPaths(
      command.positional("action", {
        type: "string",
        describe: "create (default), update, prune or status",
      }),
    ),
  async run(values, _argv, io) {
    const { runBaseline } = await import("../commands/baseline.js");
    const word = single(values, "action");
    const action = BASELINE_ACTIONS.find((name) => name === word);
    // What is no action is a path.
    const first = action === undefined && word !== undefined ? [word] : [];
    return runBaseline(
      {
        ...checkArguments(values),
        paths: [...first, ...pathsOf(values)],
        action: action ?? "create",
        until: single(values, "until"),
        owner: single(values, "owner"),
        acceptNew: values["accept-new"] === true,
      },
      io,
    );
  },
};
