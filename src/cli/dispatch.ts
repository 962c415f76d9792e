import yargs from "yargs";
import { version } from "../config/version.js";
import { UsageError } from "../run/usage-error.js";
import type { CommandDefinition } from "./definition.js";
import { baseline } from "./definitions/baseline.js";
import { check } from "./definitions/check.js";
import { explain } from "./definitions/explain.js";
import { infer } from "./definitions/infer.js";
import { init } from "./definitions/init.js";
import { links } from "./definitions/links.js";
import { merge } from "./definitions/merge.js";
import { routes } from "./definitions/routes.js";
import { rules } from "./definitions/rules.js";
import { ExitCode } from "./exit-code.js";
import { unknownOption, withHint } from "./hints.js";
import { type Io, widthOf } from "./io.js";
import { COMMON_OPTIONS, knownOptions } from "./options.js";
import { list, type Values } from "./values.js";

/**
 * Reads the arguments and runs the command they name. What a command needs is loaded only by it.
 *
 * @throws {UsageError | ConfigError} for arguments or configs that cannot be used
 */
export async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  refuseInherited(argv);
  let code: ExitCode = ExitCode.clean;
  let text = "";
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
      // Else what follows `--` is lost.
      "populate--": true,
      "parse-numbers": false,
      "parse-positional-numbers": false,
    })
    .options(COMMON_OPTIONS)
    .help()
    .alias("help", "h")
    .version(version)
    .alias("version", "v")
    .fail((message, error) => {
      if (error !== undefined && error !== null && error.name !== "YError") throw error;
      throw new UsageError(
        error?.message ?? message,
        "Run copydesk --help to see all commands and options.",
      );
    });

  for (const { usage, summary, options, positionals, describe, run } of COMMANDS) {
    parser.command(
      usage,
      summary,
      (command) => describe(command).options(options),
      async (values: Values) => {
        refuseUnknown(values, options, positionals);
        const [name, ...others] = list(values, "_");
        const [other] = others;
        if (other !== undefined)
          throw new UsageError(
            `copydesk ${name} has no use for "${other}".`,
            `Run copydesk ${name} --help.`,
          );
        code = await run(values, argv, io).catch((error: unknown) => {
          throw withHint(error, name, COMMAND_NAMES);
        });
      },
    );
  }

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

/** Every command, in the order of the help text. */
const COMMANDS: readonly CommandDefinition[] = [
  check,
  init,
  links,
  baseline,
  merge,
  infer,
  routes,
  rules,
  explain,
];

/** The first word of each usage; the check has none. */
const COMMAND_NAMES = COMMANDS.flatMap(({ usage }) => /^[a-z]+/.exec(usage) ?? []);

/** yargs looks options up in plain objects, and fails over names that every object has: `--constructor`. */
function refuseInherited(argv: readonly string[]): void {
  for (const word of argv) {
    if (word === "--") return;
    const name = /^--([^=]+)/.exec(word)?.[1] ?? "";
    if (name in Object.prototype) throw unknownOption(name, []);
  }
}

function refuseUnknown(
  values: Values,
  options: CommandDefinition["options"],
  positionals: readonly string[],
): void {
  const known = [...knownOptions(COMMON_OPTIONS, options), ...positionals];
  for (const name of Object.keys(values))
    if (!known.includes(name)) throw unknownOption(name, known);
}
