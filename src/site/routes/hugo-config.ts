import { z } from "zod";
import type { SiteSettings, SiteTable } from "../../rule/settings.js";
import { configText, folderPath, isHidden, joinPath } from "./config-value.js";

/** One language of a site, and where its content lies. */
export interface HugoLanguage {
  readonly code: string;
  /** Relative to the project root. */
  readonly folder: string;
  /** What its addresses begin with: empty, or `/fr`. */
  readonly prefix: string;
}

/** The members of a Hugo config that decide addresses. */
export interface HugoConfig {
  readonly languages: readonly HugoLanguage[];
  /** Patterns by section. */
  readonly permalinks: Readonly<Record<string, string>>;
  readonly uglyUrls: boolean;
  readonly keepsCase: boolean;
  /** Names of taxonomies by the key of the front matter. */
  readonly taxonomies: readonly string[];
  readonly disabledKinds: readonly string[];
  readonly pagerPath: string;
  /** False when something that decides could not be read: mounts, modules. */
  readonly certain: boolean;
}

const text = z.string().optional().catch(undefined);
const names = z.record(z.string(), z.string()).catch({});

const permalinks = z
  .record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))
  .catch({});

/** Keys in lower case: Hugo's own do not tell letter case apart. */
const schema = z.object({
  contentdir: z.string().catch("content"),
  defaultcontentlanguage: z.string().catch("en"),
  defaultcontentlanguageinsubdir: z.boolean().catch(false),
  languages: z
    .record(
      z.string(),
      z.object({ contentdir: configText, disabled: z.boolean().optional().catch(false) }),
    )
    .catch({}),
  permalinks,
  uglyurls: z.boolean().catch(false),
  disablepathtolower: z.boolean().catch(false),
  taxonomies: names.optional().catch(undefined),
  disablekinds: z.array(z.string()).catch([]),
  paginatepath: text,
  pagination: z.object({ path: text }).catch({ path: undefined }),
  module: z.object({ mounts: z.array(z.unknown()).catch([]) }).catch({ mounts: [] }),
});

/** Reads what decides addresses from a site's config. */
export function readHugoConfig(site: SiteSettings): HugoConfig {
  const table = lowerKeys(site.config);
  const read = schema.parse(table);
  const contentFolder = (folder: string): string => joinPath(site.folder, folderPath(folder));
  const isDefault = (code: string): boolean => code === read.defaultcontentlanguage;
  const codes = Object.entries(read.languages).filter(([, { disabled }]) => disabled !== true);
  const many = codes.length > 1;
  const languages = (codes.length > 0 ? codes : [[read.defaultcontentlanguage, {}] as const]).map(
    ([code, own]): HugoLanguage => ({
      code,
      folder:
        "contentdir" in own && own.contentdir !== undefined
          ? contentFolder(own.contentdir)
          : site.root,
      prefix:
        many && (!isDefault(code) || read.defaultcontentlanguageinsubdir)
          ? `/${code.toLowerCase()}`
          : "",
    }),
  );
  const taxonomies = Object.values(read.taxonomies ?? { tag: "tags", category: "categories" });
  return {
    languages,
    permalinks: sectionPatterns(read.permalinks),
    uglyUrls: read.uglyurls,
    keepsCase: read.disablepathtolower,
    taxonomies,
    disabledKinds: read.disablekinds.map((kind) => kind.toLowerCase()),
    pagerPath: read.pagination.path ?? read.paginatepath ?? "page",
    certain:
      read.module.mounts.length === 0 &&
      !isHidden(site.config, "permalinks", "languages", "module"),
  };
}

/** Old configs give patterns by section, new ones by kind and section. */
function sectionPatterns(
  patterns: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
): Readonly<Record<string, string>> {
  const flat = Object.entries(patterns).flatMap(([name, value]) => {
    if (typeof value === "string") return [[name, value] as const];
    return name === "page" ? Object.entries(value) : [];
  });
  return Object.fromEntries(flat);
}

/** Names of languages, sections and taxonomies are lower case in the end as well. */
function lowerKeys(table: SiteTable): SiteTable {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key.toLowerCase(), lowerValue(value)]),
  );
}

function lowerValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return lowerKeys(Object.fromEntries(Object.entries(value)));
}
