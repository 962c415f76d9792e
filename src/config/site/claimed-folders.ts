import { join } from "node:path";
import type { Engine } from "../../engine/engine.js";
import { isInside } from "../../engine/paths.js";
import type { SiteReader } from "../../engine/site-reader.js";
import type { DetectedSite, EngineRegistry } from "./detected-site.js";

/** How deep below the root sites are looked for whose articles lie beside them. */
const DEPTH = 2;

/** Folders outside of sites that their configs name as theirs: `docs` for `../docs` in `website`. */
export interface ClaimedFolders {
  /** @param engine only sites of this engine, where it is given */
  find(folder: string, engine: Engine | undefined): DetectedSite | undefined;
}

/** Looks for the sites of a project that keep articles outside of their own folders. */
export function claimedFolders(
  root: string,
  engines: EngineRegistry,
  reader: SiteReader,
): ClaimedFolders {
  const claims = new Map<string, DetectedSite>();
  const visit = (folder: string, depth: number): void => {
    const entries = reader.entries(folder);
    const names = new Set(entries.map(({ name }) => name));
    for (const engine of engines.values()) {
      const file = engine.recognition.configFiles.find((name) => names.has(name));
      if (file === undefined) continue;
      const configFile = join(folder, file);
      const site = { engine, folder, configFile, evidence: configFile };
      for (const content of engine.readSite(site, reader).content) {
        const claimed = join(folder, content);
        const isBeside = !isInside(claimed, folder) && !isInside(folder, claimed);
        if (isBeside && isInside(claimed, root) && !claims.has(claimed)) claims.set(claimed, site);
      }
    }
    if (depth === 0) return;
    for (const { name, isFolder } of entries)
      if (isFolder && name !== "node_modules" && !name.startsWith("."))
        visit(join(folder, name), depth - 1);
  };
  visit(root, DEPTH);
  return {
    find: (folder, engine) => {
      const site = claims.get(folder);
      return engine === undefined || site?.engine === engine ? site : undefined;
    },
  };
}
