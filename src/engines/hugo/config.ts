import * as z from "zod";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";
import { configText, folderPath, isHidden, joinPath } from "../read/config-value.js";
import { isTable } from "../read/table.js";
import { type HugoMarkup, readMarkup } from "./markup.js";
import type { HugoSpelling } from "./path.js";

/** One language of a site. */
export interface HugoLanguage {
  readonly code: string;
  /** What its addresses begin with: empty, or `/fr`. */
  readonly prefix: string;
}

/** A folder of content, relative to the project root. */
export interface HugoContent {
  readonly folder: string;
  /** Folders it is put below. */
  readonly target: readonly string[];
  readonly language: HugoLanguage;
}

/** A folder served below the root. */
export interface HugoStatic {
  readonly folder: string;
  readonly target: string;
}

/** Kinds of pages that have permalink patterns of their own. */
export type HugoKind = "page" | "section" | "term" | "taxonomy";

/** The members of a Hugo config that decide addresses. */
export interface HugoConfig extends HugoSpelling, HugoMarkup {
  readonly languages: readonly HugoLanguage[];
  /** That of content without a language of its own. */
  readonly mainLanguage: HugoLanguage;
  readonly contents: readonly HugoContent[];
  readonly statics: readonly HugoStatic[];
  /** Permalink patterns by kind, then by section. */
  readonly permalinks: Readonly<Record<HugoKind, Readonly<Record<string, string>>>>;
  isUgly(section: string): boolean;
  /** Plural names of taxonomies: keys of the front matter, and folders of addresses. */
  readonly taxonomies: readonly string[];
  readonly disabledKinds: readonly string[];
  readonly pagerPath: string;
  /** Whether day and slug are read from file names. */
  readonly datesFromNames: boolean;
  readonly hasAliases: boolean;
  /** Whether Hugo itself writes a page for each of them. */
  readonly writesAliases: boolean;
  /** Names of the output formats that write a file of redirects, in lower case. */
  readonly redirectFormats: readonly string[];
  /** What the site publishes although it is a draft, of the future, or over. */
  readonly builds: {
    readonly drafts: boolean;
    readonly future: boolean;
    readonly expired: boolean;
  };
  /** Folders of layouts, the site's own first, relative to the project root. */
  readonly layouts: readonly string[];
  /** Folders of themes that the config names. */
  readonly themes: readonly string[];
  readonly hasModules: boolean;
  /** Whether layouts are mounted under names that their folders do not tell. */
  readonly hasMovedLayouts: boolean;
  readonly hasOutputs: boolean;
  readonly hasTheme: boolean;
  /** False when something that decides could not be read. */
  readonly certain: boolean;
}

const text = z.string().optional().catch(undefined);
const patterns = z.record(z.string(), z.unknown()).catch({});

/** Keys in lower case: Hugo's own do not tell letter case apart. */
const schema = z.object({
  defaultcontentlanguage: z.string().catch("en"),
  defaultcontentlanguageinsubdir: z.boolean().catch(false),
  disablelanguages: z.array(z.string()).catch([]),
  languages: z
    .record(
      z.string(),
      z.object({ contentdir: configText, baseurl: configText, disabled: z.boolean().catch(false) }),
    )
    .catch({}),
  permalinks: patterns,
  uglyurls: z.union([z.boolean(), z.record(z.string(), z.boolean())]).catch(false),
  disablepathtolower: z.boolean().catch(false),
  removepathaccents: z.boolean().catch(false),
  disablealiases: z.boolean().catch(false),
  outputformats: z.record(z.string(), z.unknown()).catch({}),
  builddrafts: z.boolean().catch(false),
  buildfuture: z.boolean().catch(false),
  buildexpired: z.boolean().catch(false),
  layoutdir: z.string().catch("layouts"),
  themesdir: z.string().catch("themes"),
  taxonomies: z.record(z.string(), z.string()).optional().catch(undefined),
  disablekinds: z.array(z.string()).catch([]),
  paginatepath: text,
  pagination: z.object({ path: text }).catch({ path: undefined }),
  frontmatter: z.object({ date: z.array(z.string()).catch([]) }).catch({ date: [] }),
  outputs: z.unknown().optional(),
  theme: z.unknown().optional(),
  module: z
    .object({ mounts: z.array(z.unknown()).catch([]), imports: z.array(z.unknown()).catch([]) })
    .catch({ mounts: [], imports: [] }),
});

const mountSchema = z.object({
  source: z.string(),
  target: z.string(),
  lang: text,
  includefiles: z.unknown().optional(),
  excludefiles: z.unknown().optional(),
});

/** Reads what decides addresses from a site's config. */
export function readHugoConfig(site: SiteSettings): HugoConfig {
  const config = lowerKeys(site.config);
  const read = schema.parse(config);
  const inSite = (folder: string): string => joinPath(site.folder, folderPath(folder));
  const given = Object.entries(read.languages).filter(
    ([code, { disabled }]) => !disabled && !read.disablelanguages.includes(code),
  );
  const usual = read.defaultcontentlanguage.toLowerCase();
  const codes = given.length > 0 ? given.map(([code]) => code) : [usual];
  // Languages on hosts of their own have no prefix there.
  const ownHosts = given.length > 1 && given.every(([, { baseurl }]) => baseurl !== undefined);
  const languages = codes.map((code): HugoLanguage => {
    const isPlain = codes.length === 1 || code === usual;
    return { code, prefix: isPlain && !read.defaultcontentlanguageinsubdir ? "" : `/${code}` };
  });
  const [first = { code: usual, prefix: "" }] = languages;
  const main = languages.find(({ code }) => code === usual) ?? first;
  const mounts = read.module.mounts.flatMap(
    (one) => mountSchema.safeParse(lowerValue(one)).data ?? [],
  );
  const mounted = mounts.flatMap(({ source, target, lang }): readonly HugoContent[] => {
    const [component, ...below] = folderPath(target).split("/");
    const language = languages.find(({ code }) => code === (lang?.toLowerCase() ?? main.code));
    return component !== "content" || language === undefined
      ? []
      : [{ folder: inSite(source), target: below, language }];
  });
  const own = languages.flatMap((language): readonly HugoContent[] => {
    const folder = read.languages[language.code]?.contentdir;
    return folder === undefined ? [] : [{ folder: inSite(folder), target: [], language }];
  });
  const rest: HugoContent = { folder: site.root, target: [], language: main };
  const ugly = read.uglyurls;
  // Without a config that says where they are, they are where they usually are.
  const staticFolders =
    site.staticDirs.length > 0 ? site.staticDirs : ["static", "assets"].map(inSite);
  const themes = namesIn(read.theme).map((theme) => inSite(`${read.themesdir}/${theme}`));
  const vendored = inSite("_vendor");
  const redirectFormats = Object.entries(read.outputformats).flatMap(([name, format]) =>
    isRedirectFile(format) ? [name.toLowerCase()] : [],
  );
  return {
    languages,
    mainLanguage: main,
    contents: mounted.length > 0 ? mounted : own.length === languages.length ? own : [...own, rest],
    statics: [
      ...staticFolders.map((folder) => ({ folder, target: "" })),
      ...mounts.flatMap(({ source, target }) => {
        const [component, ...below] = folderPath(target).split("/");
        return component === "static" ? [{ folder: inSite(source), target: below.join("/") }] : [];
      }),
    ],
    permalinks: permalinksOf(read.permalinks),
    isUgly: (section) => (typeof ugly === "boolean" ? ugly : ugly[section.toLowerCase()] === true),
    keepsCase: read.disablepathtolower,
    keepsAccents: !read.removepathaccents,
    taxonomies: Object.values(read.taxonomies ?? { tag: "tags", category: "categories" }),
    disabledKinds: read.disablekinds.map((kind) => kind.toLowerCase()),
    pagerPath: read.pagination.path ?? read.paginatepath ?? "page",
    datesFromNames: read.frontmatter.date.includes(":filename"),
    // Where Hugo writes no pages for aliases, a template may still write them into a file of redirects.
    hasAliases: !read.disablealiases || redirectFormats.length > 0,
    writesAliases: !read.disablealiases,
    redirectFormats,
    builds: {
      drafts: read.builddrafts,
      future: read.buildfuture,
      expired: read.buildexpired,
    },
    ...readMarkup(config, languages.length > 1),
    layouts: [
      inSite(read.layoutdir),
      ...mounts.flatMap(({ source, target }) =>
        folderPath(target) === "layouts" ? [inSite(source)] : [],
      ),
      ...themes.map((theme) => `${theme}/layouts`),
      vendored,
    ],
    hasMovedLayouts: mounts.some(({ target }) => folderPath(target).startsWith("layouts/")),
    themes,
    hasModules: read.module.imports.length > 0,
    hasOutputs: read.outputs !== undefined,
    hasTheme: read.theme !== undefined || read.module.imports.length > 0,
    certain:
      !ownHosts &&
      !mounts.some((one) => one.includefiles !== undefined || one.excludefiles !== undefined) &&
      !isHidden(site.config, "permalinks", "languages", "module"),
  };
}

function isRedirectFile(format: unknown): boolean {
  return isTable(format) && format.basename === "_redirects";
}

function namesIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((name): name is string => typeof name === "string");
}

/** Old configs give patterns by section, for pages and terms; new ones by kind and section. */
function permalinksOf(table: SiteTable): HugoConfig["permalinks"] {
  const flat = texts(table);
  const of = (kind: HugoKind): Readonly<Record<string, string>> => {
    const own = table[kind];
    const isOld = kind === "page" || kind === "term";
    return {
      ...(isOld ? flat : {}),
      ...(typeof own === "object" && own !== null ? texts(own) : {}),
    };
  };
  return { page: of("page"), section: of("section"), term: of("term"), taxonomy: of("taxonomy") };
}

function texts(table: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      typeof value === "string" ? [[key, value]] : [],
    ),
  );
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
