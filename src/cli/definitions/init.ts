import type { CommandDefinition } from "../definition.js";
import { INIT_OPTIONS } from "../options.js";
import { common, single } from "../values.js";

/** Options that name a part. */
const NAMED_PARTS = ["baseline", "schema", "hook", "ci"] as const;

export const init: CommandDefinition = {
  usage: "init",
  summary: "Set copydesk up here: config, baseline, hook and continuous integration",
  options: INIT_OPTIONS,
  positionals: [],
  describe: (command) => command,
  async run(values, _argv, io) {
    const { runInit } = await import("../commands/init.js");
    return runInit(
      {
        ...common(values),
        yes: values.yes === true,
        dryRun: values["dry-run"] === true,
        typescript: values.typescript === true,
        noCache: values["no-cache"] === true,
        cacheLocation: single(values, "cache-location"),
        parts: NAMED_PARTS.filter((name) => values[name] === true),
      },
      io,
    );
  },
};
