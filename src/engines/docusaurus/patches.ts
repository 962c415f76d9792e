import { dirname, join } from "node:path";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";

/** Stands in the config for what patches of packages show. */
const CHANGES_IDS = "patchesChangeIds";

/** Where patch-package, pnpm and Yarn keep patches. */
const FOLDERS = ["patches", ".yarn/patches"];
/** `@docusaurus+mdx-loader+3.10.1.patch`, `@docusaurus__utils.patch`, `@docusaurus-utils-npm-3.0.0-0a1b.patch` */
const PATCH = /^@docusaurus[+_-]+(?:mdx-loader|utils)\b.*\.patch$/;
/** `lib/remark/headings` of the loader, `lib/markdownHeadingIdUtils.js` and `lib/slugger.js` of the tools. */
const MAKES_IDS = /remark\/headings|HeadingId|slugger/;
/** Folders above that of the site in which a repository may keep its patches. */
const LEVELS = 3;

/** Whether the repository patches the modules that make ids of headings: then nobody knows them. */
export function patchEffects(folder: string, reader: SiteReader): SiteTable {
  for (let home = folder, level = 0; level < LEVELS; home = dirname(home), level++) {
    for (const name of FOLDERS) {
      const patches = reader.entries(join(home, name)).filter((entry) => PATCH.test(entry.name));
      if (patches.some((one) => MAKES_IDS.test(reader.text(join(home, name, one.name)) ?? "")))
        return { [CHANGES_IDS]: true };
    }
    if (reader.entries(home).some((entry) => entry.name === ".git")) break;
  }
  return {};
}

/** Whether `patchEffects` has found such a patch. */
export function patchesChangeIds(config: SiteTable): boolean {
  return config[CHANGES_IDS] === true;
}
