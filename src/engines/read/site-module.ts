import { join } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import {
  type FindModule,
  type ModuleSource,
  readStaticExport,
  readStaticModule,
} from "./static-module.js";

const ENDINGS = ["", ".ts", ".mts", ".js", ".mjs", ".cjs", ".json", "/index.ts", "/index.js"];
const READABLE = /\.(?:[cm]?[jt]s|json)$/;

/** The module that a path without its ending may mean, as bundlers look for it. */
export function moduleAt(path: string, files: SiteFiles): ModuleSource | undefined {
  const written = path.replace(/\.(m?)js$/, ".$1ts");
  for (const candidate of [...ENDINGS.map((ending) => path + ending), written]) {
    if (!READABLE.test(candidate)) continue;
    const text = files.text(candidate);
    if (text !== undefined) return { path: candidate, text };
  }
  return undefined;
}

/** What a module of a site exports by default, or under a name, as data with the places of its texts (`placeOf`). Nothing is run. */
export function readSiteModule(source: ModuleSource, files: SiteFiles, name?: string): unknown {
  const find: FindModule = (specifier, from) => {
    const path = join(from.slice(0, Math.max(0, from.lastIndexOf("/"))), specifier);
    return path === undefined ? undefined : moduleAt(path, files);
  };
  return name === undefined ? readStaticModule(source, find) : readStaticExport(source, name, find);
}
