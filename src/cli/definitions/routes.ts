import { type CommandDefinition, withPaths } from "../definition.js";
import { CHECK_OPTIONS, ROUTES_FORMATS } from "../options.js";
import { checkArguments, single } from "../values.js";

const { config, threads } = CHECK_OPTIONS;

export const routes: CommandDefinition = {
  usage: "routes [paths..]",
  summary: "List the addresses of articles as copydesk knows them, or compare them with a build",
  options: {
    config,
    threads,
    from: {
      type: "string",
      requiresArg: true,
      describe: "Compare with this manifest of a build; exit code 1 if there is a difference",
    },
    format: {
      alias: "f",
      type: "string",
      choices: ROUTES_FORMATS,
      requiresArg: true,
      describe: "Format: table (default), or json, which without --from is a manifest",
    },
    "no-ignore": CHECK_OPTIONS["no-ignore"],
    "no-cache": CHECK_OPTIONS["no-cache"],
    "cache-location": CHECK_OPTIONS["cache-location"],
  },
  positionals: ["paths"],
  describe: withPaths,
  async run(values, _argv, io) {
    const { runRoutes } = await import("../commands/routes.js");
    const format = ROUTES_FORMATS.find((name) => name === single(values, "format"));
    const check = { ...checkArguments(values), formats: [] };
    return runRoutes({ ...check, format: format ?? "table", from: single(values, "from") }, io);
  },
};
