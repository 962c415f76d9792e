import { isInside, pathFrom } from "../engine/paths.js";
import type { ReportSite } from "../report/model.js";
import type { SiteEvidence } from "../rule/index.js";
import type { ReadArticle } from "./read.js";

/**
 * The sites that the checked articles belong to, the largest first, as copydesk recognized them; plain folders are one.
 *
 * @param base folder that paths in the report are relative to
 * @param evidence what the links of the sites show of them
 */
export function recognizedSites(
  articles: Iterable<ReadArticle>,
  base: string,
  evidence: readonly SiteEvidence[],
): ReportSite[] {
  const sites = new Map<string, ReportSite>();
  for (const { found, resolved, isContext } of articles) {
    if (isContext) continue;
    const { engine, contentFolders, settings } = resolved;
    const folder = engine.publishes ? settings.site.folder : "";
    const key = `${engine.name}\0${folder}`;
    const shown = evidenceOf(resolved, base);
    const learned = evidence.find((one) => one.folder === settings.site.folder);
    const site: ReportSite = sites.get(key) ?? {
      engine: engine.name,
      label: engine.label,
      folder,
      ...(shown === undefined ? {} : { evidence: shown }),
      content: [],
      articles: 0,
      ...(learned === undefined ? {} : { learned: learnedOf(learned) }),
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

function learnedOf({ staticDirs, base, root, explains }: SiteEvidence): ReportSite["learned"] {
  return {
    staticDirs: [...staticDirs],
    ...(base === undefined ? {} : { base }),
    ...(root === undefined ? {} : { root }),
    explains,
  };
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
