import type { SiteFiles } from "../../engine/router.js";
import { joinPath } from "../read/config-value.js";
import type { ContentRoot } from "./content.js";
import servers from "./content-servers.json" with { type: "json" };
import { modulesOf, type SiteModule } from "./modules.js";
import type { NextPage } from "./pages.js";

/** Reading of files, and the names of folders in quotation marks: `"pages/"`, `` `pages/${locale}` ``. */
const READS = /\b(?:readFile|readdir|glob|globSync|globby)(?:Sync)?\(/;
const FOLDER = /["'`](?:\.{0,2}\/)*([\w-]+(?:\/[\w-]+)*)\/?(?:["'`]|\$\{)/g;

/** What says that a page has no other addresses than those that it finds content for. */
const REFUSES = /\bnotFound\(|\bnotFound:\s*true|\bdynamicParams\s*=\s*false|\bfallback:\s*false/;

/** What may bring along pages that no file holds. */
const ASKS = /\bfetch\(/;
const LISTS = /paginat|categor|\btags?\b|archive|authors?\b/i;

/** Whether all of a route are parameters: `/[locale]/[...path]`. */
const ALL_PARAMETERS = /^(?:\/\[[^\]/]+\])+$/;

/**
 * Whether a page with parameters has the files of the roots for its content and nothing else: its code, or a module that it
 * needs, reads their folder, nothing on the way there asks a server, and other addresses are refused.
 */
export function showsFilesAlone(
  { route, path }: NextPage,
  roots: readonly ContentRoot[],
  site: string,
  files: Pick<SiteFiles, "list" | "text">,
): boolean {
  if (!ALL_PARAMETERS.test(route)) return false;
  const code = files.text(path) ?? "";
  if (!REFUSES.test(code) || LISTS.test(code)) return false;
  const modules = modulesOf(path, site, files);
  const way = modulesOnTheWay(modules);
  if (way.length === 0) return false;
  const asked = way.flatMap(({ imports }) => imports.flatMap((one) => modules.get(one) ?? []));
  if ([...way, ...asked].some(asksServer)) return false;
  const folders = new Set(
    way.flatMap(({ text }) => [...text.matchAll(FOLDER)].map(([, name = ""]) => name)),
  );
  const isNamed = (folder: string): boolean =>
    folders.has(folder) || folders.has(joinPath(site, folder));
  return roots.some(
    ({ folder, prefix }) => prefix === "/" && (isNamed(folder) || isNamed(parentOf(folder))),
  );
}

const SCOPES: ReadonlySet<string> = new Set(servers.scopes);
const PACKAGES: ReadonlySet<string> = new Set(servers.packages);

function asksServer({ text, specifiers }: SiteModule): boolean {
  return (
    ASKS.test(text) ||
    specifiers.some((one) => {
      const [first = ""] = one.split("/");
      return SCOPES.has(first) || PACKAGES.has(first);
    })
  );
}

/** Modules that read files, and those that need one that does. */
function modulesOnTheWay(modules: ReadonlyMap<string, SiteModule>): readonly SiteModule[] {
  const found = new Set(
    [...modules.values()].filter(({ text }) => READS.test(text)).map(({ path }) => path),
  );
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { path, imports } of modules.values())
      if (imports.some((one) => found.has(one))) found.add(path);
  }
  return [...found].flatMap((path) => modules.get(path) ?? []);
}

function parentOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
}
