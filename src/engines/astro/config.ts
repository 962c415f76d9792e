import * as z from "zod";
import { below } from "../../engine/address.js";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { configText, folderPath, isHidden, siteGlobs } from "../read/config-value.js";
import { type Additions, additionsOf, calledIn } from "./integrations.js";
import knownLoaders from "./loaders.json" with { type: "json" };

/** The members of an Astro config that decide addresses; `base` and `site` are the settings' `url` already. */
const schema = z.object({
  srcDir: configText.transform((path) => folderPath(path ?? "src")),
  trailingSlash: z.enum(["always", "never", "ignore"]).catch("ignore"),
  build: z
    .object({ format: z.enum(["directory", "file", "preserve"]).catch("directory") })
    .catch({ format: "directory" }),
  i18n: z
    .looseObject({
      locales: z
        .array(z.union([z.string(), z.object({ path: z.string() }).transform(({ path }) => path)]))
        .catch([]),
    })
    .optional()
    .catch(undefined),
  /** As data: the package each comes from, and what it is given. */
  integrations: z.array(z.unknown()).catch([]),
  /** From the content config, by name. */
  collections: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

const collectionSchema = z.object({ loader: z.unknown() }).catch({ loader: UNREADABLE });

const globSchema = z.looseObject({
  pattern: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  base: configText,
});

/** Files that are entries where no loader says more. */
const LEGACY = ["**/[!_]*", "!**/_*/**"];

/** What loaders of known packages read in the usual folder. */
const loaders: Readonly<Record<string, readonly string[]>> = knownLoaders;

const starlightSchema = z.object({
  locales: z.record(z.string(), z.unknown()).catch({}),
  defaultLocale: configText,
});

/** A content collection that holds articles. */
export interface Collection {
  readonly name: string;
  /** Folder that entry ids are relative to, relative to the site's folder. */
  readonly folder: string;
  /** Whether a path relative to it is an entry. */
  holds(path: string): boolean;
  /** False when entries' ids come from code. */
  readonly hasPlainIds: boolean;
}

/** What decides the addresses of an Astro site. */
export interface AstroConfig {
  readonly sources: string;
  readonly trailingSlash: "always" | "never" | "ignore";
  readonly format: "directory" | "file" | "preserve";
  /** Undefined without a content config that could be read: then folders of `content` are collections. */
  readonly collections: readonly Collection[] | undefined;
  /** Whether there is a content config that could not be read. */
  readonly hasUnknownCollections: boolean;
  /** Options of Starlight; undefined for sites without. */
  readonly starlight: z.infer<typeof starlightSchema> | undefined;
  readonly hasSitemap: boolean;
  /** Pages that integrations may make. */
  readonly additions: Additions;
  /** Locales whose missing pages may be made of those of another one. */
  readonly fallbackLocales: readonly string[];
  /** False when the folder of sources is not known. */
  readonly certain: boolean;
}

/** Reads the members of a config that decide addresses. */
export function astroConfig(config: SiteTable): AstroConfig {
  const site = schema.parse(config);
  const integrations = calledIn(site.integrations);
  const starlight = integrations.find(({ name }) => name === "@astrojs/starlight");
  const unreadable = site.collections !== undefined && isHidden(site.collections, "*");
  return {
    sources: site.srcDir,
    hasUnknownCollections: unreadable,
    trailingSlash: site.trailingSlash,
    format: site.build.format,
    collections:
      site.collections === undefined || unreadable
        ? undefined
        : readCollections(site.collections, site.srcDir),
    starlight:
      starlight &&
      starlightSchema.catch({ locales: {}, defaultLocale: undefined }).parse(starlight.options),
    hasSitemap: starlight !== undefined || integrations.some(({ name }) => /sitemap/.test(name)),
    additions: additionsOf(config, integrations),
    fallbackLocales: site.i18n !== undefined && "fallback" in site.i18n ? site.i18n.locales : [],
    certain: !isHidden(config, "srcDir"),
  };
}

/** Which files a collection's loader reads, and where its entries' ids come from. */
interface Source {
  readonly folder: string;
  readonly patterns: readonly string[];
  readonly hasPlainIds: boolean;
}

const ARTICLES = /\.(?:\{[^{}]*)?mdx?\b/;

/** Folders outside of the usual one that loaders of the content config read articles from, relative to the site's. */
export function collectionFolders(config: SiteTable): readonly string[] {
  const { collections = {}, srcDir } = schema.parse(config);
  const usual = `${srcDir === "" ? "" : `${srcDir}/`}content`;
  const sources = Object.values(collections).map((one) => sourceOf(one, usual));
  const folders = sources.flatMap(({ folder, patterns }) =>
    patterns.some((pattern) => ARTICLES.test(pattern)) ? [folder] : [],
  );
  return [...new Set(folders)].filter(
    (folder) => folder !== "" && !/^[\0.]|\.\./.test(folder) && below(folder, usual) === undefined,
  );
}

function readCollections(
  collections: Readonly<Record<string, unknown>>,
  sources: string,
): readonly Collection[] {
  return Object.entries(collections).map(([name, value]) => {
    const { folder, patterns, hasPlainIds } = sourceOf(value, `${sources}/content/${name}`);
    const plain = patterns.map((pattern) => pattern.replace(/^\.\//, ""));
    const isMeant = siteGlobs(plain.filter((pattern) => !pattern.startsWith("!")));
    const isLeftOut = siteGlobs(
      plain.flatMap((pattern) => (pattern.startsWith("!") ? [pattern.slice(1)] : [])),
    );
    return { name, folder, holds: (path) => isMeant(path) && !isLeftOut(path), hasPlainIds };
  });
}

/** @param usual where entries lie without a loader, as before Astro 5, and by habit with other loaders than `glob` */
function sourceOf(collection: unknown, usual: string): Source {
  const { loader } = collectionSchema.parse(collection);
  if (loader === undefined) return { folder: usual, patterns: LEGACY, hasPlainIds: true };
  const { name, options } = calledIn([loader])[0] ?? { name: UNREADABLE, options: undefined };
  const glob = globSchema.safeParse(options).data;
  if (glob !== undefined) {
    const hasPlainIds = !("generateId" in glob) && !glob.pattern.includes(UNREADABLE);
    return { folder: folderPath(glob.base ?? ""), patterns: glob.pattern, hasPlainIds };
  }
  // `file("src/authors.json")` makes entries of data.
  if (typeof options === "string" && options !== UNREADABLE)
    return { folder: usual, patterns: [], hasPlainIds: true };
  const patterns = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (patterns === undefined) return { folder: usual, patterns: LEGACY, hasPlainIds: false };
  const given = z.record(z.string(), z.unknown()).catch({ generateId: UNREADABLE }).parse(options);
  const hasPlainIds = !("generateId" in given) && !isHidden(given, "generateId");
  return { folder: usual, patterns, hasPlainIds };
}
