import { dirname } from "node:path";
import type { ExpandedConfig } from "../../config/resolve/expand.js";
import { NO_FLAGS } from "../../config/resolve/flags.js";
import { isInside } from "../../engine/paths.js";
import type { DiscoverOptions } from "../discover.js";
import { IgnoreFiles } from "../files/ignore-files.js";
import { baseFolder } from "./base-folder.js";
import { defaultTargets } from "./default-targets.js";
import { isSource } from "./is-source.js";
import { type FoundArticle, walk } from "./walk.js";

/**
 * The other articles of the sites that some articles belong to, where the whole site is in view: links and
 * comparisons between articles then come out as in a run over the whole site. Sorted by path.
 *
 * @param articles the articles that are going to be checked
 */
export async function surroundings(
  articles: readonly FoundArticle[],
  options: Pick<DiscoverOptions, "project" | "files">,
): Promise<readonly FoundArticle[]> {
  const { project, files } = options;
  const base = baseFolder(articles, project);
  const checked = new Set(articles.map(({ path }) => path));
  const found = new Map<string, FoundArticle>();
  const ignores = new IgnoreFiles(project.root, project.storedFiles ?? files);
  const settings = project.settingsFrom(base, NO_FLAGS);
  for (const { config, folder } of sitesOf(articles, base, options)) {
    const isLeftOut = (inner: string): boolean => ignores.ignoresFolder(inner);
    const targets = defaultTargets(config, { project, files, isLeftOut }, folder);
    for (const { folder: start, skip, isArticle } of targets) {
      if (!isInside(start, base)) continue;
      const unreadable = (): void => {};
      const shared = { project, files, ignores, hidden: false, unreadable };
      const walked = walk(start, { ...shared, skip, isArticle });
      for await (const article of walked) {
        const { path } = article;
        const isMeant = article.config.files === undefined || article.config.files(path);
        if (isMeant && !checked.has(path) && isSource(article, start, settings, base))
          found.set(path, article);
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Each whole site among the articles' own, once, by a folder in it. */
function sitesOf(
  articles: readonly FoundArticle[],
  base: string,
  { project }: Pick<DiscoverOptions, "project">,
): Iterable<{ readonly config: ExpandedConfig; readonly folder: string }> {
  const sites = new Map<string, { readonly config: ExpandedConfig; readonly folder: string }>();
  const settings = project.settingsFrom(base, NO_FLAGS);
  for (const { path, config } of articles) {
    const { site } = settings.resolveFor(path, config).settings;
    if (!site.complete) continue;
    const key = `${config.file ?? ""}\0${site.folder}\0${site.root}`;
    if (!sites.has(key)) sites.set(key, { config, folder: dirname(path) });
  }
  return sites.values();
}
