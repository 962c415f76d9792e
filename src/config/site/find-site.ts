import { dirname, join } from "node:path";
import { largest } from "../../article/largest.js";
import { lazily } from "../../article/lazily.js";
import type { Engine } from "../../engine/engine.js";
import { isInside, pathFrom } from "../../engine/paths.js";
import type { SiteReader } from "../../engine/site-reader.js";
import type { FileSystem } from "../../files/file-system.js";
import { isThere, targetKind } from "../../files/look.js";
import { claimedFolders } from "./claimed-folders.js";
import type { DetectedSite, EngineRegistry } from "./detected-site.js";
import { createSiteReader, dependenciesOf } from "./site-reader.js";

/** Finds the site that a folder belongs to. Answers are remembered per folder. */
export interface SiteFinder {
  /** Whether the project root is that of a git repository. */
  readonly isRepository: boolean;
  /** Reads the configs of sites; held to the project. */
  readonly reader: SiteReader;
  /** `engine`: the engine the config names; only its site config is then looked for. */
  find(folder: string, engine?: Engine): DetectedSite | undefined;
  /** The sites whose configs lie in folders below this one, for which more speaks than the name of a config. */
  below(folder: string, isLeftOut: (folder: string) => boolean): readonly DetectedSite[];
}

/**
 * Detects engines by the nearest site config between a folder and the root, or the nearest folder that the config of a
 * site beside it names as its own; failing that from the layout of the folders, outermost first. Where two engines fit equally well there is no answer.
 *
 * @param files looked at instead of the disk
 */
export function createSiteFinder(
  root: string,
  engines: EngineRegistry,
  files?: FileSystem,
): SiteFinder {
  const isRepository = isThere(join(root, ".git"));
  const reader = createSiteReader(root, files);
  const within: Within = { root, files, reader };
  const byConfig = new Map<string, DetectedSite | undefined>();
  const byLayout = new Map<string, DetectedSite | undefined>();
  const claims = lazily(() => claimedFolders(root, engines, reader));

  const nearestConfig = (folder: string, engine: Engine | undefined): DetectedSite | undefined => {
    const key = `${engine?.name ?? ""}\0${folder}`;
    if (byConfig.has(key)) return byConfig.get(key);
    const choice = engine === undefined ? [...engines.values()] : [engine];
    const here = isInside(folder, root)
      ? (siteConfigIn(folder, choice, within) ?? claims().find(folder, engine))
      : undefined;
    const found =
      here ??
      (folder === root || dirname(folder) === folder
        ? undefined
        : nearestConfig(dirname(folder), engine));
    byConfig.set(key, found);
    return found;
  };
  const outermostLayout = (folder: string): DetectedSite | undefined => {
    if (byLayout.has(folder)) return byLayout.get(folder);
    const above =
      folder === root || dirname(folder) === folder ? undefined : outermostLayout(dirname(folder));
    const found = isInside(folder, root) ? layoutOf(folder, engines, within) : undefined;
    const own = above ?? (found !== undefined && isOwn(found, root, reader) ? found : undefined);
    const isWhole = isRepository && own?.folder === root && dependsOnEngine(own, reader);
    const site = own === undefined || !isWhole ? own : { ...own, isWhole };
    byLayout.set(folder, site);
    return site;
  };
  return {
    isRepository,
    reader,
    find: (folder, engine) =>
      nearestConfig(folder, engine) ?? (engine === undefined ? outermostLayout(folder) : undefined),
    below: (folder, isLeftOut) =>
      sitesBelow(folder, [...engines.values()], isLeftOut, within, DEEPEST),
  };
}

/** The project that is looked through. */
interface Within {
  readonly root: string;
  readonly files: FileSystem | undefined;
  readonly reader: SiteReader;
}

/** How many folders down sites are looked for. */
const DEEPEST = 3;

/** Folders whose sites are not the repository's own: tests, templates, what others made. */
const NOT_OWN =
  /^(?:[._].*|node_modules|vendor|third[-_]?party|tests?|spec|features|testdata|fixtures?|mocks?|templates?|scaffolds?|starters?|themes?|dist|build|out|public|coverage)$/i;

/** Whether a site that its layout alone shows is the repository's own: one of a test needs the engine besides. */
function isOwn(site: DetectedSite, root: string, reader: SiteReader): boolean {
  const names = pathFrom(root, site.folder).split("/");
  return !names.some((name) => name !== "" && NOT_OWN.test(name)) || dependsOnEngine(site, reader);
}

function sitesBelow(
  folder: string,
  engines: readonly Engine[],
  isLeftOut: (folder: string) => boolean,
  within: Within,
  depth: number,
): readonly DetectedSite[] {
  if (depth === 0) return [];
  return within.reader.entries(folder).flatMap(({ name, isFolder: isInner }) => {
    const inner = join(folder, name);
    if (!isInner || NOT_OWN.test(name) || isLeftOut(inner)) return [];
    const here = siteConfigIn(inner, engines, within, true);
    return here === undefined ? sitesBelow(inner, engines, isLeftOut, within, depth - 1) : [here];
  });
}

interface Candidate extends DetectedSite {
  readonly configFile: string;
  /** Whether the file's name belongs to one engine only. */
  readonly isTelling: boolean;
}

/** @param isStrict whether a config that other tools have as well is none without evidence, even where one engine fits */
function siteConfigIn(
  folder: string,
  engines: readonly Engine[],
  within: Within,
  isStrict = false,
): DetectedSite | undefined {
  const names = new Set(within.reader.entries(folder).map(({ name }) => name));
  const isThere = (path: string): boolean =>
    path.includes("/")
      ? names.has(path.split("/")[0] ?? "") &&
        targetKind(join(folder, path), within.root, within.files) !== undefined
      : names.has(path);
  const fits = engines.flatMap((engine): readonly Candidate[] => {
    const { configFiles, sharedConfigFiles } = engine.recognition;
    const own = configFiles.find(isThere);
    const file = own ?? sharedConfigFiles.find(isThere);
    if (file === undefined) return [];
    const configFile = join(folder, file);
    return [{ engine, folder, configFile, evidence: configFile, isTelling: own !== undefined }];
  });
  const [only] = fits;
  if (only === undefined || (engines.length === 1 && !isStrict)) return only;
  const scored = fits.map((site) => ({
    site,
    score: site.isTelling ? Number.POSITIVE_INFINITY : evidence(site, within),
  }));
  const best = largest(scored.map(({ score }) => score));
  const winners = scored.filter(({ score }) => score === best && score > 0);
  return winners.length === 1 ? winners[0]?.site : undefined;
}

/** What one dependency on an engine weighs, against one for a key or a folder that others may have as well. */
const DEPENDENCY = 3;

function dependsOnEngine({ engine, folder }: DetectedSite, reader: SiteReader): boolean {
  const { evidence: named, evidenceIn } = engine.recognition;
  const depended = dependenciesOf(folder, reader);
  return (
    named.packages.some((name) => depended.has(name)) || evidenceIn(folder, reader) >= DEPENDENCY
  );
}

function evidence(
  { engine, folder, configFile }: Candidate,
  { root, files, reader }: Within,
): number {
  const { packages, folders, keys } = engine.recognition.evidence;
  const depended = dependenciesOf(folder, reader);
  const config = reader.config(configFile);
  return (
    packages.filter((name) => depended.has(name)).length * DEPENDENCY +
    folders.filter((name) => targetKind(join(folder, name), root, files) === "folder").length +
    keys.filter((key) => Object.hasOwn(config, key)).length +
    engine.recognition.evidenceIn(folder, reader)
  );
}

/** Two engines whose layouts fit are no answer: then the folder counts as plain. */
function layoutOf(
  folder: string,
  engines: EngineRegistry,
  { reader }: Within,
): DetectedSite | undefined {
  const fits = [...engines.values()].flatMap((engine): readonly DetectedSite[] => {
    const shown = engine.recognition.layoutEvidence(
      (inside) => reader.entries(join(folder, inside)),
      (packageName) => dependenciesOf(folder, reader).has(packageName),
    );
    if (shown === undefined) return [];
    return [{ engine, folder, configFile: undefined, evidence: join(folder, shown) }];
  });
  const [first, ...others] = fits;
  if (first === undefined || others.length === 0) return first;
  const plain = [...engines.values()].find(({ publishes }) => !publishes);
  return plain === undefined ? first : { ...first, engine: plain, evidence: folder };
}
