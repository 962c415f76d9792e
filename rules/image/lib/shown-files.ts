import {
  type ArticleFacts,
  type Asset,
  type Engine,
  type Range,
  resolveImage,
  type SiteIndex,
} from "../../../src/rules.js";

/** A file of the site that readers load with an article. */
export interface ShownFile {
  readonly asset: Asset;
  readonly range: Range;
  /** Shown at the head of the article. */
  readonly isHero: boolean;
}

/** The files that readers load with the article, each one once. */
export function shownFiles(
  site: SiteIndex,
  facts: ArticleFacts,
  engine: Engine,
): readonly ShownFile[] {
  // Of an image with several files, browsers load the one that fits the screen.
  const chosen = new Set(
    facts.images
      .filter(({ from }) => from.endsWith("[srcset]"))
      .map(({ elementRange }) => elementRange.start),
  );
  const files = new Map<string, ShownFile>();
  let isFirst = true;
  for (const reference of facts.images) {
    const isField = reference.from.startsWith("front-matter:");
    if (!isField && reference.from !== "img[src]" && reference.from !== "video[poster]") continue;
    const isHero = isField || isFirst;
    if (!isField) isFirst = false;
    if (reference.unknown || chosen.has(reference.elementRange.start)) continue;
    if (engine.links.resizesImages && !reference.url.startsWith("/")) continue;
    const resolution = resolveImage(site, facts, reference);
    if (resolution.verdict !== "asset" || files.has(resolution.asset.path)) continue;
    files.set(resolution.asset.path, { asset: resolution.asset, range: reference.range, isHero });
  }
  return [...files.values()];
}
