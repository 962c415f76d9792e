import { join as joinFiles } from "node:path";
import * as z from "zod";
import { join } from "../../engine/address.js";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";

/** Stands in the config for folders below the site's own, by the beginning of paths that stands for them (`~/`). */
const ALIASES = "importAliases";

const compilerSchema = z.object({
  compilerOptions: z.object({
    baseUrl: z.string().catch("."),
    paths: z.record(z.string(), z.array(z.string())).catch({}),
  }),
});

const aliasSchema = z.object({ [ALIASES]: z.record(z.string(), z.string()).catch({}) });

/** A site's config with the folders that `tsconfig.json` gives names to; names of several folders are left out. */
export function withAliases(config: SiteTable, folder: string, reader: SiteReader): SiteTable {
  const read = ["tsconfig.json", "jsconfig.json"]
    .map((name) => compilerSchema.safeParse(reader.config(joinFiles(folder, name))).data)
    .find((data) => data !== undefined);
  if (read === undefined) return config;
  const { baseUrl, paths } = read.compilerOptions;
  const aliases = Object.entries(paths).flatMap(([name, [target = "", ...others]]) => {
    const home = target.endsWith("/*") ? join("", `${baseUrl}/${target.slice(0, -1)}`) : undefined;
    const isFolder = name.endsWith("/*") && others.length === 0 && home !== undefined;
    return isFolder ? [[name.slice(0, -1), home]] : [];
  });
  // Without a config nothing is said of the site.
  return aliases.length === 0 || Object.keys(config).length === 0
    ? config
    : { ...config, [ALIASES]: Object.fromEntries(aliases) };
}

/** Folders by the beginning of paths that stands for them, relative to the project root. */
export function aliasesOf({ config, folder }: SiteSettings): Readonly<Record<string, string>> {
  const { [ALIASES]: aliases } = aliasSchema.parse(config);
  return Object.fromEntries(
    Object.entries(aliases).flatMap(([name, home]) => {
      const path = join(folder, home);
      return path === undefined ? [] : [[name, path]];
    }),
  );
}
