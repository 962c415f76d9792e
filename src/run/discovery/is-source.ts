import type { ArticleSettings } from "../../config/project.js";
import { pathFrom } from "../../engine/paths.js";
import type { FoundArticle } from "./walk.js";

/**
 * Whether the engine of a file's site reads it at all: what it does not is no article, unless somebody names it.
 *
 * @param base the folder that the settings' paths are relative to
 */
export function isSource(
  { path, config }: FoundArticle,
  settings: ArticleSettings,
  base: string,
): boolean {
  const { engine, settings: resolved } = settings.resolveFor(path, config);
  return engine.readsFile(pathFrom(base, path), resolved.site);
}
