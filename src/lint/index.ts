import type { ArticleInput, ArticleResult, CheckedArticle, Crash, ProjectFiles } from "./contract.js";

export type * from "./contract.js";

/** Map: parses and checks one article. Never throws; a rule that throws becomes a crash and a finding. */
export declare function checkArticle(input: ArticleInput, now: number): CheckedArticle;

/** Barrier and reduce: site rules over all facts, then directives; results sorted by path. */
export declare function checkSite(
  articles: readonly { readonly input: Omit<ArticleInput, "source" | "decodingProblems">; readonly checked: CheckedArticle }[],
  files: ProjectFiles,
  now: number,
): { readonly results: readonly ArticleResult[]; readonly crashes: readonly Crash[] };
