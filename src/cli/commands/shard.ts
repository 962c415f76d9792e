import { resolve } from "node:path";
import { pathFrom } from "../../engine/paths.js";
import { realPath } from "../../files/look.js";
import { refuseUnwritable, writeGuarded } from "../../files/write-file.js";
import { type Permission, RefusedWrite } from "../../files/write-permission.js";
import { checkShard } from "../../run/check-shard.js";
import { type Shard, shardNamed } from "../../run/kept/shard.js";
import { isShardFile, writeShard } from "../../run/kept/shard-file.js";
import { UsageError } from "../../run/usage-error.js";
import { type CheckArguments, openCheck } from "../check-articles.js";
import { ExitCode } from "../exit-code.js";
import type { Io } from "../io.js";
import { FIX_OPTIONS, ONLINE_OPTIONS } from "../options.js";
import type { Values } from "../values.js";

/** Options of what a shard does not do: it reports, judges and asks nothing, and changes no article. */
const OF_OTHERS = [
  "format",
  "fail-on",
  "quiet",
  "verbose",
  "max-findings",
  "show-unknown",
  "max-warnings",
  "baseline",
  "baseline-from",
  "changed-lines",
  "online",
  "stdin",
  "stdin-filename",
  "print-config",
  "stats",
  ...Object.keys(FIX_OPTIONS),
  ...Object.keys(ONLINE_OPTIONS),
];

/** Checks a part of the articles, and writes what it finds for `copydesk merge`. */
export async function runShard(args: CheckArguments, values: Values, io: Io): Promise<ExitCode> {
  const shard = shardOf(args, values);
  const cwd = realPath(io.cwd);
  const file = resolve(
    cwd,
    args.shardFile ?? `copydesk-shard-${shard.number}-of-${shard.count}.json`,
  );
  const permission = (root: string): Permission => ({
    purpose: "report",
    root,
    isNamed: true,
    isOurs: isShardFile,
  });
  const { project, discovery, options, progress, save } = await openCheck(
    args,
    io,
    undefined,
    ({ project: { root } }) => attempt(file, () => refuseUnwritable(file, permission(root))),
  );
  const { checked, startedAt } = await checkShard(discovery, options, shard);
  save();
  progress.clear();
  const { paths, deleted, noIgnore, rules, only } = args;
  const asked = {
    paths: [...paths],
    deleted: [...deleted],
    noIgnore,
    rules: [...rules],
    only: [...only],
  };
  const text = writeShard(shard, startedAt, asked, checked);
  attempt(file, () => writeGuarded(file, text, permission(project.root)));
  const articles = checked.size === 1 ? "1 article" : `${checked.size} articles`;
  io.stdout.write(
    `Shard ${shard.number} of ${shard.count}: ${articles} checked, written to ${pathFrom(cwd, file)}.\n`,
  );
  return ExitCode.clean;
}

/** @throws {UsageError} for options that a shard cannot follow */
function shardOf({ shard }: CheckArguments, values: Values): Shard {
  if (shard === undefined)
    throw new UsageError("--shard-file needs --shard.", "Add --shard 1/2, for example.");
  const other = OF_OTHERS.find((name) => values[name] !== undefined && values[name] !== false);
  if (other !== undefined)
    throw new UsageError(
      `--shard and --${other} cannot be combined.`,
      `A shard writes what it finds to a file; copydesk merge reports it.`,
    );
  return shardNamed(shard);
}

function attempt(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    throw new UsageError(`The shard ${file} is not written: ${error.message}.`);
  }
}
