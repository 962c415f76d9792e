import { pathFrom } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import { isThere } from "../../files/look.js";
import type { Discovery } from "../discover.js";

/** A note for each manifest of a build that the configs of articles name and that is not there. */
export function missingManifests(
  { articles }: Pick<Discovery, "articles">,
  cwd: string,
  files: FileSystem,
): readonly string[] {
  const named = new Set(
    [...new Set(articles.map(({ config }) => config))].flatMap(({ layers }) =>
      layers.flatMap(({ values }) => values.site?.manifest ?? []),
    ),
  );
  return [...named]
    .filter((file) => !isThere(file, files))
    .map(
      (file) => `The manifest ${pathFrom(cwd, file)} is not there, so only sources are judged by.`,
    );
}
