import * as z from "zod";
import { referencesOf } from "../../src/knowledge/page/references.js";
import { resolveImage } from "../../src/knowledge/picture/picture-resolve.js";
import {
  type ArticleFacts,
  defineRule,
  type Engine,
  ownFacts,
  type SiteIndex,
  type SiteSettings,
} from "../../src/rule/index.js";
import { mentionsIn } from "./lib/mentions.js";
import { ASKED_BY_NAME, ASSET_GLOBS, publishedAssets, siteTexts } from "./lib/site-assets.js";
import { UsedAssets } from "./lib/used-assets.js";

/** A template goes through all files of the site. */
const ALL_FILES = /\bsite\.static_files\b/;

const ownFact = ownFacts(z.object({ paths: z.array(z.string()), folders: z.array(z.string()) }));

export default defineRule({
  id: "site/orphan-asset",
  summary: "Every picture and download of the site is used",
  options: z.strictObject({
    assets: z
      .array(z.string())
      .default([...ASSET_GLOBS])
      .describe("Globs of the files that are meant, from the site's folder."),
    allow: z
      .array(z.string())
      .default([...ASKED_BY_NAME])
      .describe("Globs of files that need no reference, since others ask for them by name."),
  }),
  messages: {
    orphan: {
      severity: "info",
      what: "Nothing in the site refers to {path} ({size}): no article, layout, style sheet, script, data or config.",
      why: "",
      help: "Delete the file, or name it in the option allow.",
    },
  },
  check({ article, settings, leaveFact }) {
    if (!settings.site.complete) return undefined;
    const { links, images } = referencesOf(article);
    // What a link or image says is resolved in the site stage.
    const resolved = new Set(
      [...links, ...images].flatMap(({ url, unknown }) => (unknown ? [] : mentionsIn(url).paths)),
    );
    const { paths, folders } = mentionsIn(article.source);
    const others = paths.filter((path) => !resolved.has(path));
    if (others.length + folders.length > 0)
      leaveFact(ownFact.leave({ paths: others, folders: [...folders] }));
    return undefined;
  },
  site({ site, articles, report }) {
    const seen = new Set<string>();
    for (const { settings, options, engine } of articles) {
      const { folder, complete } = settings.site;
      if (!complete || seen.has(folder)) continue;
      seen.add(folder);
      const assets = publishedAssets(site, settings.site, engine, options);
      if (assets.length === 0) continue;
      const used = usedAssets(site, settings.site, engine);
      if (used === undefined) continue;
      const bundles = engine.links.hasBundles ? bundlesOf(site) : undefined;
      for (const path of assets) {
        if (used.has(path) || bundles?.(path) === true) continue;
        const bytes = site.assetAt(path)?.bytes ?? 0;
        const size = `${Math.max(1, Math.round(bytes / 1000))} KB`;
        const range = { start: 0, end: 0 };
        report({ path, messageId: "orphan", range, certainty: "likely", data: { path, size } });
      }
    }
  },
});

/** What a site refers to; undefined where nobody can tell. */
function usedAssets(
  site: SiteIndex,
  settings: SiteSettings,
  engine: Engine,
): UsedAssets | undefined {
  const used = new UsedAssets(site, settings);
  for (const [path, text] of siteTexts(site, settings, engine)) {
    if (text === undefined || ALL_FILES.test(text)) return undefined;
    used.addMentions(path, mentionsIn(text));
  }
  for (const facts of site.articles) addArticle(used, site, facts);
  return used;
}

function addArticle(used: UsedAssets, site: SiteIndex, facts: ArticleFacts): void {
  for (const reference of [...facts.links, ...facts.images]) {
    if (reference.unknown) continue;
    const resolution = resolveImage(site, facts, reference);
    if (resolution.verdict === "asset") used.addPath(resolution.asset.path);
    else if (resolution.verdict === "case") used.addPath(resolution.path);
    else if (resolution.verdict === "absent" || resolution.verdict === "unknown")
      used.addMentions(facts.path, mentionsIn(reference.url));
  }
  const fact = ownFact.read(facts.rules["site/orphan-asset"]);
  if (fact !== undefined) used.addMentions(facts.path, fact);
}

/** Layouts take the files of an article's folder by pattern: those beside `_index.md`, and any below `index.md`. */
function bundlesOf(site: SiteIndex): (path: string) => boolean {
  const leaves = new Set<string>();
  const branches = new Set<string>();
  for (const { path } of site.articles) {
    const [, folder = "", mark] = /^(.*\/)(_?)index\.[^/]+$/.exec(path) ?? [];
    if (mark !== undefined) (mark === "_" ? branches : leaves).add(folder);
  }
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (branches.has(folder)) return true;
    for (let end = folder.length; end > 0; end = folder.lastIndexOf("/", end - 2) + 1) {
      if (leaves.has(folder.slice(0, end))) return true;
    }
    return false;
  };
}
