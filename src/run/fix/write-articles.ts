import { resolve } from "node:path";
import { filesIn } from "../../files/file-system.js";
import { RefusedTogether, writeTogether } from "../../files/write-file.js";
import { CHANGED_MEANWHILE, stillHolds } from "./exact-text.js";
import type { ChangedArticle, FixedSite } from "./fix-site.js";

type Fixed = Pick<FixedSite<never>, "changed" | "together">;

/**
 * Writes changed articles; of those whose changes belong together all or none.
 *
 * @param base the folder that paths are relative to
 * @param root a real path; nothing outside of it is written
 * @returns those that are not written, with the reason
 */
export function writeArticles(fixed: Fixed, base: string, root: string): Map<string, string> {
  const refused = new Map<string, string>();
  for (const articles of transactionsOf(fixed)) {
    const problem = write(articles, base, root);
    if (problem === undefined) continue;
    const other = `It is written only together with ${problem.path}.`;
    for (const { path } of articles)
      refused.set(path, path === problem.path ? problem.reason : other);
  }
  return refused;
}

/** The changed articles in groups: those that share a transaction, however far around, are in one. */
function transactionsOf({ changed, together }: Fixed): readonly (readonly ChangedArticle[])[] {
  const groups = new Map<string, readonly ChangedArticle[]>(
    changed.map((article) => [article.path, [article]]),
  );
  for (const paths of together) {
    const joined = new Set(paths.flatMap((path) => groups.get(path) ?? []));
    const group = [...joined];
    for (const { path } of group) groups.set(path, group);
  }
  return [...new Set(groups.values())];
}

function write(
  articles: readonly ChangedArticle[],
  base: string,
  root: string,
): { readonly path: string; readonly reason: string } | undefined {
  const fileOf = (path: string): string => resolve(base, path);
  const files = filesIn(root);
  const changed = articles.find(({ path, before }) => !stillHolds(fileOf(path), before, files));
  if (changed !== undefined) return { path: changed.path, reason: CHANGED_MEANWHILE };
  const writes = articles.map(({ path, before, after }) => ({
    file: fileOf(path),
    before,
    text: after,
  }));
  try {
    writeTogether(writes, { purpose: "article", root });
    return undefined;
  } catch (error) {
    if (!(error instanceof RefusedTogether)) throw error;
    const culprit = articles.find(({ path }) => fileOf(path) === error.file);
    const reason = `${error.message}.`.replace(/^./, (first) => first.toUpperCase());
    return { path: culprit?.path ?? error.file, reason };
  }
}
