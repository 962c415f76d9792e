import { resolve } from "node:path";
import { readShards, type ShardAsked } from "../../run/kept/shard-file.js";
import type { CheckArguments } from "../check-articles.js";
import type { ExitCode } from "../exit-code.js";
import type { Io } from "../io.js";
import { runCheck } from "./check.js";

/**
 * Reports what shards have found, after what concerns several articles was looked for.
 *
 * @param files as given
 * @throws {UsageError} for files that are not all the shards of one check, and for articles they have not checked
 */
export function runMerge(
  files: readonly string[],
  args: CheckArguments,
  argv: readonly string[],
  io: Io,
): Promise<ExitCode> {
  const shards = readShards(files.map((file) => resolve(io.cwd, file)));
  const { asked } = shards;
  return runCheck({ ...args, ...asked, shards }, commandOf(asked, files, argv), io);
}

/** The arguments of the one run that a merge stands for. */
function commandOf(
  { paths, deleted, noIgnore, rules, only }: ShardAsked,
  files: readonly string[],
  argv: readonly string[],
): readonly string[] {
  const own = argv.filter((word, index) => index > 0 && word !== "--" && !files.includes(word));
  const repeated = (name: string, values: readonly string[]): readonly string[] =>
    values.flatMap((value) => [`--${name}`, value]);
  return [
    ...paths.map((path) => (path.startsWith("-") ? `./${path}` : path)),
    ...repeated("only", only),
    ...repeated("rule", rules),
    ...repeated("deleted", deleted),
    ...(noIgnore ? ["--no-ignore"] : []),
    ...own,
  ];
}
