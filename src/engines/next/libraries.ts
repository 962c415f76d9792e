import { below } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import { folderPath, joinPath, routePath } from "../read/config-value.js";
import type { ContentRoot } from "./content.js";
import { type NextPage, prefixOf } from "./pages.js";

/** What the code of content libraries says of their roots: the folder of articles, and where they are served. */
const DIR = /\bdir\s*:\s*["'`]([^"'`$]+)["'`]/g;
const BASE_URL = /\bbaseUrl\s*:\s*["'`]([^"'`$]*)["'`]/g;

/**
 * The roots of addresses of the libraries that a site builds on: Nextra serves `content` where a page with the
 * parameter `mdxPath` lies, Fumadocs what `source.config.ts` names at the `baseUrl` of its loader.
 *
 * @param site folder of the site, relative to the project root
 */
export function rootsOfLibraries(
  pages: readonly NextPage[],
  site: string,
  files: SiteFiles,
): readonly ContentRoot[] {
  const shown = pages.find(({ route }) => /\[\.\.\.mdxPath\]/.test(route));
  const nextra =
    shown === undefined
      ? []
      : ["content", "src/content"].map((folder) => ({ folder, prefix: prefixOf(shown.route) }));
  return [...nextra, ...fumadocs(site, files)];
}

function fumadocs(site: string, files: SiteFiles): readonly ContentRoot[] {
  const text = files.text(joinPath(site, "source.config.ts"));
  if (text === undefined) return [];
  const folders = [...text.matchAll(DIR)].map(([, folder = ""]) => folderPath(folder));
  const addresses = files
    .list()
    .filter((path) =>
      /^(?:src\/)?(?:app\/|lib\/|utils\/)?source\.tsx?$|^(?:src\/)?lib\/source\//.test(
        below(path, site) ?? "",
      ),
    )
    .flatMap((path) => [...(files.text(path) ?? "").matchAll(BASE_URL)])
    .map(([, address = ""]) => routePath(address));
  const dirs = folders.length === 0 ? ["content/docs"] : folders;
  // With several, code says which of them belong together; the usual names agree.
  if (dirs.length === 1 && addresses.length === 1)
    return [{ folder: dirs[0] ?? "", prefix: addresses[0] ?? "/" }];
  return dirs.flatMap((folder) => {
    const name = `/${folder.slice(folder.lastIndexOf("/") + 1)}`;
    const prefix = addresses.find((address) => address === name);
    return prefix === undefined ? [] : [{ folder, prefix }];
  });
}
