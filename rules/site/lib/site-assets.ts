import { type Engine, globMatcher, type SiteIndex, type SiteSettings } from "../../../src/rules.js";
import table from "./asset-files.json" with { type: "json" };

/** Globs of files that readers get unchanged: images, video, audio, documents, archives. */
export const ASSET_GLOBS: readonly string[] = [`**/*.{${table.extensions.join(",")}}`];

/** Globs of files that browsers request by name. */
export const ASKED_BY_NAME: readonly string[] = table.allow;

const TEXTS: ReadonlySet<string> = new Set(table.texts);
const SCRIPTS: ReadonlySet<string> = new Set(table.scripts);
const LOCK_FILES: ReadonlySet<string> = new Set(table.lockFiles);
const SKIPPED: ReadonlySet<string> = new Set(table.skippedFolders);

/** The assets that a site publishes: those below its roots, without those of themes, tests and builds. */
export function publishedAssets(
  site: SiteIndex,
  settings: SiteSettings,
  engine: Engine,
  globs: { readonly assets: readonly string[]; readonly allow: readonly string[] },
): readonly string[] {
  const isAsset = globMatcher(globs.assets, { dot: true, nocase: true });
  const isAllowed = globMatcher(globs.allow, { dot: true, nocase: true });
  const roots = [settings.root, ...settings.staticDirs];
  return site.filesOf(settings.folder).filter((path) => {
    const inside = insideOf(path, settings);
    if (!isAsset(inside) || isAllowed(inside) || isBuilt(path, settings, engine)) return false;
    if (!roots.some((root) => isBelow(path, root))) return false;
    const folders = inside.split("/").slice(0, -1);
    return !folders.some((name) => name.startsWith(".") || SKIPPED.has(name));
  });
}

/** The text files of a site that are not articles; undefined for one that cannot be read and may well name assets. */
export function* siteTexts(
  site: SiteIndex,
  settings: SiteSettings,
  engine: Engine,
): Iterable<readonly [path: string, text: string | undefined]> {
  for (const path of site.filesOf(settings.folder)) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    if (!TEXTS.has(extension) || LOCK_FILES.has(name)) continue;
    if (site.article(path) !== undefined || isBuilt(path, settings, engine)) continue;
    const text = site.textOf(path);
    // A script or SVG that large is a library or a source map.
    if (text !== undefined || !SCRIPTS.has(extension)) yield [path, text];
  }
}

function isBuilt(path: string, settings: SiteSettings, engine: Engine): boolean {
  const { output, staticDirs } = settings;
  if (output !== undefined && isBelow(path, output)) return true;
  if (staticDirs.some((folder) => isBelow(path, folder))) return false;
  const [top = ""] = insideOf(path, settings).split("/");
  return engine.folders.built.includes(top);
}

function insideOf(path: string, { folder }: SiteSettings): string {
  return folder === "" ? path : path.slice(folder.length + 1);
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
