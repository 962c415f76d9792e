import { type CommandDefinition, withPaths } from "../definition.js";
import { CHECK_OPTIONS, SCHEMA_FORMATS } from "../options.js";
import { common, limitOf, pathsOf, single } from "../values.js";

/** Articles that are listed where nobody says how many. */
const MOST_OUTLIERS = 20;

export const infer: CommandDefinition = {
  usage: "infer [paths..]",
  summary: "Infer a schema for front matter from the articles, and show which of them differ",
  options: {
    config: CHECK_OPTIONS.config,
    "no-ignore": { type: "boolean", describe: "Read ignored files as well" },
    format: {
      type: "string",
      choices: SCHEMA_FORMATS,
      requiresArg: true,
      describe: "Print the schema: zod source, JSON Schema, or the part of a config in YAML",
    },
    "max-outliers": {
      type: "string",
      requiresArg: true,
      describe: "List at most this many articles that differ (default: 20), or all",
    },
  },
  positionals: ["paths"],
  describe: withPaths,
  async run(values, _argv, io) {
    const maxOutliers = limitOf("max-outliers", single(values, "max-outliers"));
    const { runInfer } = await import("../commands/infer.js");
    const format = SCHEMA_FORMATS.find((name) => name === single(values, "format"));
    return runInfer(
      {
        ...common(values),
        paths: pathsOf(values),
        config: single(values, "config"),
        noIgnore: values["no-ignore"] === true,
        format,
        maxOutliers: maxOutliers ?? MOST_OUTLIERS,
      },
      io,
    );
  },
};
