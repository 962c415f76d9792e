import type { ProjectFiles } from "../lint/contract.js";
import { externalRequests, indexArticles, type SiteArticle } from "../lint/index.js";
import type { Clock } from "../rule/clock.js";
import type { WholeIndex } from "../site/contract.js";
import type { NetworkAnswers } from "./network.js";
import type { RunOptions } from "./options.js";

/**
 * Makes the index of everything that is known of the articles together. Other sites are asked before, where the
 * run may ask them.
 *
 * @param gone paths of articles that exist no more
 */
export async function indexSite(
  articles: readonly SiteArticle[],
  files: ProjectFiles,
  gone: readonly string[],
  { online, clock }: Pick<RunOptions, "online"> & { readonly clock: Clock },
): Promise<{ readonly index: WholeIndex; readonly network: NetworkAnswers | undefined }> {
  const subjects = articles.filter(({ isContext }) => isContext !== true);
  const network = await online?.(externalRequests(subjects));
  const index = indexArticles(articles, files, {
    external: network?.verdicts,
    gone,
    clock,
  });
  return { index, network };
}
