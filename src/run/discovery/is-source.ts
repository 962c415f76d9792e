import type { ArticleSettings } from "../../config/project.js";
import { below } from "../../engine/address.js";
import { pathFrom } from "../../engine/paths.js";
import type { FoundArticle } from "./walk.js";

/**
 * Whether the engine of a file's site reads it at all: what it does not, or writes itself, is no article, unless
 * somebody names it.
 *
 * @param from the absolute path of the folder that is searched: one inside of what the engine writes is meant
 * @param base the folder that the settings' paths are relative to
 */
export function isSource(
  { path, config }: FoundArticle,
  from: string,
  settings: ArticleSettings,
  base: string,
): boolean {
  const { engine, settings: resolved } = settings.resolveFor(path, config);
  const { site } = resolved;
  const isBuilt = (absolute: string): boolean => {
    const [top = ""] = (below(pathFrom(base, absolute), site.folder) ?? "").split("/");
    return engine.folders.built.includes(top);
  };
  return engine.readsFile(pathFrom(base, path), site) && (!isBuilt(path) || isBuilt(from));
}
