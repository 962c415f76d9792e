import { resolve } from "node:path";
import { filesIn } from "../../files/file-system.js";
import type { Report } from "../../report/model.js";
import type { Finding } from "../../rule/index.js";
import { checkFiles, type LintFilesOptions } from "../api.js";
import { choiceOf, meantRules } from "./chosen-fixes.js";
import { exactText } from "./exact-text.js";
import { type ChangedArticle, fixSite } from "./fix-site.js";
import { writeArticles } from "./write-articles.js";

export interface FixFilesOptions extends LintFilesOptions {
  /** Also makes the suggestions of findings that have exactly one, as `--fix-suggestions`. */
  readonly suggestions?: boolean;
  /** Rule ids and globs; only what these find is fixed, as `--fix-rule`. */
  readonly fixRules?: readonly string[];
  /** Writes nothing, as `--diff`. */
  readonly dryRun?: boolean;
}

/** What came of fixing. Paths are those of the report. */
export interface FixedFiles {
  /** The report of what is left; of what would be left for a dry run. */
  readonly report: Report;
  /** The articles that are written, or would be. */
  readonly changed: readonly ChangedArticle[];
  readonly fixed: readonly Pick<Finding, "rule" | "path" | "message">[];
  /** Fixes that did harm, with the reason. They are defects of their rules. */
  readonly takenBack: readonly (Pick<Finding, "rule" | "path"> & { readonly reason: string })[];
  /** Articles that are not changed, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

/**
 * Fixes files, folders and globs, as the command line does with `--fix`, and writes them.
 *
 * @throws {UsageError} for a path or rule that does not exist
 * @throws {ConfigError} when a config cannot be used
 */
export async function fixFiles(
  paths: readonly string[],
  options: FixFilesOptions = {},
): Promise<FixedFiles> {
  const { outcome: first, project, again } = await checkFiles(paths, options);
  const chosen = { suggestions: options.suggestions === true, rules: options.fixRules ?? [] };
  const files = filesIn(project.root);
  const done = await fixSite(first, {
    textOf: (path) => exactText(resolve(first.base, path), files),
    again,
    editsFor: choiceOf(chosen, meantRules(chosen, first)),
  });
  const lost =
    options.dryRun === true
      ? new Map<string, string>()
      : writeArticles(done, first.base, project.root);
  const outcome = lost.size === 0 ? done.outcome : await again(new Map());
  return {
    report: outcome.report,
    changed: done.changed.filter(({ path }) => !lost.has(path)),
    fixed: done.fixed
      .filter(({ path }) => !lost.has(path))
      .map(({ rule, path, message }) => ({ rule, path, message })),
    takenBack: done.takenBack.map(({ finding: { rule, path }, reason }) => ({
      rule,
      path,
      reason,
    })),
    refused: new Map([...done.refused, ...lost]),
  };
}
