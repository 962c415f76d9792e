import type { ConfigFlags } from "../config/resolve/flags.js";
import type { Report, ReportFile } from "../report/model.js";
import type { Severity } from "../rule/index.js";
import type { ReadArticle } from "./read.js";

/** What the gate needs to know of one checked file. */
export interface GatedFile {
  readonly file: ReportFile;
  /** Least severity that fails the run. */
  readonly failOn: Severity;
  /** Warnings allowed, and which files they are counted over. */
  readonly maxWarnings: { readonly group: string; readonly limit: number } | undefined;
}

/** Whether a run passes. */
export type Verdict =
  | { readonly kind: "passed" }
  | { readonly kind: "failed" }
  | { readonly kind: "too-many-warnings"; readonly warnings: number; readonly limit: number }
  /** Something went unchecked: nobody can say whether it passes. */
  | { readonly kind: "unchecked" };

const WEIGHT: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Judges a run. Findings whose certainty is `unknown` fail nothing. */
export function judge(files: readonly GatedFile[], unchecked: number): Verdict {
  if (unchecked > 0) return { kind: "unchecked" };
  const fails = files.some(({ file, failOn }) =>
    file.findings.some(
      ({ severity, certainty }) => certainty !== "unknown" && WEIGHT[severity] >= WEIGHT[failOn],
    ),
  );
  if (fails) return { kind: "failed" };
  const warnings = new Map<string, number>();
  for (const { file, maxWarnings } of files) {
    if (maxWarnings === undefined) continue;
    const found = file.findings.filter(
      ({ severity, certainty }) => severity === "warning" && certainty !== "unknown",
    );
    const count = (warnings.get(maxWarnings.group) ?? 0) + found.length;
    warnings.set(maxWarnings.group, count);
  }
  for (const { maxWarnings } of files) {
    const count = maxWarnings === undefined ? 0 : (warnings.get(maxWarnings.group) ?? 0);
    if (maxWarnings !== undefined && count > maxWarnings.limit) {
      return { kind: "too-many-warnings", warnings: count, limit: maxWarnings.limit };
    }
  }
  return { kind: "passed" };
}

/**
 * Judges a report by the configs of its articles, and by the flags over them. Files that are no articles are judged
 * by the config of the first article.
 *
 * @param articles the articles that were read, by their path in the report
 */
export function gate(
  { files, notChecked }: Report,
  articles: ReadonlyMap<string, ReadArticle>,
  { maxWarnings }: ConfigFlags,
): Verdict {
  const [first] = articles.values();
  const gated = files.map((file): GatedFile => {
    const article = articles.get(file.path) ?? first;
    const config = article?.found.config;
    const limit = maxWarnings ?? config?.maxWarnings;
    const group = maxWarnings === undefined ? (config?.file ?? "") : "";
    return {
      file,
      failOn: article?.resolved.failOn ?? "error",
      maxWarnings: limit === undefined ? undefined : { group, limit },
    };
  });
  return judge(gated, notChecked.length);
}
