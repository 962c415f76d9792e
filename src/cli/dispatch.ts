import type { Argv, Options } from "yargs";
import yargs from "yargs";
import { version } from "../config/version.js";
import { nearestWord } from "../knowledge/text/nearest.js";
import { UsageError } from "../run/usage-error.js";
import type { CheckArguments } from "./check-articles.js";
import { ExitCode } from "./exit-code.js";
import { type Io, widthOf } from "./io.js";
import {
  BASELINE_OPTIONS,
  CHECK_OPTIONS,
  COMMON_OPTIONS,
  knownOptions,
  ONLINE_OPTIONS,
  RULES_FORMATS,
} from "./options.js";

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads the arguments and runs the command they name. What a command needs is loaded only by it.
 *
 * @throws {UsageError | ConfigError} for arguments or configs that cannot be used
 */
export async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = ExitCode.clean;
  let text = "";
  const refuseUnknown = (
    values: Values,
    ...tables: readonly Readonly<Record<string, Options>>[]
  ): void => {
    const known = knownOptions(COMMON_OPTIONS, ...tables);
    for (const name of Object.keys(values))
      if (!known.includes(name)) throw unknownOption(name, known);
  };

  const parser = yargs([...argv])
    .scriptName("copydesk")
    .usage("$0 [paths…]\n\nChecks articles: front matter, body, links, images.")
    .locale("en")
    .exitProcess(false)
    .wrap(Math.min(100, widthOf(io.stdout)))
    .parserConfiguration({
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
    })
    .options(COMMON_OPTIONS)
    .help()
    .alias("help", "h")
    .version(version)
    .alias("version", "v")
    .command(
      "$0 [paths..]",
      "Check articles: files, folders or globs; without paths, the content folders of the site",
      (command) => withPaths(command).options(CHECK_OPTIONS).options(ONLINE_OPTIONS),
      async (values: Values) => {
        refuseUnknown(values, CHECK_OPTIONS, ONLINE_OPTIONS, { paths: {} });
        const { runCheck } = await import("./commands/check.js");
        code = await runCheck(checkArguments(values), argv, io);
      },
    )
    .command(
      "links [paths..]",
      "Check only links to and images on other sites, by requesting them",
      (command) => withPaths(command).options(CHECK_OPTIONS).options(ONLINE_OPTIONS),
      async (values: Values) => {
        refuseUnknown(values, CHECK_OPTIONS, ONLINE_OPTIONS, { paths: {} });
        const { runCheck } = await import("./commands/check.js");
        const args = checkArguments(values);
        const { builtInRules } = await import("../config/built-in-rules.js");
        const network = builtInRules.filter(({ stages }) => stages.online).map(({ id }) => id);
        const only = args.only.length > 0 ? args.only : network;
        code = await runCheck({ ...args, only, online: true }, argv, io);
      },
    )
    .command(
      "baseline [action] [paths..]",
      "Write a file of known findings, which fail no run; or update, prune or explain it",
      (command) =>
        withPaths(
          command.positional("action", {
            type: "string",
            describe: "create (default), update, prune or status",
          }),
        )
          .options(CHECK_OPTIONS)
          .options(BASELINE_OPTIONS),
      async (values: Values) => {
        refuseUnknown(values, CHECK_OPTIONS, BASELINE_OPTIONS, { action: {}, paths: {} });
        const { BASELINE_ACTIONS, runBaseline } = await import("./commands/baseline.js");
        const word = single(values, "action");
        const action = BASELINE_ACTIONS.find((name) => name === word);
        // What is no action is a path.
        const paths = [
          ...(action === undefined && word !== undefined ? [word] : []),
          ...list(values, "paths"),
        ];
        const args = { ...checkArguments(values), paths };
        code = await runBaseline(
          {
            ...args,
            action: action ?? "create",
            until: single(values, "until"),
            owner: single(values, "owner"),
            acceptNew: values["accept-new"] === true,
          },
          io,
        );
      },
    )
    .command(
      "rules",
      "List all rules",
      (command) => command.options(RULES_OPTIONS),
      async (values: Values) => {
        refuseUnknown(values, RULES_OPTIONS);
        const { runRules } = await import("./commands/rules.js");
        const format = RULES_FORMATS.find((name) => name === single(values, "format"));
        code = await runRules({ format: format ?? "table", ...common(values) }, io);
      },
    )
    .command(
      "explain <rule>",
      "Show the page of a rule and its options",
      (command) =>
        command.positional("rule", {
          type: "string",
          describe: "Id of the rule",
          demandOption: true,
        }),
      async (values: Values) => {
        refuseUnknown(values, { rule: {} });
        const { runExplain } = await import("./commands/explain.js");
        code = await runExplain({ rule: single(values, "rule") ?? "", ...common(values) }, io);
      },
    )
    .fail((message, error) => {
      if (error !== undefined && error !== null && error.name !== "YError") throw error;
      throw new UsageError(
        error?.message ?? message,
        "Run copydesk --help to see all commands and options.",
      );
    });

  await parser.parseAsync(
    [...argv],
    {},
    (_error: Error | undefined | null, _values: unknown, output: string) => {
      text = output;
    },
  );
  if (text !== "") io.stdout.write(`${text}\n`);
  return code;
}

const RULES_OPTIONS = {
  format: {
    type: "string",
    choices: RULES_FORMATS,
    requiresArg: true,
    describe: "Output format: table (default), md for a Markdown page, or json",
  },
} as const satisfies Readonly<Record<string, Options>>;

function withPaths(command: Argv): Argv {
  return command.positional("paths", {
    type: "string",
    array: true,
    describe: "Files, folders or globs",
  });
}

function checkArguments(values: Values): CheckArguments {
  return {
    ...common(values),
    paths: list(values, "paths"),
    config: single(values, "config"),
    formats: list(values, "format"),
    rules: list(values, "rule"),
    only: list(values, "only")
      .flatMap((value) => value.split(","))
      .map((value) => value.trim())
      .filter((value) => value !== ""),
    failOn: single(values, "fail-on"),
    quiet: values.quiet === true,
    verbose: values.verbose === true,
    maxFindings: single(values, "max-findings"),
    showUnknown: values["show-unknown"] === true,
    maxWarnings: single(values, "max-warnings"),
    baseline: single(values, "baseline"),
    stdin: values.stdin === true,
    stdinFilename: single(values, "stdin-filename"),
    printConfig: single(values, "print-config"),
    noIgnore: values["no-ignore"] === true,
    deleted: list(values, "deleted"),
    stats: values.stats === true,
    online: values.online === true || values.offline === true,
    offline: values.offline === true,
    fragments: values.fragments === true ? true : undefined,
    suggestArchive: values["suggest-archive"] === true ? true : undefined,
    allowPrivate: values["allow-private"] === true,
    onlineCache: single(values, "online-cache"),
    secretHosts: list(values, "secret-host"),
    deadline: single(values, "deadline"),
    noOnlineCache: values["no-online-cache"] === true,
  };
}

function common(values: Values): {
  readonly color: boolean | undefined;
  readonly noConfigCode: boolean;
} {
  const color = values["no-color"] === true ? false : values.color === true ? true : undefined;
  return { color, noConfigCode: values["no-config-code"] === true };
}

function list(values: Values, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function single(values: Values, name: string): string | undefined {
  const given = list(values, name);
  if (given.length > 1) throw new UsageError(`--${name} is given more than once.`);
  return given[0];
}

function unknownOption(name: string, known: readonly string[]): UsageError {
  const options = known.filter((option) => option.length > 1 && option !== "$0" && option !== "--");
  const near = nearestWord(name, options);
  return new UsageError(
    `The option ${name.length === 1 ? "-" : "--"}${name} does not exist.`,
    near === undefined ? "Run copydesk --help to see all options." : `Did you mean --${near}?`,
  );
}
