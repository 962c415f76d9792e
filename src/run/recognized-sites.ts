import { isInside, pathFrom } from "../engine/paths.js";
import type { ReportSite } from "../report/model.js";
import type { ReadArticle } from "./read.js";

/**
 * The sites that the checked articles belong to, the largest first, as copydesk recognized them; plain folders are one.
 *
 * @param base folder that paths in the report are relative to
 */
export function recognizedSites(articles: Iterable<ReadArticle>, base: string): ReportSite[] {
  const sites = new Map<string, ReportSite>();
  for (const { found, resolved, isContext } of articles) {
    if (isContext) continue;
    const { engine, contentFolders, settings } = resolved;
    const folder = engine.publishes ? settings.site.folder : "";
    const key = `${engine.name}\0${folder}`;
    const evidence = evidenceOf(resolved, base);
    const site: ReportSite = sites.get(key) ?? {
      engine: engine.name,
      label: engine.label,
      folder,
      ...(evidence === undefined ? {} : { evidence }),
      content: [],
      articles: 0,
    };
    sites.set(key, site);
    site.articles += 1;
    const content = contentFolders.find((one) => isInside(found.path, one));
    if (content === undefined) continue;
    const name = pathFrom(base, content);
    if (!site.content.includes(name)) site.content.push(name);
  }
  return [...sites.values()].sort(
    (a, b) => b.articles - a.articles || (a.folder < b.folder ? -1 : 1),
  );
}

/** What shows the engine; a preset names it in the config. */
function evidenceOf(
  { engine, origins, file }: ReadArticle["resolved"],
  base: string,
): string | undefined {
  const { kind, name } = origins.engine;
  if (kind === "file") return engine.publishes ? pathFrom(base, name) : undefined;
  return kind === "preset" && name !== "default" && file !== undefined
    ? pathFrom(base, file)
    : undefined;
}
