import { dirname, resolve } from "node:path";
import { isInside } from "../../engine/paths.js";
import type { DiscoverOptions, Discovery } from "../discover.js";
import { IgnoreFiles } from "../files/ignore-files.js";
import { UsageError } from "../usage-error.js";
import { ARTICLE_ENDINGS, isArticleName } from "./walk.js";

/**
 * Finds the config for a text that is not read from its file, such as standard input. The file need not
 * exist; an ignored one is not checked.
 *
 * @throws {UsageError} when the name is not that of an article in the project
 */
export async function textDiscovery(name: string, options: DiscoverOptions): Promise<Discovery> {
  const { project, files, noIgnore } = options;
  const path = resolve(project.cwd, name);
  if (!isInside(path, project.root))
    throw new UsageError(`${name} is outside the project (${project.root}).`);
  if (!isArticleName(path)) {
    throw new UsageError(
      `${name} is not the name of an article.`,
      `The names of articles end with ${ARTICLE_ENDINGS}.`,
    );
  }
  const config = await project.configFor(dirname(path));
  const ignored =
    !noIgnore && (new IgnoreFiles(project.root, files).ignoresFile(path) || config.ignores(path));
  return {
    articles: ignored ? [] : [{ path, config }],
    notes: ignored
      ? [`${name} is ignored, so it was skipped. Use --no-ignore to check it anyway.`]
      : [],
    unreadable: [],
  };
}
