import type { Discovery } from "../../run/discover.js";
import type { RunOutcome } from "../../run/outcome.js";
import { RunTimer } from "../../run/stats/run-timer.js";
import { UsageError } from "../../run/usage-error.js";
import {
  type CheckArguments,
  type CheckedArticles,
  checkArticles,
  gitCheckOf,
  projectOf,
} from "../check-articles.js";
import type { ExitCode } from "../exit-code.js";
import type { Fixed } from "../fix/fix-checked.js";
import { flagsOf } from "../flag-values.js";
import { type Io, useColor } from "../io.js";
import { planOutputs, withConfigured } from "../outputs.js";
import { promptsOf } from "../prompts.js";
import { limitOf } from "../values.js";
import { refuseOutputs, type Showing, writeReports } from "../write-reports.js";

/** Checks articles and writes the reports. */
export async function runCheck(
  args: CheckArguments,
  argv: readonly string[],
  io: Io,
): Promise<ExitCode> {
  const timer = args.stats ? new RunTimer(io.elapsed ?? io.now) : undefined;
  // Wrong usage is told before the work, not after.
  limitOf("max-findings", args.maxFindings);
  if (args.quiet && args.verbose)
    throw new UsageError("--quiet and --verbose cannot be combined.", "Leave out one of them.");
  refuseShowingFixes(args);
  if (args.fix?.interactive === true) promptsOf(io, args);
  const plans = planOutputs(args.formats, { cwd: io.cwd, noConfigCode: args.noConfigCode });
  if (args.printConfig !== undefined) {
    const { printConfig } = await import("./print-config.js");
    const named = { ...args, paths: [args.printConfig] };
    const project = projectOf(named, io, (await gitCheckOf(named, io))?.view);
    const isJson = plans[0]?.format === "json";
    return printConfig(args.printConfig, project, flagsOf(args), isJson, io);
  }
  const checked = await checkArticles(args, io, timer, ({ project, discovery }) => {
    // What must not be written is told before the work as well.
    refuseOutputs(withConfigured(plans, discovery, io.cwd), project.root, io);
  });
  const { project, discovery } = checked;
  const { outcome, exitCode, isReported } = await fixedBy(checked, args, io);
  timer?.enter("output");
  if (isReported) {
    const showing = { ...showingOf(args, argv, discovery), root: project.root };
    await writeReports(
      outcome,
      withConfigured(plans, discovery, io.cwd),
      showing,
      reportsTo(args, io),
    );
  }
  if (timer !== undefined) {
    const { formatStats } = await import("../../report/human/stats.js");
    const color = useColor(args.color, io.env, io.stderr);
    io.stderr.write(
      `\n${formatStats(timer.read(), { files: outcome.report.summary.files, color })}`,
    );
  }
  return exitCode ?? exitCodeOf(outcome, args, io);
}

/** Changes the articles, where arguments ask for it. */
async function fixedBy(checked: CheckedArticles, args: CheckArguments, io: Io): Promise<Fixed> {
  const { fix } = args;
  if (fix === undefined) return { outcome: checked.outcome, exitCode: undefined, isReported: true };
  if (fix.interactive) {
    const { fixByHand } = await import("../fix/fix-by-hand.js");
    return fixByHand(checked, fix, args, io);
  }
  const { fixChecked } = await import("../fix/fix-checked.js");
  return fixChecked(checked, fix, args, io);
}

/** Where standard output holds the fixed text, the report goes to standard error. */
function reportsTo({ fix, stdin }: CheckArguments, io: Io): Io {
  return fix !== undefined && stdin ? { ...io, stdout: io.stderr } : io;
}

/** @throws {UsageError} for a report where the options leave no place for one */
function refuseShowingFixes({ fix, formats, printConfig }: CheckArguments): void {
  if (fix === undefined) return;
  const name = fix.diff ? "--diff" : fix.only ? "--fix-only" : undefined;
  if (name !== undefined && formats.length > 0)
    throw new UsageError(`${name} prints no report, so it cannot be combined with --format.`);
  if (printConfig !== undefined)
    throw new UsageError("--print-config fixes nothing.", "Leave out one of the options.");
}

/** What to show: what the flags say, else the configs of the articles. */
function showingOf(
  args: CheckArguments,
  argv: readonly string[],
  { articles }: Pick<Discovery, "articles">,
): Omit<Showing, "root"> {
  const { quiet, color, stdin, only } = args;
  const configured = articles.map(({ config }) => config.showing);
  const isConfigured = configured.find(({ verbose }) => verbose !== undefined)?.verbose;
  // Who asks for a rule wants to see what it finds.
  const isAsked = args.verbose || only.length > 0;
  return {
    quiet,
    color,
    maxFindings:
      limitOf("max-findings", args.maxFindings) ??
      configured.find(({ maxFindings }) => maxFindings !== undefined)?.maxFindings,
    verbose: isAsked ? true : isConfigured,
    argv: stdin ? undefined : argv,
  };
}

function exitCodeOf({ report }: RunOutcome, { quiet }: CheckArguments, io: Io): ExitCode {
  const { exitCode, warnings } = report.gate;
  if (warnings !== undefined) {
    const hidden = quiet ? " (--quiet hides them)" : "";
    io.stderr.write(
      `copydesk: ${warnings.count} warnings${hidden}, but at most ${warnings.limit} are allowed.\n`,
    );
  }
  return exitCode;
}
