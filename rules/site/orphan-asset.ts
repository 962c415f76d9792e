import * as z from "zod";
import {
  type ArticleFacts,
  defineRule,
  type Engine,
  globSchema,
  referencesOf,
  resolveImage,
  type SiteIndex,
  type SiteSettings,
} from "../../src/rules.js";
import { mentionsIn } from "./lib/mentions.js";
import { ASKED_BY_NAME, ASSET_GLOBS, publishedAssets, siteTexts } from "./lib/site-assets.js";
import { UsedAssets } from "./lib/used-assets.js";

/** Found in a template that loops over all files of the site. */
const ALL_FILES = /\bsite\.static_files\b/;

const factSchema = z.object({ paths: z.array(z.string()), folders: z.array(z.string()) });

export default defineRule({
  id: "site/orphan-asset",
  summary: "Every image and download of the site is used",
  options: z.strictObject({
    assets: z
      .array(globSchema)
      .default([...ASSET_GLOBS])
      .describe("Globs of the files that must be used, relative to the folder of the site."),
    allow: z
      .array(globSchema)
      .default([...ASKED_BY_NAME])
      .describe(
        "Globs of files that need no reference, because browsers and other programs request them by name.",
      ),
  }),
  facts: factSchema,
  messages: {
    orphan: {
      severity: "info",
      what: "This file is not used anywhere in the site.",
      why: "Every build copies its {size} to the server, although no article, layout, style sheet, script, data file or config refers to {path}.",
      help: "Delete the file, or add a glob for it to the option allow if something outside the site needs it.",
    },
  },
  check({ article, settings, leaveFact }) {
    if (!settings.site.complete) return;
    const { links, images } = referencesOf(article);
    // Links and images are resolved in the site stage.
    const resolved = new Set(
      [...links, ...images].flatMap(({ url, unknown }) => (unknown ? [] : mentionsIn(url).paths)),
    );
    const { paths, folders } = mentionsIn(article.source);
    const others = paths.filter((path) => !resolved.has(path));
    if (others.length + folders.length > 0) leaveFact({ paths: others, folders: [...folders] });
  },
  speaksOf: "files",
  site({ site, articles, report }) {
    const seen = new Set<string>();
    const mentioned = new Map(articles.map(({ facts, fact }) => [facts.path, fact]));
    for (const { settings, options, engine } of articles) {
      const { folder, complete } = settings.site;
      if (!complete || seen.has(folder)) continue;
      seen.add(folder);
      const assets = publishedAssets(site, settings.site, engine, options);
      if (assets.length === 0) continue;
      const used = usedAssets(site, settings.site, engine, mentioned);
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

/** The assets that a site refers to; undefined where that cannot be known. */
function usedAssets(
  site: SiteIndex,
  settings: SiteSettings,
  engine: Engine,
  mentioned: ReadonlyMap<string, z.infer<typeof factSchema> | undefined>,
): UsedAssets | undefined {
  const used = new UsedAssets(site, settings);
  for (const [path, text] of siteTexts(site, settings, engine)) {
    if (text === undefined || ALL_FILES.test(text)) return undefined;
    used.addMentions(path, mentionsIn(text));
  }
  for (const facts of site.articles) {
    addArticle(used, site, facts);
    const mentions = mentioned.get(facts.path);
    if (mentions !== undefined) used.addMentions(facts.path, mentions);
  }
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
}

/** Layouts find the files of an article's folder by pattern: those next to `_index.md`, and any below `index.md`. */
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
