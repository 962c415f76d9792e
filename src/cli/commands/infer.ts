import { builtInRules } from "../../config/built-in-rules.js";
import { Project } from "../../config/project.js";
import { filesIn, nodeFileSystem } from "../../files/file-system.js";
import { LEAST_ARTICLES } from "../../inference/collections.js";
import { evidenceText } from "../../inference/print/evidence-text.js";
import { plural } from "../../report/count.js";
import { discover } from "../../run/discover.js";
import { elsewhere } from "../../run/discovery/base-folder.js";
import { UsageError } from "../../run/usage-error.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import { exceptionsOf, exceptionsText } from "../infer/exceptions.js";
import { type InferredArticles, inferArticles } from "../infer/infer-articles.js";
import { printedSchema } from "../infer/printed-schema.js";
import type { Io } from "../io.js";
import type { SCHEMA_FORMATS } from "../options.js";

export interface InferArguments {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly noIgnore: boolean;
  readonly noConfigCode: boolean;
  /** A language to print the schema in; the evidence when absent. */
  readonly format: (typeof SCHEMA_FORMATS)[number] | undefined;
  /** Most articles that are listed as different. */
  readonly maxOutliers: number;
}

/**
 * Infers a schema from the front matter of articles, and prints it or what speaks for it.
 *
 * @throws {UsageError | ConfigError} for arguments or configs that cannot be used, and too few articles
 */
export async function runInfer(args: InferArguments, io: Io): Promise<ExitCode> {
  const { config, noConfigCode, noIgnore, paths } = args;
  const project = new Project({
    cwd: io.cwd,
    config,
    noConfigCode,
    builtInRules,
    elsewhere: elsewhere(paths, io.cwd, nodeFileSystem),
  });
  const discovery = await discover(paths, { project, files: filesIn(project.root), noIgnore });
  for (const note of discovery.notes) io.stderr.write(`copydesk: ${printable(note)}\n`);
  const inferred = inferArticles(discovery, project);
  const { collections, observed } = inferred;
  if (collections.length === 0)
    throw new UsageError(
      `${plural(observed.articles.length, "article has", "articles have")} front matter that can be compared, but a schema needs at least ${LEAST_ARTICLES}.`,
      "Name more folders, or write the schema by hand.",
    );
  if (args.format === undefined) {
    io.stdout.write(printable(evidence(inferred, args.maxOutliers)));
    return ExitCode.clean;
  }
  io.stdout.write(printable(printedSchema(collections, args.format)));
  const different = exceptionsOf(inferred).length;
  if (different > 0)
    io.stderr.write(
      `copydesk: ${plural(different, "article differs", "articles differ")} from nearly all others; copydesk infer without --format lists ${different === 1 ? "it" : "them"}.\n`,
    );
  return ExitCode.clean;
}

function evidence(inferred: InferredArticles, maxOutliers: number): string {
  const { collections, others, observed } = inferred;
  const outside = [
    ...(others === 0 ? [] : [`${plural(others, "article")} elsewhere: too few for a schema.`]),
    ...(observed.without === 0
      ? []
      : [`${plural(observed.without, "article")} without front matter.`]),
  ];
  return [
    ...collections.map(evidenceText),
    ...(outside.length === 0 ? [] : [`${outside.join("\n")}\n`]),
    exceptionsText(inferred, maxOutliers),
    "To use the schema: copydesk infer --format yaml >> copydesk.config.yaml (or zod, json-schema)\n",
  ].join("\n");
}
